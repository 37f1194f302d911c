"""What is carried over counts shifts that were kept: no-shows do not, those who stood in do."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.fairness import due, fairness, missed
from rostering.values import Request, Shift
from tests.core.rostering.offices import MONDAY, absent, person, week

NAMES = "abcd"


@st.composite
def past(draw: st.DrawFn) -> tuple[Request, frozenset[Shift]]:
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
    return request, frozenset(Shift(s, draw(st.sampled_from(NAMES))) for s in request.slots)


def carried(request: Request, shifts: frozenset[Shift]) -> dict[str, float]:
    return {load.id: load.deviation for load in fairness(request, shifts).people}


def next_dues(request: Request, shifts: frozenset[Shift]) -> dict[str, float]:
    """What is due to everybody in a week like this one, after it."""
    extra = carried(request, shifts)
    people = tuple(replace(one, carried=extra[one.id]) for one in request.people)
    return due(replace(request, people=people))


@settings(max_examples=60)
@given(past(), st.data())
def test_a_no_show_is_owed_and_nobody_elses_count_changes(
    gone: tuple[Request, frozenset[Shift]], data: st.DataObject
) -> None:
    request, shifts = gone
    away = data.draw(st.frozensets(st.sampled_from(sorted(shifts))))
    attended = shifts - missed(shifts, {}, away)
    before, after = carried(request, shifts), carried(request, attended)
    for who in NAMES:
        stayed_away = sum(shift.person == who for shift in away)
        assert after[who] == pytest.approx(before[who] - stayed_away)


@settings(max_examples=60)
@given(past(), st.data())
def test_who_stands_in_is_credited_with_exactly_the_turn_the_other_missed(
    gone: tuple[Request, frozenset[Shift]], data: st.DataObject
) -> None:
    request, shifts = gone
    shift = data.draw(st.sampled_from(sorted(shifts)))
    cover = data.draw(st.sampled_from([name for name in NAMES if name != shift.person]))
    stood_in = shifts - {shift} | {Shift(shift.slot, cover)}
    before, after = carried(request, shifts), carried(request, stood_in)
    assert after[shift.person] == pytest.approx(before[shift.person] - 1)
    assert after[cover] == pytest.approx(before[cover] + 1)


@settings(max_examples=60)
@given(past(), st.data())
def test_the_next_period_asks_for_all_turns_and_for_more_of_who_missed_some(
    gone: tuple[Request, frozenset[Shift]], data: st.DataObject
) -> None:
    request, shifts = gone
    shift = data.draw(st.sampled_from(sorted(shifts)))
    all_attended, one_missed = next_dues(request, shifts), next_dues(request, shifts - {shift})
    assert sum(one_missed.values()) == pytest.approx(len(request.slots))
    assert one_missed[shift.person] > all_attended[shift.person]
    others = [name for name in NAMES if name != shift.person]
    assert all(one_missed[name] < all_attended[name] for name in others)


def test_what_was_said_at_the_desk_decides() -> None:
    request = week(person("a"))
    first, second, third, *rest = (Shift(slot, "a") for slot in request.slots)
    shifts = (first, second, third, *rest)
    attendance = {first: False, second: True}
    assert missed(shifts, attendance, {second, third}) == {first, third}
