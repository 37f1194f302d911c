"""Several people at once: what hangs on them is shown first, then all of it is done or nothing."""

import re
from collections.abc import Sequence

import pytest
from werkzeug.test import TestResponse

from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.office import Office
from tests.app.test_assignments import give
from web.people.administration import store
from web.people.administration.store import Account
from web.practice.runs import service as practice

PAGE = "/quan-tri/nhieu-nguoi"


@pytest.fixture
def admin(client: Browser) -> Browser:
    sign_in(client, "quantri")
    return client


def account(office: Office, username: str) -> Account:
    with office.writing() as db:
        found = store.account_named(db, username)
    assert found
    return found


def ask(admin: Browser, office: Office, job: str, *people: str, unit: str = "") -> TestResponse:
    asked = {"viec": job, "don_vi": unit, "nguoi": [account(office, one).id for one in people]}
    return admin.get(PAGE, query_string=asked)


def confirm(admin: Browser, seen: TestResponse) -> TestResponse:
    """Press the button of the page as it was shown."""
    shown = seen.get_data(as_text=True)
    fields: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', shown):
        fields.setdefault(name, []).append(value)
    fields.pop("csrf_token")
    return admin.send(PAGE, fields)


def hang_things_on_canbo1(client: Browser, office: Office) -> None:
    give(client, office, "canbo1")
    Classroom.planned(office, "canbo1", "canbo3")
    Classroom.opened(office, trainer="truongbophan")
    office.start("canbo1")
    sign_in(client, "quantri")


def test_what_hangs_on_people_is_counted_and_named_before_anything_is_done(
    client: Browser, office: Office
) -> None:
    hang_things_on_canbo1(client, office)
    page = words(ask(client, office, "tam-ngung", "canbo1", "canbo3", "truongbophan"))
    assert "Tạm ngừng 3 người?" in page
    assert "2 ca trực trên lịch đã ban hành: chiều thứ Năm 26/11/2026, Bộ phận Một cửa;" in page
    assert "1 buổi tập huấn đang phụ trách: “Tạo tài khoản công dân”, 23/11/2026 08:00." in page
    assert "1 bài giao chưa xong: “Ôn tạo tài khoản”, hạn 31/12/2031 17:00." in page
    assert "1 lượt luyện đang dở: “" in page
    assert "2 buổi tập huấn tham gia, 1 bài giao chưa xong, 1 lượt luyện đang dở" in page
    assert all(account(office, one).active for one in ("canbo1", "canbo3", "truongbophan"))


def test_those_chosen_are_kept_out_at_once_and_their_sessions_end(
    admin: Browser, office: Office
) -> None:
    clerk = admin.application.test_client()
    assert isinstance(clerk, Browser)
    sign_in(clerk, "canbo3")
    assert confirm(admin, ask(admin, office, "tam-ngung", "canbo3", "canbo4")).status_code == 303
    assert not account(office, "canbo3").active
    assert not account(office, "canbo4").active
    assert account(office, "canbo1").active
    assert clerk.get("/").location.startswith("/dang-nhap")


def test_those_chosen_move_to_another_unit(admin: Browser, office: Office) -> None:
    seen = ask(admin, office, "chuyen", "canbo1", "canbo2", unit="3")
    assert "Chuyển 2 người đến Xã Thử?" in words(seen)
    assert confirm(admin, seen).status_code == 303
    assert {account(office, one).unit_name for one in ("canbo1", "canbo2")} == {"Xã Thử"}


def test_what_has_changed_since_it_was_shown_is_shown_again(admin: Browser, office: Office) -> None:
    seen = ask(admin, office, "tam-ngung", "canbo3")
    run = office.start("canbo3")
    again = confirm(admin, seen)
    assert again.status_code == 422
    assert "Có việc vừa thay đổi" in words(again)
    assert "1 lượt luyện đang dở" in words(again)
    assert account(office, "canbo3").active
    with office.writing() as db:
        practice.give_up(db, run)
    assert confirm(admin, ask(admin, office, "tam-ngung", "canbo3")).status_code == 303


