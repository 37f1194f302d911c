"""The planner finds the fairest roster; on tiny requests every other one is tried as well."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.fairness import fairness
from rostering.planner import plan
from rostering.values import SUPPORTER, Half, Opening, Organisation, Request, Venue, Weights, Wish
from tests.core.rostering.offices import (
    DESK,
    FRIDAY,
    MONDAY,
    WOMEN,
    YOUTH,
    absent,
    period,
    person,
    shift,
    venue,
    week,
)
from tests.core.rostering.oracle import every_roster, points

NO_WEEKDAYS = Weights(weekday=0)
APRIL = date(2027, 3, 26)  # the end of four weeks


@st.composite
def tiny(draw: st.DrawFn) -> Request:
    """Three people and four sessions."""
    openings = tuple(Opening(day, half, draw(st.integers(1, 2))) for day in (0, 1) for half in Half)
    people = [
        person(
            name,
            draw(st.sampled_from([DESK, YOUTH])),
            share=draw(st.sampled_from([1.0, 0.5])),
            carried=draw(st.sampled_from([0.0, 1.0, -0.5])),
            capable_phone=draw(st.booleans()),
            experienced=draw(st.booleans()),
            leave=absent(MONDAY, MONDAY, Half.MORNING) if draw(st.booleans()) else (),
        )
        for name in "abc"
    ]
    wishes = st.builds(Wish, st.sampled_from("abc"), st.booleans(), st.integers(0, 1))
    request = week(*people, venues=(Venue("ban", "Bàn", openings),), weights=NO_WEEKDAYS)
    return replace(request, wishes=tuple(draw(st.lists(wishes, max_size=2))))


@settings(max_examples=40)
@given(tiny())
def test_no_other_way_to_fill_the_slots_costs_less(request: Request) -> None:
    planned = plan(request)
    every = [points(request, shifts) for shifts in every_roster(request)]
    if planned.roster.gaps:
        assert every == []
    else:
        assert min(every) == points(request, planned.roster.shifts) == planned.cost


@pytest.mark.parametrize("seed", range(3))
def test_among_equals_nobody_has_two_turns_more_than_another(seed: int) -> None:
    people = [person(f"p{n}") for n in range(7)]
    request = period(MONDAY, APRIL, *people, seed=seed)
    loads = fairness(request, plan(request).roster.shifts)
    shifts = [load.shifts for load in loads.people]
    assert sum(shifts) == 40
    assert max(shifts) - min(shifts) <= 1


def test_somebody_without_any_turn_is_counted_not_forgotten() -> None:
    one, other, idle = person("a"), person("b"), person("c")
    request = week(one, other, idle)
    shifts = [
        shift(who, slot.session.day, slot.session.half)
        for who, slot in zip("ab" * 5, request.slots, strict=True)
    ]
    report = fairness(request, shifts)
    assert [load.shifts for load in report.people] == [5, 5, 0]
    assert report.spread == 5
    assert report.balance == pytest.approx(1 / 3)
    assert report.jain == pytest.approx(2 / 3)
    assert min(load.shifts for load in fairness(request, plan(request).roster.shifts).people) == 3


def test_part_time_people_and_organisations_with_half_a_share_get_half() -> None:
    half = Organisation("half", "Hội Mẫu", share=0.5)
    people = [person("full"), person("part", share=0.5), person("guest", half)]
    request = period(MONDAY, APRIL, *people)
    report = fairness(request, plan(request).roster.shifts)
    assert [load.shifts for load in report.people] == [20, 10, 10]
    assert [(load.id, load.shifts) for load in report.organisations] == [("desk", 30), ("half", 10)]


def test_what_was_done_too_much_before_is_given_back() -> None:
    request = week(person("a", carried=2.0), person("b", carried=-2.0))
    report = fairness(request, plan(request).roster.shifts)
    assert [load.shifts for load in report.people] == [3, 7]
    assert report.spread == 0


def test_what_is_carried_over_evens_out_after_some_periods() -> None:
    people = [person(name) for name in "abc"]
    total = dict.fromkeys("abc", 0)
    for number in range(3):
        first = MONDAY + timedelta(weeks=number)
        request = period(first, first + timedelta(days=4), *people)
        loads = fairness(request, plan(request).roster.shifts).people
        total = {load.id: total[load.id] + load.shifts for load in loads}
        people = [
            replace(one, carried=load.deviation) for one, load in zip(people, loads, strict=True)
        ]
    assert total == {"a": 10, "b": 10, "c": 10}


def test_who_is_away_half_the_time_owes_half() -> None:
    request = week(person("a"), person("b"), person("c", leave=absent(MONDAY, date(2027, 3, 3))))
    report = fairness(request, plan(request).roster.shifts)
    assert [round(load.due, 2) for load in report.people] == [4.17, 4.17, 1.67]
    assert [load.shifts for load in report.people] == [4, 4, 2]


def test_organisations_share_the_load_when_their_people_cannot_be_equal() -> None:
    people = [person("d1"), person("y1", YOUTH), person("y2", YOUTH), person("w1", WOMEN)]
    request = period(MONDAY, APRIL, *people)
    report = fairness(request, plan(request).roster.shifts)
    assert {load.id: load.shifts for load in report.organisations} == {
        "desk": 10,
        "youth": 20,
        "women": 10,
    }


def test_wishes_are_met_when_fairness_allows() -> None:
    people = (person("a"), person("b"))
    wishes = (Wish("a", True, half=Half.MORNING), Wish("b", False, day=FRIDAY, half=Half.MORNING))
    shifts = plan(week(*people, wishes=wishes)).roster.shifts
    assert {t.slot.session.half for t in shifts if t.person == "a"} == {Half.MORNING}


def test_turns_are_spread_over_the_weekdays() -> None:
    request = period(MONDAY, APRIL, *(person(f"p{n}") for n in range(8)))
    shifts = plan(request).roster.shifts
    same = {(t.person, t.slot.session.like) for t in shifts}
    assert len(same) == len(shifts) == 40


def test_somebody_new_is_paired_with_somebody_experienced() -> None:
    people = [person(f"new{n}", experienced=False) for n in range(3)]
    people += [person(f"old{n}") for n in range(3)]
    request = week(*people, venues=(venue(wanted=2),))
    shifts = plan(request).roster.shifts
    guided = {t.slot for t in shifts if t.person.startswith("old")}
    assert guided == set(request.slots)


def test_each_session_has_a_capable_telephone() -> None:
    people = [person(f"p{n}", capable_phone=n < 2) for n in range(4)]
    request = week(*people, venues=(venue(wanted=2),))
    shifts = plan(request).roster.shifts
    assert {t.slot for t in shifts if t.person in {"p0", "p1"}} == set(request.slots)


def test_who_is_still_learning_sits_beside_somebody_competent() -> None:
    learner = person("hoc", competent=frozenset(), learning=frozenset({SUPPORTER}))
    request = week(learner, person("a"), person("b"), venues=(venue(wanted=2),))
    shifts = plan(request).roster.shifts
    assert sum(t.person == "hoc" for t in shifts) in {6, 7}
    alone = week(learner)
    assert plan(alone).roster.shifts == ()
    assert len(plan(alone).roster.gaps) == 10


def test_seeds_choose_between_rosters_that_are_equally_good() -> None:
    people = [person(f"p{n}") for n in range(5)]
    plans = [plan(week(*people, seed=seed)) for seed in range(6)]
    assert len({one.cost for one in plans}) == 1
    assert len({one.roster for one in plans}) > 1


def test_turns_outside_the_period_and_its_places_count_for_nothing() -> None:
    request = week(person("a"), person("b"))
    inside = {shift("a", MONDAY), shift("b", FRIDAY)}
    outside = {shift("a", APRIL), shift("a", MONDAY, place="buu-dien"), shift("b", APRIL)}
    assert fairness(request, inside | outside) == fairness(request, inside)
