"""The card's drawing as inline SVG for the desk screen."""

from html import escape

from sandbox.specimen.card import card_shapes, card_title
from sandbox.specimen.face import CardFace, Side
from sandbox.specimen.shapes import HEIGHT, WIDTH, Box, Disc, Shape, Watermark, Words

_SIDE_WORDS = {Side.FRONT: "mặt trước", Side.BACK: "mặt sau"}


def card_svg(face: CardFace, side: Side) -> str:
    """One side of the card as an ``<svg>`` element, named and described for screen readers.

    It carries the class ``specimen-card`` and presentation attributes only: the
    content security policy forbids inline styles. Element ids hold the card's
    number, so several cards may share a page.
    """
    name = f"card-{face.number}-{side}"
    body = "".join(_element(shape) for shape in card_shapes(face, side))
    return (
        f'<svg class="specimen-card" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-labelledby="{name}-title" aria-describedby="{name}-desc"'
        f""" font-family="'Be Vietnam Pro', 'Liberation Sans', sans-serif">"""
        f'<title id="{name}-title">{escape(_title(face, side))}</title>'
        f'<desc id="{name}-desc">{escape(_description(face, side))}</desc>{body}</svg>'
    )


def _title(face: CardFace, side: Side) -> str:
    return f"{card_title(face).capitalize()} mẫu, {_SIDE_WORDS[side]}"


def _description(face: CardFace, side: Side) -> str:
    if side is Side.BACK:
        return f"Số {face.number}, cấp ngày {face.issued_on:%d/%m/%Y}. Dữ liệu giả lập."
    return (
        f"Họ và tên {face.full_name}, số {face.number}, ngày sinh {face.birth_date:%d/%m/%Y},"
        f" giới tính {face.sex}, nơi thường trú {face.address}. Dữ liệu giả lập."
    )


def _element(shape: Shape) -> str:
    match shape:
        case Box():
            return _box(shape)
        case Disc():
            return f'<circle cx="{shape.x}" cy="{shape.y}" r="{shape.radius}" fill="{shape.fill}"/>'
        case Words():
            return _words(shape)
        case Watermark():
            return _watermark(shape)


def _box(box: Box) -> str:
    edge = f' stroke="{box.edge}" stroke-width="2"' if box.edge else ""
    return (
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"'
        f' rx="{box.radius}" fill="{box.fill}"{edge}/>'
    )


def _words(words: Words) -> str:
    weight = ' font-weight="700"' if words.bold else ""
    anchor = ' text-anchor="middle"' if words.centred else ""
    return (
        f'<text x="{words.x}" y="{words.baseline}" font-size="{words.size:g}"'
        f' fill="{words.fill}"{weight}{anchor}>{escape(words.text)}</text>'
    )


def _watermark(mark: Watermark) -> str:
    turn = f"translate({WIDTH / 2:g} {HEIGHT / 2:g}) rotate({-mark.degrees:g})"
    return (
        f'<text transform="{turn}" y="{0.36 * mark.size:g}" text-anchor="middle"'
        f' font-size="{mark.size:g}" font-weight="700" fill="{mark.fill}"'
        f' fill-opacity="{mark.opacity:g}">{escape(mark.text)}</text>'
    )
