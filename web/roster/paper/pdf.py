"""The roster as a PDF: A4, margins 20/20/30/15 mm, serif 13 (NĐ 30/2020)."""

from collections.abc import Iterator
from datetime import UTC
from functools import partial
from html import escape
from io import BytesIO
from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from sandbox.request_form.pdf import register_fonts
from web.roster.paper import content
from web.roster.paper.content import Box, Heading, Paper, Row

_REGULAR, _BOLD, _ITALIC = (f"LiberationSerif-{face}" for face in ("Regular", "Bold", "Italic"))
_PADDING = 6  # points that ReportLab leaves between a frame and its text
_LAST = 3  # changes that stay with the signature, which must not stand alone on a page
_WIDTH = A4[0] - 45 * mm
_QR = 24 * mm
_RULE = HexColor("#555555")

_BODY = ParagraphStyle(
    "roster", fontName=_REGULAR, fontSize=13, leading=16, alignment=TA_LEFT, spaceShrinkage=0
)
_CELL = ParagraphStyle("roster cell", _BODY, fontSize=12, leading=14)
_BOLD_CELL = ParagraphStyle("roster bold cell", _CELL, fontName=_BOLD)
_HOME = ParagraphStyle("roster home", _CELL, fontSize=10, leading=11.5, spaceAfter=1)
_SMALL = ParagraphStyle("roster small", _BODY, fontSize=11, leading=14)
_MIDDLE = ParagraphStyle("roster middle", _BODY, alignment=TA_CENTER)
_BOLD_MIDDLE = ParagraphStyle("roster bold", _MIDDLE, fontName=_BOLD)
_TITLE = ParagraphStyle("roster title", _BOLD_MIDDLE, fontSize=14, leading=18)
_HEAD_CELL = ParagraphStyle("roster head cell", _BOLD_MIDDLE, fontSize=12)
_SLANTED = ParagraphStyle("roster slanted", _MIDDLE, fontName=_ITALIC)

_PLAIN = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), _REGULAR),  # else Helvetica, not embedded
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ]
)
_GRID = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), _REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
)


def roster_pdf(paper: Paper) -> bytes:
    """The paper as PDF, fonts embedded; the same paper gives the same bytes."""
    register_fonts()
    heading, buffer = paper.heading, BytesIO()
    document = SimpleDocTemplate(
        buffer,
        pagesize=A4,
        leftMargin=30 * mm - _PADDING,
        rightMargin=15 * mm - _PADDING,
        topMargin=20 * mm,
        bottomMargin=20 * mm,
        invariant=1,
        title=f"{content.KIND.capitalize()} {heading.number}, {heading.version_words.lower()}",
        author="motcua",
        subject=content.MARK,
        lang="vi",
        initialFontName=_REGULAR,
    )
    document.build(_story(paper), partial(_first_page, paper), partial(_later_page, paper))
    return buffer.getvalue()


def _story(paper: Paper) -> list[Flowable]:
    return [
        _top(paper.heading),
        Spacer(0, 6 * mm),
        _text(content.KIND, _TITLE),
        _text(content.SUBJECT, _BOLD_MIDDLE),
        _Line(0.33),
        Spacer(0, 2 * mm),
        _text(f"{paper.heading.span}. {paper.heading.version_words}.", _SLANTED),
        Spacer(0, 4 * mm),
        *(_changed(paper) if paper.changes else [_grid(paper, _ending(paper))]),
    ]


def _text(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text), style)


class _Line(Flowable):
    """A thin line in the middle, ``share`` of the width; the library's own leans left in cells."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """The room it takes, in points."""
        self._room = width
        return width, 4

    def draw(self) -> None:
        """Draw it."""
        left = self._room * (1 - self._share) / 2
        self.canv.setLineWidth(0.7)
        self.canv.line(left, 2, self._room - left, 2)


def _top(heading: Heading) -> Flowable:
    """The agency with the number on the left, the country's name with the date on the right."""
    left: list[Flowable] = [_text(heading.upper.upper(), _MIDDLE)] if heading.upper else []
    left += [_text(heading.agency.upper(), _BOLD_MIDDLE), _Line(0.4)]
    left += [Spacer(0, 2 * mm), _text(f"Số: {heading.number}", _MIDDLE)]
    country = ParagraphStyle("country", _BOLD_MIDDLE, fontSize=12)
    right: list[Flowable] = [_text(content.COUNTRY, country), _text(content.MOTTO, _BOLD_MIDDLE)]
    right += [_Line(0.62), Spacer(0, 2 * mm), _text(heading.place_and_date, _SLANTED)]
    return Table([[left, right]], [0.42 * _WIDTH, 0.58 * _WIDTH], style=_PLAIN)


