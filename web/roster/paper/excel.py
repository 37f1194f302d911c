"""The roster as a workbook: one sheet to print on A4, with the same words as the paper."""

import re
from collections.abc import Iterable
from datetime import UTC
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sandbox.request_form.pdf import register_fonts
from sandbox.specimen.archive import archive
from web.roster.paper import content
from web.roster.paper.content import Heading, Paper, Row
from web.roster.paper.word import qr_png

_WIDTHS = (11, 17, 23, 23)  # digits of 8 pixels; together a little less than the page
_USUAL = {"font_name": "Times New Roman", "font_size": 12, "font_scheme": False}
_TEXT = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "valign": "top"}
# Columns are as wide as so many digits of the usual font, so it must be one that everybody has.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_format_properties": _USUAL,
    "default_column_width": 72,  # pixels that go with that font
}
_FONT = '"Times New Roman,Regular"'
_REGULAR, _BOLD = "LiberationSerif-Regular", "LiberationSerif-Bold"  # as wide as Times
_BOLD_STYLES = {"title", "bold", "head"}
_LINE = 15.75  # points, of a line of 12-point text
_INCH = 1 / 25.4
_QR_ROWS, _SIGNED = 6, 3  # rows beside the QR code; the one with the signer's name


class Cell(NamedTuple):
    """Words in a row, from the ``first`` to the ``last`` column."""

    first: int
    last: int
    words: str
    style: str


def roster_xlsx(paper: Paper) -> bytes:
    """The paper as .xlsx; the same paper gives the same bytes."""
    register_fonts()
    buffer = BytesIO()
    with Workbook(buffer, _OPTIONS) as book:
        made_at = paper.heading.issued_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        book.set_properties({"created": made_at, "author": "motcua", "comments": content.MARK})
        sheet = book.add_worksheet("Lịch trực")
        _page(sheet, paper)
        _Setter(sheet, _styles(book), paper).set()
    return _first_page_unnumbered(buffer)


def _styles(book: Workbook) -> dict[str, Format]:
    kinds: dict[str, dict[str, object]] = {
        "plain": {},
        "bold": {"bold": True},
        "middle": {"align": "center"},
        "title": {"bold": True, "align": "center"},
        "date": {"italic": True, "align": "center"},
        "head": {"bold": True, "align": "center", "border": 1},
        "cell": {"border": 1},
    }
    return {name: book.add_format(_TEXT | more) for name, more in kinds.items()}


def _page(sheet: Worksheet, paper: Paper) -> None:
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=30 * _INCH, right=15 * _INCH, top=20 * _INCH, bottom=20 * _INCH)
    sheet.set_header(f"&C&{_FONT}&13&P", {"margin": 9 * _INCH})
    sheet.set_footer(f"&L&{_FONT}&9{paper.foot}", {"margin": 9 * _INCH})
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)


