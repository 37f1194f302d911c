"""An administrator looks after people and units, and after nobody else's."""

import re

import pytest

from tests.app.browsing import PASSWORD, Browser, sign_in, words
from web.people.administration import store
from web.people.administration.store import Account
from web.shell.database import transaction
from web.shell.people import Role
from web.shell.runtime import Runtime

_NEW = {"full_name": "Đỗ Thị Mẫu Én", "username": "canbo5", "role": "clerk", "unit_id": "2"}
_LONG = "Nguyễn Thị " + "Mẫu " * 15 + "Én"


def _account(runtime: Runtime, username: str) -> Account:
    with transaction(runtime.engine) as connection:
        everybody = store.accounts(connection, 1)
    return next(account for account in everybody if account.username == username)


@pytest.fixture
def admin(client: Browser) -> Browser:
    sign_in(client, "quantri")
    return client


def _switch(admin: Browser, account: Account, active: str) -> int:
    path = f"/quan-tri/nguoi-dung/{account.id}"
    admin.get(path)
    return admin.send(f"{path}/trang-thai", {"active": active}).status_code


def test_the_list_shows_everybody_below_the_administrator(admin: Browser) -> None:
    page = words(admin.get("/quan-tri"))
    assert "Trần Thị Mẫu An" in page
    assert "Phạm Thị Thử Chi" in page


def test_somebody_new_signs_in_with_the_password_shown_once_and_sets_their_own(
    admin: Browser,
) -> None:
    admin.get("/quan-tri/nguoi-dung/them")
    shown = words(admin.send("/quan-tri/nguoi-dung/them", _NEW))
    found = re.search(r"mat-khau-tam-\d+", shown)
    assert found is not None
    admin.send("/dang-xuat")
    assert "Anh/chị đang dùng mật khẩu tạm" in words(sign_in(admin, "canbo5", found[0]))
    fields = {"present": found[0], "wanted": "bốn từ chẳng liên quan"}
    assert admin.send("/mat-khau", fields).location == "/mat-khau/xong"
    assert admin.get("/").status_code == 200


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"username": "canbo1"}, "đã có người dùng"),
        ({"username": " CANBO1 "}, "đã có người dùng"),
        ({"username": "cánbộ"}, "chữ thường không dấu"),
        ({"username": "canbо5"}, "chữ thường không dấu"),
        ({"username": "can\u200bbo5"}, "chữ thường không dấu"),
        ({"full_name": " "}, "Anh/chị nhập họ và tên."),
        ({"full_name": "x" * 151}, "tối đa 150 ký tự"),
        ({"role": ""}, "chọn một vai trò"),
        ({"role": "owner"}, "vai trò"),
        ({"unit_id": "999"}, "đơn vị"),
    ],
)
def test_a_mistake_is_told_and_the_rest_is_kept(
    admin: Browser, change: dict[str, str], says: str
) -> None:
    admin.get("/quan-tri/nguoi-dung/them")
    answer = admin.send("/quan-tri/nguoi-dung/them", _NEW | change)
    assert answer.status_code == 422
    assert says in words(answer)
    kept = "canbo5" if "full_name" in change else "Đỗ Thị Mẫu Én"
    assert f'value="{kept}"' in answer.get_data(as_text=True)


def test_a_real_looking_number_in_a_name_is_refused_and_not_written_back(admin: Browser) -> None:
    admin.get("/quan-tri/nguoi-dung/them")
    number = "0" + "91" + "2345678"  # put together here, so that no file holds it
    answer = admin.send("/quan-tri/nguoi-dung/them", _NEW | {"full_name": f"Bà Én {number}"})
    assert answer.status_code == 422
    assert number not in answer.get_data(as_text=True)


def test_a_very_long_name_is_shown_whole(admin: Browser) -> None:
    admin.get("/quan-tri/nguoi-dung/them")
    answer = admin.send("/quan-tri/nguoi-dung/them", _NEW | {"full_name": _LONG})
    assert _LONG in words(answer)


def test_fields_that_are_not_asked_for_change_nothing(admin: Browser, runtime: Runtime) -> None:
    account = _account(runtime, "canbo3")
    path = f"/quan-tri/nguoi-dung/{account.id}"
    admin.get(path)
    fields = {"full_name": "Trần Thị Mẫu Anh", "role": "trainer", "unit_id": "2"}
    admin.send(path, fields | {"username": "khac", "active": "", "password_hash": "x"})
    changed = _account(runtime, "canbo3")
    assert (changed.full_name, changed.role, changed.unit_id) == ("Trần Thị Mẫu Anh", "trainer", 2)
    assert changed.active


def test_a_new_password_ends_the_sessions_and_the_old_password(
    admin: Browser, runtime: Runtime
) -> None:
    clerk = admin.application.test_client()
    assert isinstance(clerk, Browser)
    sign_in(clerk, "canbo1")
    path = f"/quan-tri/nguoi-dung/{_account(runtime, 'canbo1').id}"
    admin.get(path)
    assert "mat-khau-tam" in words(admin.send(f"{path}/mat-khau"))
    assert clerk.get("/").status_code == 303
    clerk.get("/dang-nhap")
    again = clerk.send("/dang-nhap", {"username": "canbo1", "password": PASSWORD})
    assert again.status_code == 422


def test_somebody_can_be_kept_out_and_let_in_again(admin: Browser, runtime: Runtime) -> None:
    account = _account(runtime, "canbo3")
    assert _switch(admin, account, "no") == 303
    assert not _account(runtime, "canbo3").active
    assert _switch(admin, account, "yes") == 303
    assert _account(runtime, "canbo3").active


def test_administrators_cannot_lock_themselves_out(admin: Browser, runtime: Runtime) -> None:
    account = _account(runtime, "quantri")
    assert _switch(admin, account, "no") == 422
    path = f"/quan-tri/nguoi-dung/{account.id}"
    fields = {"full_name": account.full_name, "role": "clerk", "unit_id": "1"}
    assert admin.send(path, fields).status_code == 422
    assert _account(runtime, "quantri").role is Role.ADMINISTRATOR


def test_a_communes_administrator_sees_only_the_commune(client: Browser, runtime: Runtime) -> None:
    changed = _account(runtime, "canbo3").id
    with transaction(runtime.engine) as connection:
        store.change_person(connection, changed, role=Role.ADMINISTRATOR)
    sign_in(client, "canbo3")
    assert "Trần Thị Mẫu An" not in words(client.get("/quan-tri"))
    assert client.get(f"/quan-tri/nguoi-dung/{_account(runtime, 'canbo1').id}").status_code == 404
    assert client.get("/quan-tri/don-vi/2").status_code == 404
    fields = {"name": "Xã Mẫu Mới", "code": "H00.00.09"}
    assert client.send("/quan-tri/don-vi/them", fields).status_code == 403


def test_units_are_added_and_renamed(admin: Browser) -> None:
    admin.get("/quan-tri/don-vi/them")
    fields = {"name": "Xã Mẫu Mới", "code": "H00.00.09"}
    assert admin.send("/quan-tri/don-vi/them", fields).status_code == 303
    assert "Xã Mẫu Mới" in words(admin.get("/quan-tri/don-vi"))
    assert admin.send("/quan-tri/don-vi/them", fields).status_code == 422
    admin.get("/quan-tri/don-vi/2")
    renamed = {"name": "Xã Mẫu Cũ", "code": "H00.00.01"}
    assert admin.send("/quan-tri/don-vi/2", renamed).status_code == 303
    assert "Xã Mẫu Cũ" in words(admin.get("/quan-tri/don-vi"))
