"""A name typed while the typing tool was off: known by its key codes, and no other name is."""

from collections.abc import Callable
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.citizens import Traits, draw_citizen
from sandbox.identity import NEVER_ECHOED, read_name
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.typing_tool import tool_was_off, without_key_codes
from sandbox.vietnamese import fold

GRAVE, HOOK, TILDE, ACUTE, DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
TELEX = {GRAVE: "f", HOOK: "r", TILDE: "x", ACUTE: "s", DOT: "j"}
VNI = {GRAVE: "2", HOOK: "3", TILDE: "4", ACUTE: "1", DOT: "5"}
HAT, HORN, BOWL = "\u0302", "\u031b", "\u0306"
VNI_SHAPES = {HAT: "6", HORN: "7", BOWL: "8"}


def _telex_shape(letter: str, mark: str) -> str:
    return letter.lower() if mark == HAT else "w"


def encoded(
    word: str, tones: dict[str, str], shape: Callable[[str, str], str], bar: str, *, at_end: bool
) -> str:
    """The keys that would have made the word, its tone at the end or right behind its vowel."""
    keys, tone, base = "", "", ""
    for letter in normalize("NFD", word.replace("đ", "d" + bar).replace("Đ", "D" + bar)):
        if letter in tones:
            tone = tones[letter]
            keys += "" if at_end else tone
        elif letter in (HAT, HORN) or (letter == BOWL and base in "aA"):
            keys += shape(base, letter)
        elif letter.isascii() or letter == "’":
            keys += letter.replace("’", "'")
            base = letter
    return keys + (tone if at_end else "")


def telex(word: str, *, at_end: bool) -> str:
    return encoded(word, TELEX, _telex_shape, "d", at_end=at_end)


def vni(word: str, *, at_end: bool) -> str:
    return encoded(word, VNI, lambda _letter, mark: VNI_SHAPES[mark], "9", at_end=at_end)


def persona(index: int) -> str:
    return draw_citizen(1, index, Traits(), 2022).full_name


def test_the_keys_are_those_a_hand_would_press() -> None:
    assert [telex(word, at_end=True) for word in ("Phạm", "Thử", "Đường", "Ất")] == [
        "Phamj",
        "Thuwr",
        "Dduwowngf",
        "Aats",
    ]
    assert [vni(word, at_end=True) for word in ("Phạm", "Thử", "Đường")] == [
        "Pham5",
        "Thu73",
        "D9u7o7ng2",
    ]


@given(st.integers(0, 2000), st.sampled_from([telex, vni]), st.booleans())
def test_every_persona_is_known_by_its_keys(
    index: int, keys: Callable[..., str], at_end: bool
) -> None:
    name = persona(index)
    typed = " ".join(keys(word, at_end=at_end) for word in name.split())
    assert tool_was_off(typed, name)
    assert read_name(typed, [name]) == Problem(Rule.NAME_TOOL_OFF, "full_name")


@given(st.integers(0, 2000), st.booleans())
def test_a_name_with_its_marks_or_without_any_is_no_such_text(index: int, plain: bool) -> None:
    name = persona(index)
    typed = fold(name).title() if plain else name
    assert not tool_was_off(typed, name)
    assert read_name(typed, [name]) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "Phamj Kim Thuwr Lan",
        "Phajm Kim Thwr Lan",
        "phamj kim thuwr lan",
        "Pham5 Kim Thu73 Lan",
        "Phamj Kim Thuwr Lam",  # and a slip besides
        "Pham Kim Thuwr Lan",
    ],
)
def test_such_a_name_is_told_of_the_tool_and_kept(typed: str) -> None:
    assert read_name(typed, ["Phạm Kim Thử Lan"]) == Problem(Rule.NAME_TOOL_OFF, "full_name")
    assert Rule.NAME_TOOL_OFF not in NEVER_ECHOED


@pytest.mark.parametrize("typed", ["Traanf Vawn Dungx", "Tran2 Van8 Du4ng", "a0400123456", "5 5"])
def test_whoever_is_no_persona_is_none_in_key_codes_either(typed: str) -> None:
    assert not tool_was_off(typed, "Phạm Kim Thử Lan")


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Nguyeenx", "nguyen"),
        ("Nguyenex", "nguyen"),
        ("Dangwd", "dang"),
        ("Nguyễn", "nguyen"),
        ("a0400123456", "a0400123456"),
        ("Trang", "trang"),
        ("Xuan", "xuan"),
    ],
)
def test_key_codes_are_left_out_and_nothing_else(typed: str, folded: str) -> None:
    assert without_key_codes(typed) == folded
