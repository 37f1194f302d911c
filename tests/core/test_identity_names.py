"""Which names are taken for a persona's, and which are refused unread."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.citizens import Traits, draw_citizen
from sandbox.identity import NEVER_ECHOED, read_name
from sandbox.refusal import Problem
from sandbox.resemblance import resembles, within_edits
from sandbox.rules import Rule

PERSONAS = ("Nguyễn Thị Mẫu Lan", "Lò Văn Thử Ún")


@pytest.mark.parametrize(
    "typed",
    [
        "Nguyễn Thị Mẫu Lan",
        "NGUYỄN THỊ MẪU LAN",
        "nguyen thi mau lan",
        "Nguyễn Thị Mẫu Lam",  # a letter changed
        "Nguyễn Thị Mẫu La",  # a letter dropped
        "Nguyễn Thịi Mẫu Lann",  # two letters added
        "Nugyễn Thị Mẫu Lan",  # two letters swapped
        "Lan Nguyễn Thị Mẫu",
        "Nguyễn Mẫu Thị Lan",
        "Nguyễn Thị Lan",
        "Nguyễn Mẫu Lan",
        "NguyễnThị Mẫu Lan",  # a space forgotten
        "Nguyễn Thị Mẫu L an",
        "Lò Văn Thử Ún",
        "Un Lo Thu Van",
    ],
)
def test_a_slip_of_the_hand_is_accepted_as_typed(typed: str) -> None:
    assert read_name(typed, PERSONAS) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "Nguyễn Thị Mẫu Hoa",  # another given name
        "Trần Thị Mẫu Lan",  # another surname
        "Nguyễn Lan",  # both words between are missing
        "Thị Mẫu Lan",
        "Nguyễn Thị Mẫu",
        "Lan",
        "Mẫu",
        "Nguyễn Thị Mẫu Lan Anh Vy",
        "Lò Văn Mẫu Lan",
        "Nguyẽm Thi Mao Lam",  # three slips
        "Lò Văn Thử Ai",  # two letters are all of a short word
    ],
)
def test_a_name_like_no_persona_is_refused(typed: str) -> None:
    assert read_name(typed, PERSONAS) == Problem(Rule.NAME_NOT_PERSONA, "full_name")


def test_without_personas_no_name_is_taken() -> None:
    assert read_name("Nguyễn Thị Mẫu Lan", ()) == Problem(Rule.NAME_NOT_PERSONA, "full_name")


def test_a_refused_name_is_never_shown_again() -> None:
    assert Rule.NAME_NOT_PERSONA in NEVER_ECHOED


def test_a_name_is_cleaned_before_it_is_taken() -> None:
    typed = normalize("NFD", "Nguyễn\u00a0Thị  Mẫu\u200b Lan ")
    assert read_name(typed, PERSONAS) == "Nguyễn Thị Mẫu Lan"


@pytest.mark.parametrize("typed", ["", "  ", "\u200b\u00a0"])
def test_a_name_that_is_not_there_is_missing(typed: str) -> None:
    assert read_name(typed, PERSONAS, "name") == Problem(Rule.NAME_MISSING, "name")


@pytest.mark.parametrize(
    ("letters", "rule"), [(100, Rule.NAME_NOT_PERSONA), (101, Rule.NAME_TOO_LONG)]
)
def test_a_name_of_more_than_a_hundred_letters_is_too_long(letters: int, rule: Rule) -> None:
    assert read_name("m" * letters, PERSONAS) == Problem(rule, "full_name")


@pytest.mark.parametrize(
    "typed", ["Lan 2", "Lan @ Mẫu", "Lan_Mẫu", "<b>Lan</b>", "Lan 😀", "’Lan", "٣ Lan"]
)
def test_a_name_holds_letters_only(typed: str) -> None:
    assert read_name(typed, PERSONAS) == Problem(Rule.NAME_SHAPE, "full_name")


@pytest.mark.parametrize("typed", ["H’Mai Mẫu Niê", "H'Mai Mẫu Niê", "H'mai mau nie"])
def test_an_apostrophe_belongs_to_some_names(typed: str) -> None:
    assert read_name(typed, ["H’Mai Mẫu Niê"]) == typed


@given(st.integers(0, 500), st.permutations(range(6)))
def test_every_persona_is_known_in_any_order_and_without_marks(
    index: int, order: list[int]
) -> None:
    name = draw_citizen(1, index, Traits(), 2022).full_name
    words = name.lower().split()
    assert resembles(" ".join(words[place] for place in order if place < len(words)), name)


@given(st.text(max_size=100))
def test_no_text_can_break_the_reader(text: str) -> None:
    assert isinstance(read_name(text, PERSONAS), str | Problem)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("lan", "lan", 0), ("lan", "lam", 1), ("lan", "la", 1), ("lan", "aln", 1), ("lan", "hoa", 3)],
)
def test_slips_are_counted_by_the_shortest_way(one: str, other: str, slips: int) -> None:
    assert within_edits(one, other, slips)
    assert within_edits(other, one, slips)
    assert slips == 0 or not within_edits(one, other, slips - 1)
