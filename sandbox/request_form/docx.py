"""The request form as a Word file, in the layout of NĐ 30/2020."""

from datetime import UTC
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from sandbox.request_form import content
from sandbox.request_form.content import RequestForm
from sandbox.specimen.archive import archive

_FONT = "Times New Roman"
_LABEL_WIDTH, _VALUE_WIDTH = Mm(52), Mm(108)
_SIGNER_INDENT = Mm(80)


def request_form_docx(form: RequestForm) -> bytes:
    """The form as .docx; the same form gives the same bytes."""
    paper = _blank_paper(form)
    _head(paper)
    _line(paper, f"Kính gửi: {form.unit}", space=10)
    _line(paper, content.REQUEST, centred=False, space=8)
    for section in content.sections(form):
        heading = _line(paper, section.heading, bold=True, centred=False, space=10)
        heading.paragraph_format.keep_with_next = True
        _rows(paper, section.rows)
    _line(paper, content.PLEDGE, centred=False, space=10)
    _signature(paper, form)
    return to_bytes(paper)


def _blank_paper(form: RequestForm) -> Paper:
    paper = Document()
    page = paper.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(20)
    page.header_distance = page.footer_distance = Mm(9)
    _set_font(paper)
    _practice_mark(page.header.paragraphs[0], content.PRACTICE_MARK)
    _practice_mark(page.footer.paragraphs[0], content.PRACTICE_NOTE)
    _describe(paper, form)
    return paper


def _set_font(paper: Paper) -> None:
    style = paper.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(13)
    # Without this Word takes another font for letters it thinks East Asian.
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)


def _practice_mark(paragraph: Paragraph, text: str) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.font.size, run.font.color.rgb = True, Pt(11), RGBColor(0x7A, 0x2E, 0x1D)


def _describe(paper: Paper, form: RequestForm) -> None:
    about = paper.core_properties
    about.title = " ".join((*content.TITLE, "(diễn tập)"))
    about.author, about.comments = "motcua", content.PRACTICE_NOTE
    about.created = about.modified = form.made_at.astimezone(UTC)


def _head(paper: Paper) -> None:
    country, freedom = content.MOTTO
    _line(paper, country, bold=True)
    _line(paper, freedom, bold=True).runs[0].underline = True
    title, subject = content.TITLE
    _line(paper, title, bold=True, space=24, size=14)
    _line(paper, subject, bold=True, size=14)


def _line(
    paper: Paper,
    text: str,
    *,
    bold: bool = False,
    centred: bool = True,
    space: int = 4,
    size: int = 13,
) -> Paragraph:
    """One paragraph; ``space`` before it and ``size`` are in points."""
    paragraph = paper.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.space_before = Pt(space)
    paragraph.paragraph_format.space_after = Pt(4)
    return paragraph


def _rows(paper: Paper, rows: tuple[tuple[str, str], ...]) -> None:
    table = paper.add_table(rows=0, cols=2)
    table.autofit = False
    for label, value in rows:
        left, right = table.add_row().cells
        left.text, right.text = label, value
        right.paragraphs[0].runs[0].bold = True
    # Setting a column's width sets it in the grid and in every cell: Word reads
    # the cells, LibreOffice the grid.
    for column, width in zip(table.columns, (_LABEL_WIDTH, _VALUE_WIDTH), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _signature(paper: Paper, form: RequestForm) -> None:
    role, hint = content.SIGNER
    date_line = _line(paper, content.signed_on(form), space=14)
    lines = [date_line, _line(paper, role, bold=True), _line(paper, hint)]
    date_line.runs[0].italic = lines[2].runs[0].italic = True
    lines.append(_line(paper, content.signer(form), bold=True, space=64))
    for line in lines:
        line.paragraph_format.left_indent = _SIGNER_INDENT
        line.paragraph_format.keep_with_next = line is not lines[-1]


def to_bytes(paper: Paper) -> bytes:
    """The saved file with its members' dates taken out."""
    buffer = BytesIO()
    paper.save(buffer)
    with ZipFile(buffer) as saved:
        parts = [(name, saved.read(name)) for name in saved.namelist()]
    return archive(parts, method=ZIP_DEFLATED)