class _Setter:
    """Writes rows from the top down, each as high as its words need, and breaks pages at days.

    Spreadsheets neither grow rows for joined cells nor keep rows together: it is counted here.
    """

    def __init__(self, sheet: Worksheet, styles: dict[str, Format], paper: Paper) -> None:
        self._sheet, self._styles, self._paper = sheet, styles, paper
        self._widths = [(8 * width + 5) * 0.75 for width in _WIDTHS]  # points
        self._room = 257 * mm * 0.97  # no two printers are alike
        self._row, self._used, self._breaks = 0, 0.0, list[int]()

    def set(self) -> None:
        """The whole paper."""
        self._top(self._paper.heading)
        self._sheet.repeat_rows(self._row)
        self._write(*_in_columns(content.COLUMNS, "head"))
        for day in self._paper.days:
            lines = [_in_columns(_words(row), "cell") for row in day]
            self._keep_together(sum(map(self._height, lines)))
            for line in lines:
                self._write(*line)
        self._changes()
        self._ending(self._paper.heading)
        self._sheet.set_h_pagebreaks(self._breaks)

    def _height(self, cells: Iterable[Cell]) -> float:
        """What the words need, in points."""
        lines = (
            simpleSplit(
                each.words,
                _BOLD if each.style in _BOLD_STYLES else _REGULAR,
                12,
                sum(self._widths[each.first : each.last + 1]) - 6,
            )
            for each in cells
        )
        return _LINE * max(1, 0, *map(len, lines)) + 2

    def _keep_together(self, height: float) -> None:
        """Begin a new page when so much does not fit on this one."""
        if self._used + height > self._room:
            self._breaks.append(self._row)
            self._used = _LINE + 2  # the repeated head

    def _write(self, *cells: Cell) -> None:
        """The next row; without cells an empty one."""
        height = self._height(cells)
        self._keep_together(height)
        for first, last, words, style in cells:
            look = self._styles[style]
            if first == last:
                self._sheet.write_string(self._row, first, words, look)
            else:
                self._sheet.merge_range(self._row, first, self._row, last, words, look)
        self._sheet.set_row(self._row, height)
        self._row, self._used = self._row + 1, self._used + height

    def _top(self, heading: Heading) -> None:
        self._write(_left(heading.upper.upper(), "middle"), _right(content.COUNTRY, "title"))
        self._write(_left(heading.agency.upper(), "title"), _right(content.MOTTO, "title"))
        self._write(
            _left(f"Số: {heading.number}", "middle"), _right(heading.place_and_date, "date")
        )
        self._write()
        self._write(_across(content.KIND, "title"))
        self._write(_across(content.SUBJECT, "title"))
        self._write(_across(f"{heading.span}. {heading.version_words}.", "date"))
        self._write()

    def _changes(self) -> None:
        changes = self._paper.changes
        if changes:
            self._write()
            self._write(_across(self._paper.changes_heading, "bold"))
        for each in changes:
            self._write(_across(f"- {each}", "plain"))

    def _ending(self, heading: Heading) -> None:
        recipients = (*heading.recipients, "Lưu: hồ sơ")
        text = "\n".join((content.RECIPIENTS, *(f"- {each};" for each in recipients)))
        left = _left(text, "plain")
        self._keep_together(self._height([left]) + (_QR_ROWS + 2) * (_LINE + 2))
        self._write()
        self._write(left, _right(heading.signer_role.upper(), "title"))
        picture = {"image_data": BytesIO(qr_png(heading.address)), "x_scale": 0.5, "y_scale": 0.5}
        self._sheet.insert_image(self._row, 0, "qr.png", picture | {"description": content.CHECK})
        for number in range(_QR_ROWS):
            self._write(*([_right(heading.signer, "title")] if number == _SIGNED else []))
        self._write(_left(content.CHECK, "plain"))


def _in_columns(words: Iterable[str], style: str) -> list[Cell]:
    return [Cell(number, number, each, style) for number, each in enumerate(words)]


def _left(words: str, style: str) -> Cell:
    return Cell(0, 1, words, style)


def _right(words: str, style: str) -> Cell:
    return Cell(2, 3, words, style)


def _across(words: str, style: str) -> Cell:
    return Cell(0, 3, words, style)


def _words(row: Row) -> tuple[str, ...]:
    note = f"\n({row.note})" if row.note else ""
    return f"{row.day}{note}", row.venue, *("\n".join(box.lines) for box in row.boxes)


def _first_page_unnumbered(buffer: BytesIO) -> bytes:
    """The workbook, with page numbers from the second page on; the library has no call for it."""
    with ZipFile(buffer) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    name = "xl/worksheets/sheet1.xml"
    foot = re.search(rb"<oddFooter>(.*?)</oddFooter>", parts[name])
    first = b"<firstFooter>" + (foot[1] if foot else b"") + b"</firstFooter></headerFooter>"
    parts[name] = parts[name].replace(b"<headerFooter", b'<headerFooter differentFirst="1"')
    parts[name] = parts[name].replace(b"</headerFooter>", first)
    return archive(parts.items(), method=ZIP_DEFLATED)
