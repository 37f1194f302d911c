"""The roster as a PDF: A4, margins 20/20/30/15 mm, serif 13 (NĐ 30/2020)."""

from collections.abc import Iterator
from datetime import UTC
from functools import partial
from html import escape
from io import BytesIO
from itertools import groupby

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

from motcua.sandbox.request_form.pdf import register_fonts
from motcua.web.roster.paper import content
from motcua.web.roster.paper.content import Box, Heading, Paper, Row

_REGULAR, _BOLD, _ITALIC = (f"LiberationSerif-{face}" for face in ("Regular", "Bold", "Italic"))
_PADDING = 6  # points that ReportLab leaves between a frame and its text
_WIDTH = A4[0] - 45 * mm
_QR = 24 * mm
_RULE = HexColor("#555555")

_BODY = ParagraphStyle("roster", fontName=_REGULAR, fontSize=13, leading=16, alignment=TA_LEFT)
_CELL = ParagraphStyle("roster cell", _BODY, fontSize=12, leading=15)
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
        ("GRID", (0, 0), (-1, -1), 0.5, black),
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
    document.build(_story(paper), partial(_first_page, heading), partial(_later_page, heading))
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
        _grid(paper.rows),
        *_changes(paper),
        Spacer(0, 6 * mm),
        KeepTogether([_ending(paper.heading)]),
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


def _grid(rows: tuple[Row, ...]) -> Flowable:
    head = [_text(each, _HEAD_CELL) for each in content.COLUMNS]
    cells = [[_day(row), _text(row.venue, _CELL), *map(_box, row.boxes)] for row in rows]
    widths = [0.17 * _WIDTH, 0.21 * _WIDTH, 0.31 * _WIDTH, 0.31 * _WIDTH]
    return Table([head, *cells], widths, style=TableStyle([*_together(rows)], _GRID), repeatRows=1)


def _together(rows: tuple[Row, ...]) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """A day with several places is not torn apart between two pages."""
    for _, group in groupby(enumerate(rows, start=1), key=lambda each: each[1].on):
        numbers = [number for number, _ in group]
        yield "NOSPLIT", (0, numbers[0]), (-1, numbers[-1])


def _day(row: Row) -> Paragraph:
    words = "<br/>".join(escape(row.day).rsplit(" ", 1))
    note = f"<br/>({escape(row.note)})" if row.note else ""
    return Paragraph(f"{words}{note}", _CELL)


def _box(box: Box) -> Paragraph:
    if not box.open:
        return _text(content.CLOSED, ParagraphStyle("closed", _CELL, alignment=TA_CENTER))
    named = [
        f'<font name="{_BOLD if each.new else _REGULAR}">{escape(each.words)}'
        f"{content.NEW if each.new else ''}</font>"
        f'<br/><font size="10">{escape(each.home)}</font>'
        for each in box.names
    ]
    missing = [f'<font name="{_BOLD}">{escape(box.missing)}</font>'] if box.missing else []
    return Paragraph("<br/>".join([*named, *missing]), _CELL)


def _changes(paper: Paper) -> list[Flowable]:
    if not paper.changes:
        return []
    heading = ParagraphStyle("changes", _BODY, fontName=_BOLD, fontSize=12)
    told = (_text(f"- {each}", _CELL) for each in paper.changes)
    return [Spacer(0, 4 * mm), _text(paper.changes_heading, heading), *told]


def _ending(heading: Heading) -> Flowable:
    """Recipients and the QR code on the left, the signature on the right."""
    bold = ParagraphStyle("recipients", _SMALL, fontName=_ITALIC, fontSize=12)
    code = QrCodeWidget(heading.address, barLevel="M", barWidth=_QR, barHeight=_QR)
    left: list[Flowable] = [_text(content.RECIPIENTS, bold)]
    left += [_text(f"- {each};", _SMALL) for each in heading.recipients]
    left += [_text("- Lưu: hồ sơ.", _SMALL), Spacer(0, 3 * mm)]
    left += [Drawing(_QR, _QR, code, initialFontName=_REGULAR), _text(content.CHECK, _SMALL)]
    right: list[Flowable] = [_text(heading.signer_role.upper(), _BOLD_MIDDLE), Spacer(0, 28 * mm)]
    right += [_text(heading.signer, _BOLD_MIDDLE)]
    return Table([[left, right]], [0.5 * _WIDTH, 0.5 * _WIDTH], style=_PLAIN)


def _first_page(heading: Heading, canvas: Canvas, _: BaseDocTemplate) -> None:
    made_at = f"D:{heading.issued_at.astimezone(UTC):%Y%m%d%H%M%S}Z"
    canvas.setDateFormatter(lambda *_: made_at)
    _foot(heading, canvas)


def _later_page(heading: Heading, canvas: Canvas, _: BaseDocTemplate) -> None:
    """The page's number stands in the middle of the upper margin, but not on the first."""
    canvas.saveState()
    canvas.setFont(_REGULAR, 13)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 13 * mm, str(canvas.getPageNumber()))
    canvas.restoreState()
    _foot(heading, canvas)


def _foot(heading: Heading, canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillColor(_RULE)
    canvas.setFont(_REGULAR, 9)
    said = f"{content.MARK}. {heading.version_words}, số {heading.number}."
    canvas.drawString(30 * mm, 10 * mm, said)
    canvas.restoreState()