def _grid(paper: Paper, ending: Flowable | None = None) -> Flowable:
    """The table; ``ending`` is its last row, so that it stays with the last day."""
    rows = [[_day(row), _text(row.venue, _CELL), *map(_box, row.boxes)] for row in paper.rows]
    head = [_text(each, _HEAD_CELL) for each in content.COLUMNS]
    last = [[ending, "", "", ""]] if ending else []
    widths = [share * _WIDTH for share in (0.14, 0.2, 0.33, 0.33)]
    style = TableStyle([*_together(paper, bool(ending))], _GRID)
    return Table([head, *rows, *last], widths, style=style, repeatRows=1)


def _together(paper: Paper, ends: bool) -> Iterator[Any]:
    """Lines around the rows, and no day torn apart between two pages."""
    first, rows = 1, len(paper.rows)
    yield "GRID", (0, 0), (-1, rows), 0.5, black
    for day in paper.days:
        last = first + len(day) - 1
        yield "NOSPLIT", (0, first), (-1, last + 1 if ends and last == rows else last)
        first = last + 1
    if ends:
        yield "SPAN", (0, -1), (-1, -1)
        yield "LEFTPADDING", (0, -1), (-1, -1), 0
        yield "RIGHTPADDING", (0, -1), (-1, -1), 0
        yield "TOPPADDING", (0, -1), (-1, -1), 6 * mm


def _day(row: Row) -> Paragraph:
    words = "<br/>".join(escape(row.day).rsplit(" ", 1))
    note = f"<br/>({escape(row.note)})" if row.note else ""
    return Paragraph(f"{words}{note}", _CELL)


def _box(box: Box) -> list[Flowable]:
    if not box.open:
        return [_text(content.CLOSED, ParagraphStyle("closed", _CELL, alignment=TA_CENTER))]
    parts: list[Flowable] = []
    for each in box.names:
        style = _BOLD_CELL if each.new else _CELL
        parts += [_text(f"{each.words}{content.NEW if each.new else ''}", style)]
        parts += [_text(each.home, _HOME)]
    return [*parts, _text(box.missing, _BOLD_CELL)] if box.missing else parts


def _changed(paper: Paper) -> list[Flowable]:
    """The table, what has changed, and the ending together with the last of the changes."""
    heading = ParagraphStyle("changes", _BODY, fontName=_BOLD, fontSize=12, keepWithNext=1)
    changes = [_text(f"- {each}", _CELL) for each in paper.changes]
    ending = [*changes[-_LAST:], Spacer(0, 6 * mm), _ending(paper)]
    before = [Spacer(0, 4 * mm), _text(paper.changes_heading, heading), *changes[:-_LAST]]
    return [_grid(paper), *before, KeepTogether(ending)]


def _ending(paper: Paper) -> Flowable:
    """Recipients and the QR code on the left, the signature on the right."""
    heading = paper.heading
    bold = ParagraphStyle("recipients", _SMALL, fontName=_ITALIC, fontSize=12)
    code = QrCodeWidget(heading.address, barLevel="M", barWidth=_QR, barHeight=_QR)
    left: list[Flowable] = [_text(content.RECIPIENTS, bold)]
    left += [_text(f"- {each};", _SMALL) for each in heading.recipients]
    left += [_text("- Lưu: hồ sơ.", _SMALL), Spacer(0, 3 * mm)]
    left += [Drawing(_QR, _QR, code, initialFontName=_REGULAR), _text(content.CHECK, _SMALL)]
    right: list[Flowable] = [_text(heading.signer_role.upper(), _BOLD_MIDDLE), Spacer(0, 28 * mm)]
    right += [_text(heading.signer, _BOLD_MIDDLE)]
    return Table([[left, right]], [0.5 * _WIDTH, 0.5 * _WIDTH], style=_PLAIN)


def _first_page(paper: Paper, canvas: Canvas, _: BaseDocTemplate) -> None:
    made_at = f"D:{paper.heading.issued_at.astimezone(UTC):%Y%m%d%H%M%S}Z"
    canvas.setDateFormatter(lambda *_: made_at)
    _foot(paper, canvas)


def _later_page(paper: Paper, canvas: Canvas, _: BaseDocTemplate) -> None:
    """The page's number stands in the middle of the upper margin, but not on the first."""
    canvas.saveState()
    canvas.setFont(_REGULAR, 13)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 13 * mm, str(canvas.getPageNumber()))
    canvas.restoreState()
    _foot(paper, canvas)


def _foot(paper: Paper, canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillColor(_RULE)
    canvas.setFont(_REGULAR, 9)
    canvas.drawString(30 * mm, 10 * mm, paper.foot)
    canvas.restoreState()
