"""Where everything stands on a practice card, front and back."""

import textwrap

from sandbox.specimen.face import CardFace, Side
from sandbox.specimen.shapes import HEIGHT, WIDTH, Box, Disc, Shape, Watermark, Words

_CARD, _EDGE, _INK, _MUTED = "#f7f3ea", "#b8ab92", "#1b2a30", "#5a6367"
_BAND, _RIBBON, _SEAL_RED = "#e7e0d0", "#7a2e1d", "#a3341f"
_TITLES = {"chip": "CĂN CƯỚC CÔNG DÂN", "old": "CHỨNG MINH NHÂN DÂN"}


def card_shapes(face: CardFace, side: Side) -> tuple[Shape, ...]:
    """The drawing of one side, back to front."""
    body = _front(face) if side is Side.FRONT else _back(face)
    return (*_ground(face), *body, *_practice_marks())


def card_title(face: CardFace) -> str:
    """The kind of card in capitals, as printed at its top."""
    return _TITLES[face.kind]


def _ground(face: CardFace) -> tuple[Shape, ...]:
    return (
        Box(2, 2, WIDTH - 4, HEIGHT - 4, _CARD, radius=38, edge=_EDGE),
        Box(40, 108, WIDTH - 80, 4, _BAND),
        Words(44, 84, card_title(face), 42, _INK, bold=True),
        Words(WIDTH - 206, 82, "BẢN MẪU", 34, _RIBBON, bold=True),
    )


def _practice_marks() -> tuple[Shape, ...]:
    return (
        Watermark("MẪU", 330, _SEAL_RED, opacity=0.13, degrees=18),
        Box(28, 552, WIDTH - 56, 58, _RIBBON, radius=14),
        Words(WIDTH / 2, 592, "DIỄN TẬP – DỮ LIỆU GIẢ LẬP", 31, "#ffffff", bold=True, centred=True),
    )


def _front(face: CardFace) -> tuple[Shape, ...]:
    return (
        *_avatar(),
        Words(312, 176, "Số:", 26, _MUTED),
        Words(368, 178, face.number, 46, _INK, bold=True),
        *_field(312, 226, "Họ và tên", face.full_name.upper(), room=650),
        *_field(312, 312, "Ngày sinh", f"{face.birth_date:%d/%m/%Y}", room=260),
        *_field(620, 312, "Giới tính", face.sex, room=300),
        *_address(face.address),
    )


def _avatar() -> tuple[Shape, ...]:
    """A head and shoulders of plain geometry, the same for everybody."""
    return (
        Box(44, 142, 228, 304, "#dde4e4", radius=18),
        Disc(158, 248, 58, "#8ea2a7"),
        Disc(158, 426, 90, "#8ea2a7"),
        Box(44, 447, 228, 72, _CARD),  # hides the lower half of the shoulders' disc
        Words(158, 486, "Hình vẽ minh họa", 22, _MUTED, centred=True),
    )


def _field(x: float, y: float, label: str, value: str, room: float) -> tuple[Shape, ...]:
    """A small label with its value below, made smaller until it fits ``room``."""
    size = min(34, room / (0.66 * max(len(value), 1)))
    return (Words(x, y, label, 24, _MUTED), Words(x, y + 40, value, size, _INK, bold=True))


def _address(address: str) -> tuple[Shape, ...]:
    lines = textwrap.wrap(address, 42, max_lines=3, placeholder=" …")
    label = Words(312, 398, "Nơi thường trú", 24, _MUTED)
    return (label, *(Words(312, 436 + 36 * i, line, 29, _INK) for i, line in enumerate(lines)))


def _back(face: CardFace) -> tuple[Shape, ...]:
    return (
        *(_chip() if face.kind == "chip" else _thumb_boxes()),
        *_field(412, 176, "Ngày cấp", f"{face.issued_on:%d/%m/%Y}", room=520),
        *_field(412, 266, "Nơi cấp", "Cơ quan cấp thẻ Mẫu", room=520),
        *_field(412, 356, "Số", face.number, room=520),
        Words(44, 500, "Thẻ này chỉ dùng để thực hành, không có giá trị giao dịch.", 29, _INK),
    )


def _chip() -> tuple[Shape, ...]:
    """A contact plate without a chip."""
    grooves = tuple(Box(84, y, 220, 3, "#a8925c") for y in (212, 262, 312))
    plate = Box(84, 162, 220, 200, "#dbc894", radius=26, edge="#a8925c")
    return (plate, *grooves, Box(192, 163, 3, 198, "#a8925c"))


def _thumb_boxes() -> tuple[Shape, ...]:
    """The two places for fingerprints, left empty."""
    places = ((44, "Ngón trỏ trái"), (218, "Ngón trỏ phải"))
    boxes = tuple(Box(x, 150, 156, 220, "#ffffff", radius=10, edge=_EDGE) for x, _ in places)
    names = tuple(Words(x + 78, 402, name, 22, _MUTED, centred=True) for x, name in places)
    return (*boxes, *names)
