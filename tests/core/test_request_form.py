"""The paper the citizen reads and signs (S4-18)."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO

import pytest
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from sandbox.request_form import RequestForm, request_form_docx, request_form_pdf
from sandbox.request_form.content import signed_on

LETTERS = (
    "aàảãáạ ăằẳẵắặ âầẩẫấậ bcdđ eèẻẽéẹ êềểễếệ ghiìỉĩíị klmn oòỏõóọ ôồổỗốộ ơờởỡớợ pqrst"
    " uùủũúụ ưừửữứự vx yỳỷỹýỵ"
)
FORM = RequestForm(
    full_name="Nguyễn Thị <Tập> & Huấn",
    id_number="000188123456",
    birth_date=date(1988, 2, 3),
    phone="0400123456",
    email="tap.huan@congdan.test",
    attachment_name="CCCD.pdf",
    unit="Bộ phận Một cửa xã Mẫu",
    officer="Trần Văn Thử Nghiệm",
    made_at=datetime(2022, 2, 5, 9, 7, tzinfo=timezone(timedelta(hours=7))),
)
SHOWN = (
    "000188123456",
    "Nguyễn Thị <Tập> & Huấn",
    "03/02/1988",
    "0400123456",
    "tap.huan@congdan.test",
    "CCCD.pdf",
    "Trần Văn Thử Nghiệm",
    "Bộ phận Một cửa xã Mẫu",
    "09:07, 05/02/2022",
)


def in_docx(form: RequestForm) -> dict[str, str]:
    tables = Document(BytesIO(request_form_docx(form))).tables
    return {row.cells[0].text: row.cells[1].text for table in tables for row in table.rows}


def in_pdf(form: RequestForm) -> str:
    pages = PdfReader(BytesIO(request_form_pdf(form)), strict=True).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_the_word_file_shows_every_entry_in_the_order_of_the_screen() -> None:
    assert tuple(in_docx(FORM).values()) == SHOWN


@pytest.mark.parametrize("value", SHOWN)
def test_the_pdf_shows_every_entry(value: str) -> None:
    assert value in in_pdf(FORM)


def test_a_citizen_without_mail_has_none_on_paper() -> None:
    form = replace(FORM, email=None)
    assert in_docx(form)["Email"] == "Không có"
    assert "Email Không có" in in_pdf(form)


@pytest.mark.parametrize("letters", [LETTERS, LETTERS.upper()])
def test_every_vietnamese_letter_survives(letters: str) -> None:
    form = replace(FORM, full_name=letters)
    assert in_docx(form)["Họ và tên"] == letters
    assert letters in in_pdf(form)


@settings(max_examples=25)
@given(st.text())
@example("Ư" * 10_000)
def test_no_file_name_can_spoil_the_paper(name: str) -> None:
    form = replace(FORM, attachment_name=name, full_name=name)
    assert in_docx(form)["Số CMND/CCCD"] == FORM.id_number
    assert FORM.id_number in in_pdf(form)


@pytest.mark.parametrize("made", [request_form_docx, request_form_pdf])
def test_the_same_form_gives_the_same_bytes(made: Callable[[RequestForm], bytes]) -> None:
    assert made(FORM) == made(FORM)


def test_the_page_follows_decree_30() -> None:
    paper = Document(BytesIO(request_form_docx(FORM)))
    page = paper.sections[0]
    lengths = (page.page_width, page.page_height, page.left_margin, page.right_margin)
    assert [round(length.mm) for length in lengths if length] == [210, 297, 30, 20]
    assert paper.styles["Normal"].font.name == "Times New Roman"


def test_the_word_file_carries_the_practice_marks_on_every_page() -> None:
    page = Document(BytesIO(request_form_docx(FORM))).sections[0]
    assert page.header.paragraphs[0].text == "DIỄN TẬP – DỮ LIỆU GIẢ LẬP"
    assert page.footer.paragraphs[0].text.startswith("Giấy này chỉ dùng để thực hành")


def test_every_page_of_a_long_pdf_carries_the_practice_marks() -> None:
    long = "tên rất dài " * 25
    form = replace(FORM, attachment_name=long, full_name=long, unit=long, officer=long)
    pages = PdfReader(BytesIO(request_form_pdf(form))).pages
    assert len(pages) > 1
    assert all("DIỄN TẬP – DỮ LIỆU GIẢ LẬP" in page.extract_text() for page in pages)


def test_the_pdf_embeds_every_font_it_uses() -> None:
    fonts = {*re.findall(rb"/BaseFont /([\w+-]+)", request_form_pdf(FORM))}
    assert fonts == {
        b"AAAAAA+LiberationSerif",
        b"AAAAAA+LiberationSerif-Bold",
        b"AAAAAA+LiberationSerif-Italic",
    }


def test_the_files_are_dated_when_the_form_was_made() -> None:
    pdf = PdfReader(BytesIO(request_form_pdf(FORM))).metadata
    word = Document(BytesIO(request_form_docx(FORM))).core_properties
    assert pdf is not None
    assert pdf.creation_date == FORM.made_at
    assert word.created == FORM.made_at.astimezone(UTC)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2022, 2, 5), "Ngày 05 tháng 02 năm 2022"),
        (date(2022, 3, 15), "Ngày 15 tháng 3 năm 2022"),
        (date(2022, 12, 1), "Ngày 01 tháng 12 năm 2022"),
    ],
)
def test_the_date_line_is_written_as_offices_write_it(day: date, text: str) -> None:
    made_at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    assert signed_on(replace(FORM, made_at=made_at)) == text
