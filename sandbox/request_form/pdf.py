"""The request form as a PDF, in the layout of NĐ 30/2020."""

from copy import copy
from datetime import UTC
from functools import cache, partial
from html import escape
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Indenter,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from sandbox.fonts import font_bytes
from sandbox.request_form import content
from sandbox.request_form.content import RequestForm
from sandbox.request_form.pdf_styles import (
    BODY,
    BOLD,
    FAINT,
    HEAD,
    HEAD_BOLD,
    ITALIC,
    RIBBON,
    ROWS,
    TITLE,
)

_FONTS = ("LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic")
_KNOWN: dict[str, "_Font"] = {}
_LABEL_WIDTH, _VALUE_WIDTH = 52 * mm, 108 * mm
_SIGNER_INDENT = 80 * mm
_FRAME_PADDING = 6
"""Points ReportLab leaves between a frame and its text on every side."""


def request_form_pdf(form: RequestForm) -> bytes:
    """The form as PDF with its font embedded; the same form gives the same bytes."""
    register_fonts()
    buffer = BytesIO()
    paper = SimpleDocTemplate(
        buffer,
        pagesize=A4,
        leftMargin=30 * mm - _FRAME_PADDING,
        rightMargin=20 * mm - _FRAME_PADDING,
        topMargin=20 * mm,
        bottomMargin=20 * mm,
        invariant=1,
        title=" ".join((*content.TITLE, "(diễn tập)")),
        author="motcua",
        subject=content.PRACTICE_NOTE,
        lang="vi",
        initialFontName="LiberationSerif-Regular",
    )
    paper.build(_story(form), partial(_first_page, form), _stamp)
    return buffer.getvalue()


class _Font(TTFont):
    """A face that several threads may draw with at once.

    ReportLab keeps its place in the font file in the face: one thread reads on where another was.
    """

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  # ReportLab's name
        """Embed the letters that ``doc`` uses, reading with a place of its own."""
        own = copy(self)
        own.face = copy(self.face)
        TTFont.addObjects(own, doc)


@cache
def register_fonts() -> None:
    """Make the serif faces known to ReportLab."""
    for name in _FONTS:
        font = _Font(name, BytesIO(font_bytes(name)))
        pdfmetrics.registerFont(_KNOWN.setdefault(name, font))  # of two threads the first one's


def _story(form: RequestForm) -> list[Flowable]:
    return [
        *_head(),
        _text(f"Kính gửi: {form.unit}", HEAD),
        Spacer(0, 4 * mm),
        _text(content.REQUEST, BODY),
        *_blocks(form),
        Spacer(0, 4 * mm),
        _text(content.PLEDGE, BODY),
        Spacer(0, 6 * mm),
        _signature(form),
    ]


def _text(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text), style)


def _head() -> list[Flowable]:
    country, freedom = content.MOTTO
    return [
        _text(country, HEAD_BOLD),
        Paragraph(f"<u>{escape(freedom)}</u>", HEAD_BOLD),
        Spacer(0, 9 * mm),
        *(_text(line, TITLE) for line in content.TITLE),
        Spacer(0, 5 * mm),
    ]


def _blocks(form: RequestForm) -> list[Flowable]:
    blocks: list[Flowable] = []
    for section in content.sections(form):
        rows = [[_text(label, BODY), _text(value, BOLD)] for label, value in section.rows]
        table = Table(rows, [_LABEL_WIDTH, _VALUE_WIDTH], style=ROWS)
        blocks += [KeepTogether([Spacer(0, 3 * mm), _text(section.heading, BOLD), table])]
    return blocks


def _signature(form: RequestForm) -> Flowable:
    role, hint = content.SIGNER
    lines = [
        Indenter(_SIGNER_INDENT),
        _text(content.signed_on(form), ITALIC),
        _text(role, HEAD_BOLD),
        _text(hint, ITALIC),
        Spacer(0, 22 * mm),
        _text(content.signer(form), HEAD_BOLD),
    ]
    return KeepTogether(lines)


def _first_page(form: RequestForm, canvas: Canvas, paper: BaseDocTemplate) -> None:
    made_at = f"D:{form.made_at.astimezone(UTC):%Y%m%d%H%M%S}Z"
    canvas.setDateFormatter(lambda *_: made_at)
    _stamp(canvas, paper)


def _stamp(canvas: Canvas, _: BaseDocTemplate) -> None:
    """The practice marks of every page: head, foot and a watermark under the text."""
    width, height = A4
    canvas.saveState()
    canvas.setFillColor(RIBBON)
    canvas.setFont("LiberationSerif-Bold", 11)
    canvas.drawCentredString(width / 2, height - 13 * mm, content.PRACTICE_MARK)
    canvas.drawCentredString(width / 2, 10 * mm, content.PRACTICE_NOTE)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(52)
    canvas.setFillColor(FAINT)
    canvas.setFont("LiberationSerif-Bold", 128)
    canvas.drawCentredString(0, -42, "DIỄN TẬP")
    canvas.restoreState()
