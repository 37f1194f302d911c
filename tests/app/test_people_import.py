"""Forty people from Excel: seen first, then all of them or nobody, their passwords shown once."""

import html
import re
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from tests.app.browsing import Browser, sign_in, words
from tests.app.sheets import workbook
from web.people.administration import store
from web.people.administration.import_rows import MOST
from web.shell.database import transaction
from web.shell.people import Role
from web.shell.runtime import Runtime

PAGE = "/quan-tri/nhap-danh-sach"
HEAD = ("STT", "HỌ VÀ TÊN", "Tên đăng nhập", "Chức vụ", "Đơn vị công tác")
AN = (1, "Trần Thị Mẫu An", None, None, "Xã Mẫu")
BA = (2, "Đỗ Thử Ba", "BaThu", "Giảng viên", "h00.00.02")
FORTY = tuple(
    (n, f"Nguyễn Văn Mẫu {letter}{n}", None, None, "Xã Thử") for n, letter in enumerate("ABCD" * 10)
)


@pytest.fixture
def admin(client: Browser) -> Browser:
    sign_in(client, "quantri")
    client.get(PAGE)
    return client


def send(admin: Browser, *rows: tuple[Any, ...]) -> TestResponse:
    files = {"tep": (BytesIO(workbook(*rows)), "can-bo.xlsx")}
    return admin.send(PAGE, files, content_type="multipart/form-data")


def confirm(admin: Browser, seen: TestResponse) -> TestResponse:
    found = re.search(r'name="danh_sach" value="([^"]*)"', seen.get_data(as_text=True))
    assert found
    return admin.send(f"{PAGE}/them", {"danh_sach": html.unescape(found[1])})


def usernames(runtime: Runtime) -> set[str]:
    with transaction(runtime.engine) as connection:
        return store.username_keys(connection)


def test_the_list_is_shown_first_and_nobody_is_added_by_looking(
    admin: Browser, runtime: Runtime
) -> None:
    before = usernames(runtime)
    seen = send(admin, ("DANH SÁCH",), HEAD, AN, BA)
    assert seen.status_code == 200
    assert "Xem lại 2 người trước khi thêm" in words(seen)
    assert "Trần Thị Mẫu An an.ttm Cán bộ một cửa Xã Mẫu" in words(seen)
    assert "Đỗ Thử Ba bathu Giảng viên Xã Thử" in words(seen)
    assert usernames(runtime) == before


def test_forty_people_get_slips_and_each_opens_an_account(admin: Browser, runtime: Runtime) -> None:
    sheet = confirm(admin, send(admin, HEAD, BA, *FORTY))
    assert sheet.status_code == 200
    text = sheet.get_data(as_text=True)
    slips = re.findall(r'slip-name">([^<]+)</dd>.*?slip-code">([^<]+)</dd>', text)
    assert len(dict(slips)) == 41
    assert text.count('<ul class="slips-page">') == 6
    with transaction(runtime.engine) as connection:
        added = store.account_named(connection, "bathu")
    assert added
    assert (added.full_name, added.role, added.unit_name) == ("Đỗ Thử Ba", Role.TRAINER, "Xã Thử")
    admin.send("/dang-xuat")
    username, password = slips[-1]
    assert "Anh/chị đang dùng mật khẩu tạm" in words(sign_in(admin, username, password))


