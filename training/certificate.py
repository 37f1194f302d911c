"""The paper that says what somebody practised to mastery: its words, and the words as a PDF."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from io import BytesIO

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Indenter,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from sandbox.request_form.content import PRACTICE_MARK
from sandbox.request_form.pdf import register_fonts
from sandbox.request_form.pdf_styles import BODY, BOLD, HEAD, HEAD_BOLD, ITALIC, RIBBON, ROWS, TITLE

PAPER_TITLE = "GIẤY XÁC NHẬN HOÀN THÀNH LUYỆN TẬP"
NOTE = "Giấy này chỉ xác nhận kết quả luyện tập, không thay cho văn bằng, chứng chỉ."
CHECK = "Quét mã để xem giấy này còn giá trị hay không:"
_QR_SIZE, _SIGNER_INDENT = 32 * mm, 85 * mm
_LABEL_WIDTH, _VALUE_WIDTH = 48 * mm, 112 * mm
_TITLE = ParagraphStyle("paper title", TITLE, fontSize=18, leading=26)
_NAME = ParagraphStyle("name", HEAD_BOLD, fontSize=20, leading=28)
_SMALL = ParagraphStyle("small", BODY, fontSize=11, leading=15, alignment=TA_LEFT)
_BESIDE = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), "LiberationSerif-Regular"),  # else Helvetica, not embedded
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
)


@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """What stands on the paper. ``check_address`` is the whole address behind the QR code."""

    number: str
    full_name: str
    unit_name: str
    title: str
    able: str
    issued_on: date
    valid_until: date
    check_address: str

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The paper's lines: name and value."""
        return (
            ("Năng lực", self.title),
            ("Làm được", self.able),
            ("Ngày cấp", f"{self.issued_on:%d/%m/%Y}"),
            ("Có giá trị đến", f"{self.valid_until:%d/%m/%Y}"),
        )


def certificate_pdf(paper: CertificatePaper) -> bytes:
    """The paper as PDF, A4, fonts embedded; the same words give the same bytes."""
    register_fonts()
    buffer = BytesIO()
    document = SimpleDocTemplate(
        buffer,
        pagesize=A4,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
        topMargin=30 * mm,
        bottomMargin=25 * mm,
        invariant=1,
        title=f"{PAPER_TITLE.capitalize()} {paper.number}",
        author="motcua",
        subject=NOTE,
        lang="vi",
        initialFontName="LiberationSerif-Regular",
    )
    document.build(_story(paper), partial(_first_page, paper.issued_on), _frame)
    return buffer.getvalue()


def _story(paper: CertificatePaper) -> list[Flowable]:
    rows = [[_text(name, BODY), _text(value, BOLD)] for name, value in paper.rows]
    return [
        _text(paper.unit_name.upper(), HEAD_BOLD),
        _text(f"Số: {paper.number}", HEAD),
        Spacer(0, 14 * mm),
        _text(PAPER_TITLE, _TITLE),
        Spacer(0, 8 * mm),
        _text("Xác nhận", HEAD),
        _text(paper.full_name, _NAME),
        _text("đã luyện tập đến mức thành thạo trên Bàn tập Một cửa:", HEAD),
        Spacer(0, 8 * mm),
        Table(rows, [_LABEL_WIDTH, _VALUE_WIDTH], style=ROWS),
        Spacer(0, 12 * mm),
        _check(paper),
        Spacer(0, 8 * mm),
        Indenter(_SIGNER_INDENT),
        _text("Trưởng bộ phận", HEAD_BOLD),
        _text("(ký, ghi rõ họ tên)", ITALIC),
        Indenter(-_SIGNER_INDENT),
        Spacer(0, 30 * mm),
        _text(NOTE, ITALIC),
    ]


def _text(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text), style)


def _check(paper: CertificatePaper) -> Flowable:
    """The QR code, and beside it the same address for those who type."""
    code = QrCodeWidget(paper.check_address, barLevel="M", barWidth=_QR_SIZE, barHeight=_QR_SIZE)
    words = [_text(CHECK, _SMALL), _text(paper.check_address, _SMALL)]
    picture = Drawing(_QR_SIZE, _QR_SIZE, code, initialFontName=BODY.fontName)
    return Table([[picture, words]], [_QR_SIZE + 6 * mm, None], style=_BESIDE)


def _first_page(issued_on: date, canvas: Canvas, document: BaseDocTemplate) -> None:
    made_on = f"D:{issued_on:%Y%m%d}000000Z"
    canvas.setDateFormatter(lambda *_: made_on)
    _frame(canvas, document)


def _frame(canvas: Canvas, _: BaseDocTemplate) -> None:
    """The practice mark above and below, and a plain line around the paper."""
    width, height = A4
    canvas.saveState()
    canvas.setStrokeColor(RIBBON)
    canvas.setFillColor(RIBBON)
    canvas.rect(15 * mm, 15 * mm, width - 30 * mm, height - 30 * mm)
    canvas.setFont("LiberationSerif-Bold", 11)
    canvas.drawCentredString(width / 2, height - 11 * mm, PRACTICE_MARK)
    canvas.drawCentredString(width / 2, 8 * mm, PRACTICE_MARK)
    canvas.restoreState()
