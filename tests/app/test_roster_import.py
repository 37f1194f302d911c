"""A list from Excel: all of it or nothing, with every mistake named by row and column."""

import zipfile
from io import BytesIO

import pytest
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from rostering.values import Half
from tests.app.authoring import fields_of
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import Office
from tests.app.rosters import member
from tests.app.sheets import workbook
from web.roster.planning import people_store
from web.roster.planning.import_rows import HEADINGS
from web.shell import session_store, workbooks
from web.shell.workbooks import LARGEST_FILE, MOST_ROWS, TOO_LARGE, read

PLACE = "/lich-truc/nhap-danh-sach"
HEAD = ("STT", "HỌ VÀ TÊN", "Đơn vị công tác", "Mức độ", "Kinh nghiệm", "Ghi chú")
GOOD = (1, "Nguyễn  Thị Mẫu Ước", "Hội Phụ nữ Mẫu", "Thạo việc", "x", None)


def send(client: Browser, content: bytes, **fields: str) -> TestResponse:
    sign_in(client, "truongbophan")
    client.get(PLACE)
    files = {**fields, "tep": (BytesIO(content), "danh-sach.xlsx")}
    return client.send(PLACE, files, content_type="multipart/form-data")


def names(office: Office) -> list[str]:
    unit_id = office.person("truongbophan").unit_id
    with office.writing() as db:
        return [one.name for one in people_store.members(db, unit_id)]


def test_a_list_on_its_way_when_the_session_ends_is_asked_for_again(
    client: Browser, office: Office
) -> None:
    sign_in(client, "truongbophan")
    mark = {"chua_gui": fields_of(client.get(PLACE), PLACE)["chua_gui"]}
    client.send("/chua-gui", mark)  # as a browser tells of the file just chosen
    assert "nhập dở" not in words(client.get(PLACE))
    head = office.person("truongbophan").id
    with office.writing() as db:
        session_store.revoke_all(db, head, office.effects.now())
    files = {**mark, "tep": (BytesIO(workbook(HEAD, GOOD)), "danh-sach.xlsx")}
    client.send(PLACE, files, content_type="multipart/form-data")
    sign_in(client, "truongbophan")
    page = words(client.get(PLACE))
    assert "Phiên đã hết, tệp chưa gửi được. Anh/chị chọn lại tệp" in page
    assert send(client, workbook(HEAD, GOOD), **mark).status_code == 303
    assert "Phiên đã hết" not in words(client.get(PLACE))


def test_a_messy_list_is_brought_in(client: Browser, office: Office) -> None:
    rows = (("DANH SÁCH TRỰC",), (), HEAD, GOOD, (), (2, "Lê Thử Đạt", "Đoàn Mẫu", "mới", 0))
    before = names(office)
    answer = send(client, workbook(*rows))
    assert answer.status_code == 303
    assert set(names(office)) - set(before) == {"Nguyễn Thị Mẫu Ước", "Lê Thử Đạt"}
    assert "Nguyễn Thị Mẫu Ước" in words(client.get(answer.location))


def test_one_mistake_keeps_everybody_out_and_each_is_named(client: Browser, office: Office) -> None:
    before = names(office)
    rows = (HEAD, GOOD, (2, "", "Đoàn Mẫu"), (3, "Lê Thử Đạt", "", "giỏi"), GOOD)
    answer = send(client, workbook(*rows))
    text = words(answer)
    assert answer.status_code == 422
    assert "Chưa nhập ai: có 4 chỗ cần sửa" in text
    assert "3 Họ và tên Anh/chị nhập họ và tên." in text
    assert "4 Hỗ trợ công dân Ghi “Thạo việc”, “Đang học việc” hoặc “Không”." in text
    assert "4 Đơn vị, tổ chức Anh/chị chọn đơn vị, tổ chức" in text
    assert "5 Họ và tên Người này đã có trong danh sách hoặc ở dòng trên." in text
    assert names(office) == before


def test_the_same_list_twice_adds_nobody(client: Browser, office: Office) -> None:
    send(client, workbook(HEAD, GOOD))
    before = names(office)
    assert send(client, workbook(HEAD, GOOD)).status_code == 422
    assert names(office) == before


@pytest.mark.parametrize("number", ["0912345678", 912345678, "an@dv.gov.vn"])  # refused on purpose
def test_what_could_be_real_is_refused_and_not_shown(
    client: Browser, office: Office, number: object
) -> None:
    before = names(office)
    row = (*GOOD[:5], number)
    answer = send(client, workbook((*HEAD[:5], "Số điện thoại"), row))
    assert answer.status_code == 422
    assert "2 Số điện thoại" in words(answer)
    assert str(number) not in answer.get_data(as_text=True)
    assert names(office) == before


def packed(name: str, content: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A good workbook with one part more, or another in its place."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(workbook(HEAD, GOOD))) as good,
        zipfile.ZipFile(buffer, "w", method) as archive,
    ):
        for part in good.namelist():
            if part != name:
                archive.writestr(part, good.read(part))
        archive.writestr(name, content)
    return buffer.getvalue()


