"""The printed roster: the same words everywhere, the decree's parts, the same bytes again."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from rostering.values import Half
from tests.core.rostering.offices import FRIDAY, MONDAY, WOMEN, person, shift, venue, week
from web.roster.paper.content import CLOSED, Heading, Paper, paper
from web.roster.paper.excel import roster_xlsx
from web.roster.paper.pdf import roster_pdf
from web.roster.paper.word import roster_docx

MORNING_ONLY = venue("buu-dien")


def heading(version: int = 1) -> Heading:
    return Heading(
        upper="Ủy ban nhân dân xã Mẫu",
        agency="Bộ phận Một cửa",
        number="05/LT-MC",
        place="Xã Mẫu",
        issued_at=datetime(2027, 2, 1, 18, 30, tzinfo=UTC),
        version=version,
        first=MONDAY,
        last=FRIDAY,
        signer_role="Trưởng bộ phận",
        signer="Đặng Văn Mẫu Hòa",
        recipients=("Các cơ quan có người trực", "Bộ phận Một cửa"),
        address="http://127.0.0.1:8000/lich-truc/ban-hien-hanh",
    )


REQUEST = week(person("Ước"), person("Ngỡ", WOMEN), person("Thử"))
FIRST = {shift("Ước", MONDAY), shift("Ngỡ", MONDAY, Half.AFTERNOON)}
SECOND = {shift("Thử", MONDAY), shift("Ngỡ", MONDAY, Half.AFTERNOON)}


def reissued() -> Paper:
    return paper(heading(2), REQUEST, SECOND, FIRST)


def pdf_words(roster_paper: Paper) -> str:
    reader = PdfReader(BytesIO(roster_pdf(roster_paper)))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def docx_words(roster_paper: Paper) -> str:
    document = Document(BytesIO(roster_docx(roster_paper)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    texts = [*(each.text for each in document.paragraphs), *cells]
    return " ".join(" ".join(texts).split())


def xlsx_words(roster_paper: Paper) -> str:
    sheet = load_workbook(BytesIO(roster_xlsx(roster_paper))).worksheets[0]
    cells = (cell for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    return " ".join(" ".join(map(str, cells)).split())


@pytest.mark.parametrize("words_of", [pdf_words, docx_words, xlsx_words])
@pytest.mark.parametrize(
    "text",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN XÃ MẪU",
        "Số: 05/LT-MC",
        "Xã Mẫu, ngày 02 tháng 02 năm 2027",
        "LỊCH TRỰC",
        "Bản 2",
        "Mẫu Thử*",
        "Hội Phụ nữ Mẫu",
        "Còn thiếu 1 người",
        "Sáng thứ Hai 01/03/2027, Bàn hỗ trợ: thêm Mẫu Thử; bớt Mẫu Ước.",
        "Nơi nhận:",
        "TRƯỞNG BỘ PHẬN",
        "Đặng Văn Mẫu Hòa",
        "Quét mã để xem bản đang có hiệu lực",
    ],
)
def test_every_kind_of_file_says(words_of: object, text: str) -> None:
    assert callable(words_of)
    assert text in words_of(reissued())


@pytest.mark.parametrize("write", [roster_pdf, roster_docx, roster_xlsx])
def test_the_same_roster_gives_the_same_bytes(write: object) -> None:
    assert callable(write)
    assert write(reissued()) == write(reissued())


def test_the_first_version_marks_nothing() -> None:
    roster_paper = paper(heading(), REQUEST, FIRST)
    assert roster_paper.changes == ()
    assert "*" not in pdf_words(roster_paper)


def test_a_session_that_is_not_open_has_a_dash_and_no_gap() -> None:
    mornings = venue().openings
    only = tuple(each for each in mornings if each.half is Half.MORNING)
    place = type(venue())("ban", "Bàn hỗ trợ", only)
    roster_paper = paper(heading(), week(person("Ước"), venues=(place,)), {shift("Ước", MONDAY)})
    morning, afternoon = roster_paper.rows[0].boxes
    assert (morning.missing, afternoon.lines) == ("", (CLOSED,))


def test_months_from_march_on_carry_no_zero() -> None:
    one = heading()
    later = Heading(**{name: getattr(one, name) for name in one.__slots__})
    object.__setattr__(later, "issued_at", datetime(2027, 3, 9, tzinfo=UTC))
    assert later.place_and_date == "Xã Mẫu, ngày 09 tháng 3 năm 2027"
    assert date(2027, 3, 9) == later.issued_on
