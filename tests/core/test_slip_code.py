"""The code on a slip: enough to choose from, and understood however it is typed."""

import math
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.classes.slips.code import GROUPS, LENGTH, SYMBOLS, draw, printed, read

# What an input method turns: Telex and VNI marks go onto a vowel or a d, and these pairs and
# beginnings become others where quick typing is switched on.
TONES = dict(zip("sfrxj12345", "\u0301\u0300\u0309\u0303\u0323" * 2, strict=True))
QUICK = {"cc": "ch", "gg": "gi", "kk": "kh", "nn": "ng", "qq": "qu", "pp": "ph", "tt": "th"}
BEGINNINGS = {"f": "ph", "j": "gi", "w": "qu"}
VOWELS = "aeiouy"

codes = st.randoms(use_true_random=False).map(lambda random: draw(random.choice))


def input_method(typed: str) -> str:
    """What stands in the field when a Vietnamese input method was left switched on."""
    out = ""
    for key in typed.lower():
        last = out[-1:]
        if key in "aeod" and last == key:
            out = out[:-1] + {"a": "â", "e": "ê", "o": "ô", "d": "đ"}[key]
        elif last + key in QUICK:
            out = out[:-1] + QUICK[last + key]
        elif key in TONES and last in VOWELS and last:
            out = unicodedata.normalize("NFC", out + TONES[key])
        elif key == "9" and last == "d":
            out = out[:-1] + "đ"
        elif not out.strip("- ") and key in BEGINNINGS:
            out += BEGINNINGS[key]
        else:
            out += "ư" if key == "w" else key
    return out


@pytest.mark.parametrize(
    ("typed", "stands"), [("as", "á"), ("d9", "đ"), ("cc", "ch"), ("fa", "pha"), ("w", "qu")]
)
def test_the_input_method_of_this_test_turns_what_it_can(typed: str, stands: str) -> None:
    assert input_method(typed) == stands


def test_nobody_guesses_a_code() -> None:
    first, after = len(SYMBOLS), len(SYMBOLS) - 1
    assert math.log2(first * after ** (LENGTH - 1)) > 40


@given(codes)
def test_an_input_method_finds_nothing_to_turn(code: str) -> None:
    assert input_method(printed(code)) == printed(code).lower()
    assert read(input_method(code)) == code


@given(codes, st.lists(st.sampled_from(["", " ", "-", " - ", ".", "\u2013", "\t", "\u00a0"])))
def test_gaps_of_any_kind_do_not_matter(code: str, gaps: list[str]) -> None:
    spread = "".join(gap + symbol for gap, symbol in zip(gaps + [""] * LENGTH, code, strict=False))
    assert read(f" {spread} ") == code


@given(codes, st.data())
def test_small_and_capital_letters_are_the_same(code: str, data: st.DataObject) -> None:
    small = [data.draw(st.booleans()) for _ in code]
    mixed = "".join(each.lower() if low else each for each, low in zip(code, small, strict=True))
    assert read(mixed) == code


@given(codes)
def test_look_alikes_and_wide_letters_are_understood(code: str) -> None:
    assert read(code.translate(str.maketrans("8652", "BGSZ"))) == code
    assert read("".join(chr(ord(each) + 0xFEE0) for each in code)) == code


@given(codes)
def test_the_address_behind_the_picture_may_be_pasted_whole(code: str) -> None:
    assert read(f"http://192.0.2.7:8000/vao-lop#{code}") == code


@given(codes)
def test_a_code_is_printed_in_groups_and_repeats_nothing(code: str) -> None:
    assert tuple(map(len, printed(code).split("-"))) == GROUPS
    assert all(one != other for one, other in pairwise(code))


@given(st.text(max_size=300))
def test_whatever_is_typed_is_a_code_or_none(typed: str) -> None:
    found = read(typed)
    assert found == "" or (len(found) == LENGTH and set(found) <= set(SYMBOLS))


@pytest.mark.parametrize("mark", ["\u200e", "\u200b", "\ufeff", "\u00a0", "\n"])
def test_what_nobody_sees_in_a_code_does_not_matter(mark: str) -> None:
    assert read(f"{mark}HK7M{mark}-4P9-XT3{mark}") == "HK7M4P9XT3"


@pytest.mark.parametrize(
    "typed", ["", "123456", "HK7M-4P9-XT", "HK7M-4P9-XT33", "HK7A-4P9-XT3", "#"]
)
def test_too_short_too_long_and_foreign_letters_are_no_code(typed: str) -> None:
    assert read(typed) == ""
