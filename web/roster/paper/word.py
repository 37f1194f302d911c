"""The roster as a Word file, which an office may go on writing in (NĐ 30/2020)."""

from datetime import UTC
from io import BytesIO
from typing import Any

import segno
from docx import Document
from docx.document import Document as Document_
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from sandbox.request_form.docx import to_bytes
from web.roster.paper import content
from web.roster.paper.content import Box, Heading, Paper, Row

_FONT = "Times New Roman"
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_TOP = (0.42, 0.58)  # shares of the width
_GRID = (0.16, 0.2, 0.32, 0.32)
_END = (0.5, 0.5)
_MARGINS = Mm(45)  # left and right
_LAST = 3  # changes that stay with the signature, which must not stand alone on a page
_LINE = "_" * 12  # drawn lines need pictures, which an office cannot easily move


def roster_docx(paper: Paper) -> bytes:
    """The paper as .docx; the same paper gives the same bytes."""
    heading, document = paper.heading, _blank(paper)
    _top(document, heading)
    _write(document.add_paragraph(), content.KIND, bold=True, size=14, before=14)
    _write(document.add_paragraph(), content.SUBJECT, bold=True)
    _write(document.add_paragraph(), _LINE, bold=True)
    span = f"{heading.span}. {heading.version_words}."
    _write(document.add_paragraph(), span, italic=True).paragraph_format.space_after = Pt(8)
    _grid(document, paper)
    _changes(document, paper)
    document.add_paragraph().paragraph_format.keep_with_next = True
    _ending(document, heading)
    return to_bytes(document)


def _blank(paper: Paper) -> Document_:
    document = Document()
    _set_page(document.sections[0], paper)
    style: Any = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)  # else Word takes another for some
    style.paragraph_format.space_after = Pt(0)
    heading, about = paper.heading, document.core_properties
    about.title = f"{content.KIND.capitalize()} {heading.number}"
    about.author, about.comments = "motcua", content.MARK
    about.created = about.modified = heading.issued_at.astimezone(UTC)
    return document


def _set_page(page: Section, paper: Paper) -> None:
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(15)
    page.header_distance = page.footer_distance = Mm(9)
    page.different_first_page_header_footer = True
    _number_pages(page.header.paragraphs[0])
    for foot in (page.footer, page.first_page_footer):
        _write(foot.paragraphs[0], paper.foot, size=9, middle=False)


def _number_pages(paragraph: Paragraph) -> None:
    """The page's number, in the middle of the upper margin."""
    run = _write(paragraph, "").runs[0]
    for kind in ("begin", "instr", "end"):
        mark = OxmlElement("w:instrText" if kind == "instr" else "w:fldChar")
        if kind == "instr":
            mark.text = "PAGE"
        else:
            mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)  # the library has no call for fields


def _write(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: int = 13,
    middle: bool = True,
    before: int = 0,
) -> Paragraph:
    """Write into a paragraph; ``size`` and ``before`` are in points."""
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    if middle:
        paragraph.alignment = _CENTRE
    paragraph.paragraph_format.space_before = Pt(before)
    return paragraph


def _table(document: Document_, rows: int, shares: tuple[float, ...]) -> Table:
    """A table as wide as the text whose rows are not torn between pages."""
    table: Table = document.add_table(rows=rows, cols=len(shares))
    table.autofit = False
    room = (document.sections[0].page_width or 0) - _MARGINS
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Length(int(room * share))  # LibreOffice reads the grid, Word the cells
        for cell in column.cells:
            cell.width = column.width
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # the library has no call
    return table


def _fill(cell: _Cell) -> Paragraph:
    """The cell's first paragraph if nothing is in it yet, else a new one."""
    first: Paragraph = cell.paragraphs[0]
    return first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()


def _top(document: Document_, heading: Heading) -> None:
    left, right = _table(document, 1, _TOP).rows[0].cells
    if heading.upper:
        _write(_fill(left), heading.upper.upper(), size=12)
    _write(_fill(left), heading.agency.upper(), bold=True)
    _write(_fill(left), _LINE)
    _write(_fill(left), f"Số: {heading.number}", before=6)
    _write(_fill(right), content.COUNTRY, bold=True, size=12)
    _write(_fill(right), content.MOTTO, bold=True).runs[0].underline = True
    _write(_fill(right), heading.place_and_date, italic=True, before=10)


def _grid(document: Document_, paper: Paper) -> None:
    table = _table(document, len(paper.rows) + 1, _GRID)
    table.style = "Table Grid"
    head = table.rows[0]
    repeated = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(repeated)  # the library has no call for it
    for cell, words in zip(head.cells, content.COLUMNS, strict=True):
        _write(_fill(cell), words, bold=True, size=12)
    cells = table._cells  # its public reading takes the square of the rows
    ends = {id(day[-1]) for day in paper.days[: None if paper.changes else -1]}
    for number, row in enumerate(paper.rows, start=1):
        filled = cells[number * 4 : number * 4 + 4]
        _row(filled, row)
        if id(row) not in ends:
            _keep_with_next(filled)


def _keep_with_next(cells: list[_Cell]) -> None:
    """On the same page as what comes next: the rest of the day, or the signature."""
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _row(cells: list[_Cell], row: Row) -> None:
    day, venue, *halves = cells
    note = f" ({row.note})" if row.note else ""
    _write(_fill(day), f"{row.day}{note}", size=12, middle=False)
    _write(_fill(venue), row.venue, size=12, middle=False)
    for cell, box in zip(halves, row.boxes, strict=True):
        _box(cell, box)
    for cell in cells:
        cell.paragraphs[-1].paragraph_format.space_after = Pt(3)


def _box(cell: _Cell, box: Box) -> None:
    if not box.open:
        _write(_fill(cell), content.CLOSED, size=12)
    for name in box.names:
        mark = content.NEW if name.new else ""
        _write(_fill(cell), f"{name.words}{mark}", bold=name.new, size=12, middle=False)
        _write(_fill(cell), name.home, size=10, middle=False)
    if box.missing:
        _write(_fill(cell), box.missing, bold=True, size=12, middle=False)


def _changes(document: Document_, paper: Paper) -> None:
    if paper.changes:
        heading = document.add_paragraph()
        _write(heading, paper.changes_heading, bold=True, size=12, middle=False, before=10)
        heading.paragraph_format.keep_with_next = True
    for number, each in enumerate(paper.changes):
        paragraph = _write(document.add_paragraph(), f"- {each}", size=12, middle=False)
        paragraph.paragraph_format.keep_with_next = number >= len(paper.changes) - _LAST


def _ending(document: Document_, heading: Heading) -> None:
    left, right = _table(document, 1, _END).rows[0].cells
    _write(_fill(left), content.RECIPIENTS, bold=True, italic=True, size=12, middle=False)
    for each in (*heading.recipients, "Lưu: hồ sơ"):
        _write(_fill(left), f"- {each};", size=11, middle=False)
    _fill(left).add_run().add_picture(BytesIO(qr_png(heading.address)), width=Mm(24))
    _write(_fill(left), content.CHECK, size=11, middle=False)
    _write(_fill(right), heading.signer_role.upper(), bold=True)
    _write(_fill(right), heading.signer, bold=True, before=72)


def qr_png(address: str) -> bytes:
    """The address as a square picture."""
    buffer = BytesIO()
    segno.make(address, micro=False, error="m").save(buffer, kind="png", scale=6, border=1)
    return buffer.getvalue()
