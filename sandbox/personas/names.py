"""Names for personas: likely Vietnamese names that nobody can take for a living person's.

Surnames have about the weights counted by Lê Trung Hoa (2005); the words between
and the given names go by sex and generation. Every name holds ``Mẫu`` or ``Thử``.
"""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from .keyed_random import by_weight

KINH = "Kinh"
TOKENS = ("Mẫu", "Thử")
MINORITY_PERCENT = 15


class PersonaName(NamedTuple):
    """A full name in Vietnamese order, and the parts an address of mail is made of."""

    full_name: str
    given: str
    token: str
    ethnicity: str

    @property
    def slug(self) -> tuple[str, str]:
        """Given name and token in plain small letters: ``("lan", "mau")``."""
        return _letters(self.given), _letters(self.token)

    @property
    def email(self) -> str:
        """The address of mail under this name."""
        return f"{'.'.join(self.slug)}@congdan.test"


@dataclass(frozen=True, slots=True)
class People:
    """How one people names its sons and daughters.

    The two tuples of ``middles`` and of ``givens`` are for women (0) and men (1).
    With ``surname_last`` the name begins with the middle word, joined to the given name.
    """

    ethnicity: str
    surnames: tuple[str, ...]
    middles: tuple[tuple[str, ...], tuple[str, ...]]
    givens: tuple[tuple[str, ...], tuple[str, ...]]
    surname_last: bool = False

    def name(self, surname: str, middle: str, token: str, given: str) -> PersonaName:
        """The name these words make among this people."""
        full_name = f"{surname} {middle} {token} {given}"
        if self.surname_last:
            full_name = f"{middle}{given} {token} {surname}"
        return PersonaName(full_name, given, token, self.ethnicity)


def kinh(birth_year: int) -> People:
    """How the Kinh named children in that year."""
    return _GENERATIONS[(birth_year >= 1965) + (birth_year >= 1990)]


@cache
def _letters(word: str) -> str:
    plain = normalize("NFD", word.casefold()).replace("đ", "d")
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha())


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Per mille; the rarer surnames share what is left.
_SURNAMES = by_weight(
    {"Nguyễn": 384, "Trần": 121, "Lê": 95, "Phạm": 70, "Phan": 45, "Hoàng": 28, "Huỳnh": 23}
    | {"Vũ": 20, "Võ": 19, "Đặng": 21, "Bùi": 20, "Đỗ": 14, "Hồ": 13, "Ngô": 13, "Dương": 10}
    | {"Đinh": 9, "Đoàn": 9, "Lâm": 8, "Mai": 8, "Trịnh": 8, "Đào": 8, "Cao": 7, "Hà": 7}
    | {"Lương": 7, "Lưu": 6, "Phùng": 6, "Tạ": 6, "Lý": 5, "Chu": 5, "Châu": 5}
)

_GENERATIONS = tuple(
    People(
        KINH,
        _SURNAMES,
        (by_weight(women), by_weight(men)),
        (_words(daughters), _words(sons)),
    )
    for women, men, daughters, sons in (
        (
            {"Thị": 9, "Ngọc": 1},
            {"Văn": 6, "Đình": 1, "Hữu": 1, "Xuân": 1, "Bá": 1},
            "Lan Hoa Mận Đào Nhàn Tý Sen Cúc Hường Thơm Bưởi Lụa Nụ Tám Xuyến Én",
            "Bình Tý Thìn Sửu Khoa Lộc Phúc Thành Hòa Sơn Bảy Năm Chiến Thắng Ất Khoát",
        ),
        (
            {"Thị": 7, "Thu": 1, "Thanh": 1, "Kim": 1},
            {"Văn": 5, "Hữu": 1, "Đức": 1, "Minh": 1, "Quốc": 1, "Anh": 1},
            "Hương Hằng Thủy Nga Hạnh Liên Yến Loan Dung Tuyết Vân Nhung Oanh Thúy Ánh Hiền",
            "Hùng Dũng Tuấn Cường Hải Nam Thắng Long Sơn Tâm Hiếu Trung Ước Toàn Quyết Nghĩa",
        ),
        (
            {"Thị": 3, "Ngọc": 2, "Khánh": 1, "Thùy": 1, "Phương": 1, "Bảo": 1, "Thảo": 1},
            {"Văn": 2, "Minh": 2, "Gia": 1, "Quang": 1, "Hoàng": 1, "Đức": 1, "Anh": 1, "Bảo": 1},
            "Linh Trang Anh Ngân Vy Nhi Thảo Châu My Hân Ngọc Quyên Ý Uyên Diệp Giang",
            "Huy Khang Bảo Minh Phúc Khôi Đạt Kiệt Nhân Duy Quân An Ân Thịnh Đăng Vinh",
        ),
    )
)

_THI_VAN = (("Thị",), ("Văn",))
MINORITIES = (
    People(
        "Tày",
        ("Nông", "Hoàng", "Ma", "Bế", "Lương"),
        _THI_VAN,
        (_words("Nhình Ngoan Điệp Thắm"), _words("Bằng Khoa Thức Huấn")),
    ),
    People(
        "Thái",
        ("Lò", "Quàng", "Cà", "Lường", "Tòng"),
        _THI_VAN,
        (_words("Pâng Hặc Inh Ọi"), _words("Pản Ún Pọm Hặc")),
    ),
    People(
        "Mường",
        ("Bùi", "Quách", "Đinh", "Hà", "Bạch"),
        _THI_VAN,
        (_words("Mển Xim Nhon Hậu"), _words("Dậu Nhiễm Ểu Thiện")),
    ),
    People(
        "Khmer",
        ("Thạch", "Sơn", "Kim", "Danh", "Lâm"),
        (("Thị", "Sô"), ("Sa", "Sóc")),
        (_words("Phi Rinh Thane Dal"), _words("Ray Phol Thươl Rươne")),
    ),
    People(
        "Nùng",
        ("Nông", "Vi", "Lục", "Hứa", "Lâm"),
        _THI_VAN,
        (_words("Sửu Hạ Nhói Mỵ"), _words("Sẻn Páo Lình Thượng")),
    ),
    People(
        "Mông",
        ("Giàng", "Sùng", "Vàng", "Thào", "Mùa"),
        (("Thị",), ("A",)),
        (_words("Mỷ Dế Sua Chư"), _words("Páo Dơ Lử Chứ")),
    ),
    People(
        "Dao",
        ("Bàn", "Triệu", "Phùng", "Đặng", "Lý"),
        (("Thị", "Mùi"), ("Văn", "Tòn")),
        (_words("Mẩy Mán Pham Nảy"), _words("Phâu Quấy Sinh Pu")),
    ),
    People(
        "Gia Rai",
        ("Rơ Châm", "Siu", "Ksor", "Rah Lan", "Nay"),
        (("Thị",), ("Văn",)),
        (("H’Mai", "H’Nhung", "H’Lan", "H’Yới"), _words("Thuk Blơ Tơk Pyan")),
    ),
    People(
        "Ê Đê",
        ("Niê", "Mlô", "Êban", "Ayŭn", "Kbuôr"),
        (("H’",), ("Y ",)),
        (_words("Bel Mai Ngoan Yuin"), _words("Bhăm Thưn Jut Wăn")),
        surname_last=True,
    ),
)