BOMB = packed("xl/media/bomb.bin", bytes(30_000_000))
ENTITIES = packed("xl/worksheets/sheet1.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Anh/chị chọn tệp Excel có danh sách."),
        (b"Ho va ten;Don vi\n", "Tệp này không phải bảng Excel"),
        (workbook(HEAD, GOOD)[:900], "Tệp này không phải bảng Excel"),
        (BOMB, "Tệp lớn quá mức"),
        (ENTITIES, "Tệp này không phải bảng Excel"),
        (packed("xl/workbook.xml", b"<workbook/>"), "Tệp này không phải bảng Excel"),
        (workbook(("a", "b"), GOOD), "Không thấy dòng tiêu đề"),
        (workbook(HEAD), "chưa có người nào"),
        (workbook(HEAD, *[GOOD] * (MOST_ROWS + 1)), "Danh sách dài quá 500 dòng"),
    ],
)
def test_what_is_no_list_is_refused_in_words(client: Browser, content: bytes, says: str) -> None:
    answer = send(client, content)
    assert answer.status_code == 422
    assert says in words(answer)


def test_a_hundred_mistakes_are_told_and_the_others_counted(client: Browser) -> None:
    answer = send(client, workbook(HEAD, *[(1, f"Mẫu {n:03d}", "") for n in range(150)]))
    assert "bảng dưới ghi 100 chỗ đầu" in words(answer)
    assert answer.get_data(as_text=True).count('<td data-label="Dòng"') == 100


@pytest.mark.parametrize(
    ("part", "tags"), [("xl/worksheets/sheet1.xml", 200_001), ("xl/styles.xml", 20_001)]
)
def test_a_small_file_that_takes_long_to_read_is_not_read(
    monkeypatch: pytest.MonkeyPatch, part: str, tags: int
) -> None:
    monkeypatch.setattr(workbooks, "_lines", pytest.fail)
    assert read(packed(part, b"<c/>" * tags)) == TOO_LARGE


def test_a_file_larger_than_a_list_is_refused() -> None:
    assert read(bytes(LARGEST_FILE + 1)) == TOO_LARGE


WIDE = ("Họ và tên", "Đơn vị", "Buổi trực được", "Tài khoản")


def test_half_days_and_the_account_come_along(client: Browser, office: Office) -> None:
    add = ("Bùi Mẫu Hạnh", "Đoàn Mẫu", "Sáng thứ 2, thứ 4", "TruongBoPhan ")
    assert send(client, workbook(WIDE, add, ("Lê Thử Đạt", "Đoàn Mẫu"))).status_code == 303
    imported, other = member(office, "Mẫu Hạnh"), member(office, "Thử Đạt")
    assert imported.available == frozenset({(0, Half.MORNING), (2, Half.MORNING)})
    assert imported.person_id == office.person("truongbophan").id
    assert (other.available, other.person_id) == (None, None)


def test_accounts_that_are_not_there_or_taken_and_unclear_half_days_are_named(
    client: Browser, office: Office
) -> None:
    before = names(office)
    rows = (
        ("Bùi Mẫu Hạnh", "Đoàn Mẫu", "khi rảnh", "khong-co"),
        ("Lê Thử Đạt", "Đoàn Mẫu", "", "canbo1"),  # somebody on the list has it
        ("Cao Thử Đức", "Đoàn Mẫu", "", "truongbophan"),
        ("Cao Thử Em", "Đoàn Mẫu", "", "truongbophan"),
    )
    text = words(send(client, workbook(WIDE, *rows)))
    assert "có 4 chỗ cần sửa" in text
    assert "2 Buổi trực được Ghi “Cả tuần”, hoặc các buổi từ thứ 2 đến thứ 6" in text
    for row in (2, 3):
        assert f"{row} Tài khoản Không có tài khoản này trong đơn vị" in text
    assert "5 Tài khoản Tài khoản này đã ghi ở dòng trên." in text
    assert names(office) == before


def test_the_blank_list_has_the_headings_and_says_how_to_fill_them(
    client: Browser,
) -> None:
    sign_in(client, "truongbophan")
    blank = client.get(f"{PLACE}/bang-trong.xlsx").data
    people, how = load_workbook(BytesIO(blank)).worksheets
    assert [cell.value for cell in people[1]] == list(HEADINGS.values())
    assert people.max_row == 1
    assert [row[0].value for row in how.iter_rows(min_row=2)] == list(HEADINGS.values())
    assert "chưa có người nào" in words(send(client, blank))


def test_the_example_can_be_sent_as_it_is(client: Browser, office: Office) -> None:
    sign_in(client, "truongbophan")
    assert send(client, client.get(f"{PLACE}/bang-mau.xlsx").data).status_code == 303
    assert "Nguyễn Văn Mẫu Tâm" in names(office)


def test_only_the_head_brings_in_a_list(client: Browser) -> None:
    sign_in(client, "canbo1")
    assert client.get(PLACE).status_code == 403
