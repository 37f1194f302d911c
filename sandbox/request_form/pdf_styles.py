"""Type and colours of the printed request form: 13–14 point serif (NĐ 30/2020)."""

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import TableStyle

RIBBON, FAINT, _HAIRLINE = HexColor("#7a2e1d"), HexColor("#f3e6e1"), HexColor("#c9c2b6")

BODY = ParagraphStyle(
    "body",
    fontName="LiberationSerif-Regular",
    fontSize=13,
    leading=18,
    alignment=TA_JUSTIFY,
)
BOLD = ParagraphStyle("bold", BODY, fontName="LiberationSerif-Bold", alignment=0)
HEAD = ParagraphStyle("head", BODY, alignment=TA_CENTER)
HEAD_BOLD = ParagraphStyle("head bold", HEAD, fontName="LiberationSerif-Bold")
TITLE = ParagraphStyle("title", HEAD_BOLD, fontSize=14, leading=20)
ITALIC = ParagraphStyle("italic", HEAD, fontName="LiberationSerif-Italic")

ROWS = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), "LiberationSerif-Regular"),  # else Helvetica, not embedded
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, _HAIRLINE),
    ]
)
