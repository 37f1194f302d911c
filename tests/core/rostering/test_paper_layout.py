"""A month with long names on paper (NĐ 30/2020): margins, pages, what stays together."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from itertools import cycle, pairwise
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from rostering.values import Half, Opening, Organisation, Person, Shift, Venue
from tests.core.rostering.offices import DESK, period
from tests.core.rostering.test_paper import heading
from web.roster.paper import content
from web.roster.paper.content import Paper, paper
from web.roster.paper.excel import roster_xlsx
from web.roster.paper.pdf import roster_pdf
from web.roster.paper.word import roster_docx

NAMES = (
    "Công Tằng Tôn Nữ Thử Thị Diễm Khuyên",
    "Nguyễn Hoàng Thị Mẫu Phương Quỳnh",
    "Đặng Nguyễn Thị Thử Ngọc Trương",
    "Huỳnh Nghiễm Mẫu Thưởng",
    "Hồ Ngọc Mẫu Ỷ",
)
FRONT = Organisation("front", "Ủy ban Mặt trận Tổ quốc Việt Nam xã")
FIRST, LAST = date(2027, 3, 1), date(2027, 3, 31)
A4_WIDTH, A4_HEIGHT = 210 * mm, 297 * mm


def place(id_: str, name: str, wanted: int, halves: tuple[Half, ...] = tuple(Half)) -> Venue:
    return Venue(id_, name, tuple(Opening(d, half, wanted, 1) for d in range(5) for half in halves))


@cache
def month(reissued: bool = False) -> Paper:
    people = [Person(each, each, (DESK, FRONT)[n % 2]) for n, each in enumerate(NAMES)]
    village = place("b", "Nhà văn hóa thôn Mẫu Thượng – điểm hỗ trợ lưu động", 1)
    post = place("c", "Bưu điện xã", 1, (Half.MORNING,))
    request = period(FIRST, LAST, *people, venues=(place("a", "Bộ phận Một cửa", 3), village, post))
    shift_by_shift = cycle(people)
    shifts = [Shift(s, next(shift_by_shift).id) for s in request.slots for _ in range(s.wanted)]
    one = replace(heading(2 if reissued else 1), first=FIRST, last=LAST)
    return paper(one, request, shifts, shifts[: -len(shifts) // 9] if reissued else None)


@cache
def pdf(reissued: bool = False) -> PdfReader:
    return PdfReader(BytesIO(roster_pdf(month(reissued))))


def pieces(reader: PdfReader, number: int) -> list[tuple[str, float, float, float]]:
    """A page's words with their left and right ends and the height they stand at, in points."""
    found: list[tuple[str, float, float, float]] = []

    def see(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        if text.strip():
            face = str(font["/BaseFont"]).partition("+")[2]
            left = cm[0] * tm[4] + cm[4]
            width = stringWidth(text.rstrip(), f"LiberationSerif-{_face(face)}", size)
            found.append((text.strip(), left, left + width, cm[3] * tm[5] + cm[5]))

    reader.pages[number].extract_text(visitor_text=see)
    return found


def _face(font: str) -> str:
    return font.partition("-")[2] or "Regular"


@pytest.mark.parametrize("reissued", [False, True])
def test_nothing_on_the_pdf_leaves_the_margins(reissued: bool) -> None:
    reader = pdf(reissued)
    for number, page in enumerate(reader.pages):
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
            (A4_WIDTH, A4_HEIGHT), abs=0.1
        )
        for words, left, right, _ in pieces(reader, number):
            assert left >= 30 * mm - 1, words
            assert right <= A4_WIDTH - 15 * mm + 1, words


def test_the_pdf_carries_its_fonts() -> None:
    fonts = {
        str(font["/BaseFont"]): font
        for page in pdf().pages
        for font in (each.get_object() for each in page["/Resources"]["/Font"].values())  # type: ignore[index]  # pypdf gives plain objects
    }
    assert len(fonts) == 3  # plain, bold, slanted
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts.values())