@pytest.mark.parametrize(
    ("row", "column", "says"),
    [
        ((1, "", "ai-do", None, "Xã Mẫu"), "Họ và tên", "Anh/chị nhập họ và tên."),
        ((1, "", None, None, "Xã Mẫu"), "Họ và tên", "có 1 chỗ cần sửa"),
        ((1, "Lê Thử Đạt", "canbo1", None, "Xã Mẫu"), "Tên đăng nhập", "đã có người dùng"),
        ((1, "Lê Thử Đạt", "BATHU", None, "Xã Mẫu"), "Tên đăng nhập", "đã ghi ở dòng trên"),
        ((1, "Lê Thử Đạt", "đạt", None, "Xã Mẫu"), "Tên đăng nhập", "chữ thường không dấu"),
        ((1, "Lê Thử Đạt", None, "Chủ tịch", "Xã Mẫu"), "Vai trò", "Ghi một trong"),
        ((1, "Lê Thử Đạt", None, None, "Xã Lạ"), "Đơn vị", "tên hoặc mã của một đơn vị"),
        ((1, "Lê Thử Đạt", None, None, None), "Đơn vị", "tên hoặc mã của một đơn vị"),
        (("0" + "91" + "2345678", "Lê Thử Đạt", None, None, "Xã Mẫu"), "STT", "số"),
    ],
)
def test_one_mistake_keeps_everybody_out_and_is_named_by_row_and_column(
    admin: Browser, runtime: Runtime, row: tuple[Any, ...], column: str, says: str
) -> None:
    before = usernames(runtime)
    answer = send(admin, HEAD, BA, row)
    assert answer.status_code == 422
    assert f"3 {column} " in words(answer)
    assert says in words(answer)
    assert usernames(runtime) == before


def test_a_name_taken_since_the_list_was_shown_keeps_everybody_out(
    admin: Browser, runtime: Runtime
) -> None:
    seen = send(admin, HEAD, BA, AN)
    confirm(admin, send(admin, HEAD, BA))
    before = usernames(runtime)
    again = confirm(admin, seen)
    assert again.status_code == 422
    assert "2 Tên đăng nhập Tên đăng nhập này đã có người dùng" in words(again)
    assert usernames(runtime) == before


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ((("Tên cột lạ",), ("x",)), "Không thấy dòng tiêu đề"),
        ((HEAD,), "chưa có người nào"),
        ((HEAD, *[AN] * (MOST + 1)), "chia thành nhiều tệp"),
    ],
)
def test_what_is_no_list_is_said_in_a_sentence(
    admin: Browser, rows: tuple[tuple[Any, ...], ...], says: str
) -> None:
    answer = send(admin, *rows)
    assert answer.status_code == 422
    assert says in words(answer)
    assert "Anh/chị chọn tệp Excel" in words(admin.send(PAGE))
    assert admin.send(f"{PAGE}/them", {"danh_sach": "0\t\nx"}).status_code == 422


def test_the_example_is_read_as_it_stands(admin: Browser) -> None:
    book = load_workbook(BytesIO(admin.get(f"{PAGE}/bang-mau.xlsx").data))
    (head, example) = book.worksheets[0].iter_rows(values_only=True)
    assert send(admin, head, (*example[:3], "Xã Mẫu")).status_code == 200


def test_people_of_one_name_get_names_of_their_own(admin: Browser, runtime: Runtime) -> None:
    confirm(admin, send(admin, HEAD, AN, AN, AN))
    assert usernames(runtime) >= {"an.ttm", "an.ttm2", "an.ttm3"}


def test_a_refused_file_is_told_every_time_it_is_sent(admin: Browser) -> None:
    by_browser = {"Accept": "text/html"}
    for _ in range(3):
        files = {"tep": (BytesIO(workbook(HEAD, (1, "Trần Mẫu", None, "x", "Xã Mẫu"))), "a.xlsx")}
        sent = admin.send(PAGE, files, content_type="multipart/form-data", headers=by_browser)
        assert "có 1 chỗ cần sửa" in words(admin.get(sent.location, headers=by_browser))


@pytest.mark.parametrize("name", ["12345", "x/có", "<b>Đậm</b>", "-5+cmd"])
def test_what_is_no_name_is_no_person(admin: Browser, runtime: Runtime, name: str) -> None:
    before = usernames(runtime)
    answer = send(admin, HEAD, (1, name, None, None, "Xã Mẫu"))
    assert (answer.status_code, usernames(runtime)) == (422, before)
    assert "Họ và tên chỉ gồm chữ và số" in words(answer)


def test_a_list_that_was_added_and_is_sent_again_is_told_so(admin: Browser) -> None:
    seen = send(admin, HEAD, AN, BA)
    assert confirm(admin, seen).status_code == 200
    assert "Những người này đã được thêm" in words(confirm(admin, seen))
