"""The vendored fonts are the ones the README names, and they speak Vietnamese."""

from hashlib import sha256
from importlib.resources import files
from io import BytesIO

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from sandbox.fonts import font_bytes

FOLDER = files("sandbox.fonts")
FONTS = sorted(
    item.name.removesuffix(".ttf") for item in FOLDER.iterdir() if item.name.endswith(".ttf")
)
LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)


def test_the_licence_travels_with_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "LICENSE.txt").read_text("utf-8")


@pytest.mark.parametrize("name", FONTS)
def test_a_font_is_the_file_the_readme_names(name: str) -> None:
    line = f"| `{name}.ttf` | `{sha256(font_bytes(name)).hexdigest()}` |"
    assert line in (FOLDER / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", FONTS)
def test_a_font_has_every_vietnamese_letter(name: str) -> None:
    known = TTFont(name, BytesIO(font_bytes(name))).face.charToGlyph
    assert [letter for letter in LETTERS + LETTERS.upper() if ord(letter) not in known] == []