def test_pages_are_numbered_in_the_middle_of_the_upper_margin_but_the_first() -> None:
    reader = pdf()
    assert len(reader.pages) > 3
    for number in range(len(reader.pages)):
        above = [each for each in pieces(reader, number) if each[3] > A4_HEIGHT - 20 * mm]
        if number == 0:
            assert above == []
        else:
            ((words, left, right, _),) = above
            assert words == str(number + 1)
            assert (left + right) / 2 == pytest.approx(A4_WIDTH / 2, abs=2)


def test_no_page_of_the_pdf_tears_a_day_apart_and_all_repeat_the_head() -> None:
    days = []
    for page in pdf().pages:
        text = " ".join(page.extract_text().split())
        head, table, rest = text.partition(" ".join(content.COLUMNS))
        assert table, head
        assert rest.split()[0] == "Thứ"  # the first row under the head begins a day
        days += [word for word in rest.split() if word.endswith("/03/2027")]
    assert len(days) == len(set(days)) == 23


def test_every_turn_stands_on_the_pdf_in_full() -> None:
    words = " ".join(" ".join(page.extract_text() for page in pdf().pages).split())
    for name in NAMES:
        expected = sum(
            each.words == name for row in month().rows for b in row.boxes for each in b.names
        )
        assert words.count(name) == expected


@pytest.mark.parametrize("reissued", [False, True])
def test_the_signature_never_stands_alone_on_a_page(reissued: bool) -> None:
    last = " ".join(pdf(reissued).pages[-1].extract_text().split())
    before, signature, _ = last.partition("TRƯỞNG BỘ PHẬN")
    assert signature
    assert ("Chiều thứ Tư 31/03/2027" if reissued else "31/03/2027") in before


def word_rows() -> Iterator[Any]:
    yield from Document(BytesIO(roster_docx(month()))).tables[1].rows


def test_word_keeps_the_margins_and_the_font() -> None:
    document = Document(BytesIO(roster_docx(month())))
    (page,) = document.sections
    sides = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert [round(side.mm) for side in sides if side] == [20, 20, 30, 15]
    assert page.different_first_page_header_footer
    assert document.styles["Normal"].font.name == "Times New Roman"
    for table in document.tables:
        assert round(sum(cell.width.mm for cell in table.rows[0].cells if cell.width)) == 165


def test_word_tears_neither_rows_nor_days_apart() -> None:
    head, *rows = word_rows()
    assert head._tr.xpath("./w:trPr/w:tblHeader")
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in (head, *rows))
    starts = [bool(row.cells[0].text) for row in rows] + [False]
    for row, next_starts in zip(rows, starts[1:], strict=True):
        flags = {p.paragraph_format.keep_with_next for cell in row.cells for p in cell.paragraphs}
        assert flags == ({None} if next_starts else {True})  # the last day stays with the signature


def test_the_workbook_fits_the_page_and_breaks_between_days() -> None:
    sheet = load_workbook(BytesIO(roster_xlsx(month(reissued=True)))).worksheets[0]
    columns = sheet.column_dimensions.values()
    pixels = sum(one.width * 8 * ((one.max or 0) - (one.min or 0) + 1) for one in columns)
    assert 150 < pixels / 96 * 25.4 <= 165
    assert sheet.print_title_rows == "$9:$9"
    days = [row for row in range(10, 10 + len(month().rows)) if sheet.cell(row, 1).value]
    breaks = [each.id + 1 for each in sheet.row_breaks.brk]
    assert len(breaks) > 3
    assert all(row in days or row >= 10 + len(month().rows) for row in breaks)
    assert sheet.HeaderFooter.differentFirst
    assert not sheet.firstHeader  # nothing in it
    assert sheet.oddHeader
    assert sheet.oddHeader.center.text == "&P"


def test_the_workbooks_pages_hold_what_was_counted_and_rows_what_is_in_them() -> None:
    sheet = load_workbook(BytesIO(roster_xlsx(month(reissued=True)))).worksheets[0]
    heights = [sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)]
    assert None not in heights
    edges = [0, *(each.id for each in sheet.row_breaks.brk), len(heights)]
    for first, last in pairwise(edges):
        assert sum(heights[first:last]) <= 257 * mm
    for number in range(10, 10 + len(month().rows)):
        lines = max(str(cell.value or "").count("\n") + 1 for cell in sheet[number])
        assert sheet.row_dimensions[number].height >= 15 * lines
