"""Sudden absence: colleagues in turn, each for a while, then the desk head."""

from datetime import datetime, timedelta

import pytest

from rostering.chain import (
    PRESSING,
    USUAL,
    Answer,
    Chain,
    limit_for,
    ranked,
    status,
    time_to_cover,
)
from tests.core.rostering.offices import MONDAY, WOMEN, absent, person, shift, week
from web.shell.formatting import OFFICE_ZONE

AN = shift("An", MONDAY)
BEGAN = datetime(2027, 3, 1, 6, 0, tzinfo=OFFICE_ZONE)


def minutes(count: float) -> datetime:
    return BEGAN + timedelta(minutes=count)


def chain(*answers: tuple[str, bool, float]) -> Chain:
    all_answers = tuple(Answer(who, agrees, minutes(at)) for who, agrees, at in answers)
    return Chain(AN, BEGAN, USUAL, ("Bình", "Chi"), all_answers)


def test_the_first_is_asked_at_once() -> None:
    open_ask = status(chain(), BEGAN).open_ask
    assert open_ask
    assert (open_ask.person, open_ask.until) == ("Bình", minutes(15))


def test_silence_passes_the_question_on() -> None:
    open_ask = status(chain(), minutes(15)).open_ask
    assert open_ask
    assert (open_ask.person, open_ask.until) == ("Chi", minutes(30))


def test_a_no_passes_it_on_at_once() -> None:
    open_ask = status(chain(("Bình", False, 2)), minutes(3)).open_ask
    assert open_ask
    assert (open_ask.person, open_ask.until) == ("Chi", minutes(17))


def test_a_yes_covers_it_and_the_time_is_measured() -> None:
    covered = chain(("Bình", False, 2), ("Chi", True, 6))
    found = status(covered, minutes(60))
    assert found.covered
    assert found.covered.person == "Chi"
    assert found.open_ask is None
    assert time_to_cover(covered) == timedelta(minutes=6)


def test_a_late_yes_is_welcome() -> None:
    late = chain(("Bình", True, 20))
    found = status(late, minutes(21))
    assert found.covered
    assert found.covered.person == "Bình"


def test_after_everybody_it_is_the_heads_shift() -> None:
    found = status(chain(("Bình", False, 2)), minutes(17))
    assert (found.open_ask, found.head_since) == (None, minutes(17))
    assert found.was_asked == {"Bình", "Chi"}
    assert time_to_cover(chain()) is None


def test_with_nobody_to_ask_it_is_the_heads_turn_at_once() -> None:
    assert status(Chain(AN, BEGAN, USUAL, ()), BEGAN).head_since == BEGAN


def test_near_the_session_everybody_has_less_time() -> None:
    assert limit_for(AN, minutes(0)) == PRESSING
    assert limit_for(AN, BEGAN - timedelta(days=1)) == USUAL


def test_only_free_and_able_colleagues_are_asked_the_least_burdened_first() -> None:
    request = week(
        person("An"),
        person("Bình"),
        person("Chi", carried=3.0),
        person("Dung", leave=absent()),
        person("Em", competent=frozenset(), learning=frozenset({AN.slot.duty})),
        person("Giang", WOMEN),
        person("Hòa"),
    )
    shifts = {AN, shift("Hòa", MONDAY, place="buu-dien")}
    assert ranked(request, shifts, AN) == ("Bình", "Giang", "Chi")


@pytest.mark.parametrize("late", [15, 20])
def test_a_late_no_takes_nothing_from_whoever_was_asked_meanwhile(late: float) -> None:
    asked = chain(("Bình", False, late))
    open_ask = status(asked, minutes(29)).open_ask
    assert open_ask
    assert (open_ask.person, open_ask.at, open_ask.until) == ("Chi", minutes(15), minutes(30))
    assert status(asked, minutes(30)).head_since == minutes(30)