def test_new_passwords_for_several_come_on_slips(admin: Browser, office: Office) -> None:
    seen = ask(admin, office, "mat-khau", "canbo1", "canbo3")
    sheet = confirm(admin, seen)
    assert confirm(admin, seen).status_code == 422  # loaded again, it draws no others
    slips = re.findall(r'slip-code">([^<]+)</dd>', sheet.get_data(as_text=True))
    assert len(slips) == 2
    admin.send("/dang-xuat")
    assert "Anh/chị đang dùng mật khẩu tạm" in words(sign_in(admin, "canbo1", slips[0]))


@pytest.mark.parametrize(
    ("job", "people", "unit", "says"),
    [
        ("tam-ngung", (), "", "chọn ít nhất một người"),
        ("tam-ngung", ("quantri",), "", "không tính chính anh/chị"),
        ("chuyen", ("canbo1",), "", "chọn đơn vị chuyển đến"),
        ("chuyen", ("canbo1",), "99", "chọn đơn vị chuyển đến"),
    ],
)
def test_a_choice_that_says_too_little_changes_nothing(
    admin: Browser, office: Office, job: str, people: Sequence[str], unit: str, says: str
) -> None:
    answer = ask(admin, office, job, *people, unit=unit)
    assert answer.status_code == 422
    assert says in words(answer)
    assert ask(admin, office, "xoa", "canbo1").status_code == 400


def test_nobody_outside_the_administrators_units_is_touched(
    client: Browser, office: Office
) -> None:
    changed = account(office, "canbo3").id
    with office.writing() as db:
        store.change_person(db, changed, role="administrator")
    sign_in(client, "canbo3")
    assert ask(client, office, "tam-ngung", "canbo1").status_code == 422
    assert ask(client, office, "chuyen", "canbo4", unit="2").status_code == 422


def test_one_person_goes_the_same_way_where_something_hangs_on_them(
    admin: Browser, office: Office
) -> None:
    office.start("canbo3")
    one = account(office, "canbo3")
    path = f"/quan-tri/nguoi-dung/{one.id}"
    admin.get(path)
    shown = admin.get(admin.send(f"{path}/trang-thai", {"active": "no"}).location)
    assert "Tạm ngừng 1 người?" in words(shown)
    assert account(office, "canbo3").active
    fields = {"full_name": "Phạm Thị Thử Châu", "role": "trainer", "unit_id": "2"}
    shown = admin.get(admin.send(path, fields).location)
    assert "Chuyển 1 người đến Xã Mẫu?" in words(shown)
    now = account(office, "canbo3")
    assert (now.full_name, now.role, now.unit_id) == ("Phạm Thị Thử Châu", "trainer", one.unit_id)
    confirm(admin, shown)
    assert account(office, "canbo3").unit_name == "Xã Mẫu"


@pytest.mark.parametrize(
    ("search", "found", "left_out"),
    [
        ("thu chi", "Phạm Thị Thử Chi", "Trần Thị Mẫu An"),
        ("CANBO1", "Trần Thị Mẫu An", "canbo2"),
        ("truong bo phan xa mau", "Đặng Văn Mẫu Hòa", "canbo1"),
    ],
)
def test_people_are_found_by_any_word_about_them(
    admin: Browser, search: str, found: str, left_out: str
) -> None:
    page = words(admin.get("/quan-tri", query_string={"tim": search}))
    assert found in page
    assert left_out not in page
    assert "Không tìm thấy ai" in words(admin.get("/quan-tri?tim=khong-co-ai"))


def test_a_search_that_looks_like_somebodys_number_is_not_shown_again(admin: Browser) -> None:
    number = "0" + "91" + "2345678"  # put together here, so that no file holds it
    answer = admin.get("/quan-tri", query_string={"tim": number})
    assert answer.status_code == 422
    assert number not in answer.get_data(as_text=True)


def test_a_whole_page_is_chosen_without_scripts_and_oneself_never(admin: Browser) -> None:
    page = admin.get("/quan-tri?chon=tat-ca").get_data(as_text=True)
    assert page.count(" checked") == page.count('type="checkbox"') == 7
