"""What is carried over counts turns that were kept: no-shows do not, those who stood in do."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.fairness import due, fairness, missed
from rostering.values import Request, Turn
from tests.core.roster.offices import MONDAY, absent, person, week

NAMES = "abcd"


@st.composite
def past(draw: st.DrawFn) -> tuple[Request, frozenset[Turn]]:
    """A week that is over, with somebody in every session."""
    leave = absent(MONDAY, MONDAY)
    people = [
        person(
            name,
            share=draw(st.sampled_from([1.0, 0.5])),
            carried=draw(st.sampled_from([0.0, 1.5, -2.0])),
            leave=leave if name == "a" and draw(st.booleans()) else (),
        )
        for name in NAMES
    ]
    request = week(*people)
    return request, frozenset(Turn(s, draw(st.sampled_from(NAMES))) for s in request.slots)


def carried(request: Request, turns: frozenset[Turn]) -> dict[str, float]:
    return {load.id: load.deviation for load in fairness(request, turns).people}


def next_dues(request: Request, turns: frozenset[Turn]) -> dict[str, float]:
    """What is due to everybody in a week like this one, after it."""
    extra = carried(request, turns)
    people = tuple(replace(one, carried=extra[one.id]) for one in request.people)
    return due(replace(request, people=people))


@settings(max_examples=60)
@given(past(), st.data())
def test_a_no_show_is_owed_and_nobody_elses_count_changes(
    gone: tuple[Request, frozenset[Turn]], data: st.DataObject
) -> None:
    request, turns = gone
    away = data.draw(st.frozensets(st.sampled_from(sorted(turns))))
    kept = turns - missed(turns, {}, away)
    before, after = carried(request, turns), carried(request, kept)
    for who in NAMES:
        stayed_away = sum(turn.person == who for turn in away)
        assert after[who] == pytest.approx(before[who] - stayed_away)


@settings(max_examples=60)
@given(past(), st.data())
def test_who_stands_in_is_credited_with_exactly_the_turn_the_other_missed(
    gone: tuple[Request, frozenset[Turn]], data: st.DataObject
) -> None:
    request, turns = gone
    turn = data.draw(st.sampled_from(sorted(turns)))
    cover = data.draw(st.sampled_from([name for name in NAMES if name != turn.person]))
    stood_in = turns - {turn} | {Turn(turn.slot, cover)}
    before, after = carried(request, turns), carried(request, stood_in)
    assert after[turn.person] == pytest.approx(before[turn.person] - 1)
    assert after[cover] == pytest.approx(before[cover] + 1)


@settings(max_examples=60)
@given(past(), st.data())
def test_the_next_period_asks_for_all_turns_and_for_more_of_who_missed_some(
    gone: tuple[Request, frozenset[Turn]], data: st.DataObject
) -> None:
    request, turns = gone
    turn = data.draw(st.sampled_from(sorted(turns)))
    all_kept, one_missed = next_dues(request, turns), next_dues(request, turns - {turn})
    assert sum(one_missed.values()) == pytest.approx(len(request.slots))
    assert one_missed[turn.person] > all_kept[turn.person]
    others = [name for name in NAMES if name != turn.person]
    assert all(one_missed[name] < all_kept[name] for name in others)


def test_what_was_said_at_the_desk_decides() -> None:
    request = week(person("a"))
    first, second, third, *rest = (Turn(slot, "a") for slot in request.slots)
    turns = (first, second, third, *rest)
    said = {first: False, second: True}
    assert missed(turns, said, {second, third}) == {first, third}
