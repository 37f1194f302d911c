"""The guides call things what the screens call them."""

import re

import pytest

from tests.repo.house import is_product, texts

GUIDES = ("docs/can-bo.md", "docs/giang-vien.md", "docs/truong-bo-phan.md", "docs/vneid.md")
# Bold for weight, not for a name: the rule of the house, the word itself, and the desk's zones.
NOT_NAMES = {
    "đậm",
    "tự làm",
    "không nhập tên, số giấy tờ hay số điện thoại của người thật.",
    "Bên trái",
    "Ở giữa",
    "Bên phải",
    "không ghi tên, số giấy tờ hay số điện thoại của người thật.",
}


def on_screens() -> str:
    """Everything that can come to stand on a screen."""
    words = (".html", ".toml", ".py")
    return "\n".join(
        text for name, text in texts().items() if is_product(name) and name.endswith(words)
    )


@pytest.mark.parametrize("guide", GUIDES)
def test_every_name_in_the_guide_stands_on_a_screen(guide: str) -> None:
    names = set(re.findall(r"\*\*(.+?)\*\*", texts()[guide])) - NOT_NAMES
    screens = on_screens()
    assert {name for name in names if name not in screens} == set()


@pytest.mark.parametrize("guide", GUIDES)
def test_every_picture_of_the_guide_is_described(guide: str) -> None:
    assert "![](" not in texts()[guide]
