"""The A4 sheet the scanner sees: one or both sides of the card, laid down by hand."""

from functools import cache, lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter

from sandbox.specimen.card import card_shapes
from sandbox.specimen.face import CardFace, Side
from sandbox.specimen.order import Sides
from sandbox.specimen.picture import picture, sans

SHEET = (1240, 1754)
"""Pixels of A4 at 150 dpi."""

_PAPER, _INK = "#fbfaf6", "#6b6560"
_PLACES = {Side.FRONT: (490, -0.7), Side.BACK: (1230, 0.5)}
"""Middle of each card on the sheet in pixels from the top, and its tilt in degrees."""

_SHOWN = {
    Sides.FRONT: (Side.FRONT,),
    Sides.BACK: (Side.BACK,),
    Sides.BOTH: (Side.FRONT, Side.BACK),
}


@lru_cache(maxsize=64)
def sheet_jpeg(face: CardFace, sides: Sides, *, grey: bool) -> bytes:
    """The scanned sheet as a JPEG of ``SHEET`` pixels, below 190,000 bytes."""
    sheet = _blank_sheet().copy()
    for side in _SHOWN[sides]:
        _lay_down(sheet, _card(face, side), *_PLACES[side])
    buffer = BytesIO()
    sheet.convert("L" if grey else "RGB").save(buffer, "JPEG", quality=80, dpi=(150, 150))
    return buffer.getvalue()


@lru_cache(maxsize=8)
def _card(face: CardFace, side: Side) -> Image.Image:
    return picture(card_shapes(face, side))


@cache
def _blank_sheet() -> Image.Image:
    sheet = Image.new("RGB", SHEET, _PAPER)
    middle = SHEET[0] / 2
    draw = ImageDraw.Draw(sheet)
    for y, size, text in (
        (96, 34, "DIỄN TẬP – DỮ LIỆU GIẢ LẬP"),
        (1668, 26, "Bản quét mẫu, không có giá trị giao dịch"),
    ):
        draw.text((middle, y), text, fill=_INK, font=sans(size, bold=True), anchor="ms")
    return sheet


def _lay_down(sheet: Image.Image, card: Image.Image, middle: int, tilt: float) -> None:
    turned = card.rotate(tilt, Image.Resampling.BILINEAR, expand=True)
    corner = ((SHEET[0] - turned.width) // 2, middle - turned.height // 2)
    shadow = _shadow(turned.getchannel("A").tobytes(), turned.size)
    sheet.paste("#4a443c", (corner[0] - 20, corner[1] - 14), shadow)
    sheet.paste(turned, corner, turned)


@lru_cache(maxsize=8)
def _shadow(outline: bytes, size: tuple[int, int]) -> Image.Image:
    """What a card of that outline lets fall; all cards have the same, and blurring takes long."""
    faint = Image.frombytes("L", size, outline).point(lambda alpha: alpha * 0.35)
    return _with_margin(faint).filter(ImageFilter.GaussianBlur(9))


def _with_margin(mask: Image.Image) -> Image.Image:
    roomy = Image.new("L", (mask.width + 48, mask.height + 48))
    roomy.paste(mask, (24, 24))
    return roomy
