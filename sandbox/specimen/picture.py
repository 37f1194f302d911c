"""The card's drawing as pixels."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from sandbox.fonts import font_bytes
from sandbox.specimen.shapes import HEIGHT, WIDTH, Box, Disc, Shape, Watermark, Words

_SCALE = 2
"""Drawn large and reduced, since Pillow smooths text but not the edges of shapes."""


def picture(shapes: tuple[Shape, ...]) -> Image.Image:
    """The drawing on a transparent ground, one pixel a unit, RGBA."""
    image = Image.new("RGBA", (WIDTH * _SCALE, HEIGHT * _SCALE))
    for shape in shapes:
        _put(image, shape)
    return image.reduce(_SCALE)


@cache
def sans(size: float, bold: bool) -> ImageFont.FreeTypeFont:
    """The card's typeface at ``size`` pixels."""
    data = BytesIO(font_bytes("LiberationSans-Bold" if bold else "LiberationSans-Regular"))
    # The basic engine places glyphs alike on machines with and without Raqm.
    return ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)


def _put(image: Image.Image, shape: Shape) -> None:
    match shape:
        case Box():
            _put_box(image, shape)
        case Disc():
            centre = (shape.x * _SCALE, shape.y * _SCALE)
            ImageDraw.Draw(image).circle(centre, shape.radius * _SCALE, fill=shape.fill)
        case Words():
            _put_words(image, shape)
        case Watermark():
            _put_watermark(image, shape)


def _put_box(image: Image.Image, box: Box) -> None:
    corners = (box.x, box.y, box.x + box.width, box.y + box.height)
    ImageDraw.Draw(image).rounded_rectangle(
        tuple(corner * _SCALE for corner in corners),
        box.radius * _SCALE,
        fill=box.fill,
        outline=box.edge or None,
        width=2 * _SCALE,
    )


def _put_words(image: Image.Image, words: Words) -> None:
    ImageDraw.Draw(image).text(
        (words.x * _SCALE, words.baseline * _SCALE),
        words.text,
        fill=words.fill,
        font=sans(words.size * _SCALE, words.bold),
        anchor="ms" if words.centred else "ls",
    )


def _put_watermark(image: Image.Image, mark: Watermark) -> None:
    image.alpha_composite(_watermark(mark, image.size))


@cache
def _watermark(mark: Watermark, size: tuple[int, int]) -> Image.Image:
    """The mark alone: the same on every card, and a third of a card's drawing time."""
    veil = Image.new("L", size)
    middle = (size[0] / 2, size[1] / 2)
    font = sans(mark.size * _SCALE, bold=True)
    ImageDraw.Draw(veil).text(
        middle, mark.text, fill=round(255 * mark.opacity), font=font, anchor="mm"
    )
    layer = Image.new("RGBA", size, mark.fill)
    layer.putalpha(veil.rotate(mark.degrees, Image.Resampling.BILINEAR))
    return layer
