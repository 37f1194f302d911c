"""After publication: what has to change changes, and nothing else."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.planner import plan
from rostering.values import Half, Leave, Limits, Request, Shift
from tests.core.rostering.offices import FRIDAY, MONDAY, absent, period, person, shift, venue, week
from tests.core.rostering.oracle import every_roster
from tests.core.rostering.requests import requests

TUESDAY, THURSDAY = date(2027, 3, 2), date(2027, 3, 4)
people = [person(f"p{n}") for n in range(5)]


def taken_ill(request: Request, who: str, leave: tuple[Leave, ...]) -> Request:
    """The request after it was published and somebody reported leave."""
    ill = [replace(one, leave=leave) if one.id == who else one for one in request.people]
    return replace(request, people=tuple(ill), previous=frozenset(plan(request).roster.shifts))


def changes(request: Request, shifts: tuple[Shift, ...]) -> set[Shift]:
    return set(shifts) ^ (request.previous or frozenset())


def test_a_published_roster_that_still_holds_is_left_as_it_is() -> None:
    request = replace(week(*people), previous=frozenset(plan(week(*people)).roster.shifts))
    other_seed = replace(request, seed=9)
    assert changes(other_seed, plan(other_seed).roster.shifts) == set()


def test_leave_after_publishing_changes_only_the_turns_that_fell_out() -> None:
    request = taken_ill(week(*people), "p0", absent())
    lost = {shift for shift in request.previous or () if shift.person == "p0"}
    changed = changes(request, plan(request).roster.shifts)
    assert {one.slot for one in changed} == {one.slot for one in lost}
    assert len(changed) == 2 * len(lost)


def test_somebody_deleted_while_on_the_roster_is_replaced() -> None:
    full = week(*people)
    before = frozenset(plan(full).roster.shifts)
    rest = replace(full, people=full.people[1:], previous=before)
    planned = plan(rest).roster
    assert planned.gaps == ()
    remaining = {shift for shift in before if shift.person != "p0"}
    assert remaining <= set(planned.shifts)


def test_frozen_days_stay_even_with_somebody_who_left_on_them() -> None:
    first_days = frozenset({shift("gone", MONDAY), shift("p1", MONDAY, Half.AFTERNOON)})
    request = week(*people, frozen=first_days, frozen_days=frozenset({MONDAY, TUESDAY}))
    planned = plan(request).roster
    early = {one for one in planned.shifts if one.slot.session.day <= TUESDAY}
    assert early == first_days
    assert planned.gaps == ()
    assert len(planned.shifts) == 2 + 6


def test_what_is_frozen_counts_for_limits_and_for_fairness() -> None:
    done = frozenset(shift("p0", day, half) for day in (MONDAY, TUESDAY) for half in Half)
    request = week(*people[:2], frozen=done, frozen_days=frozenset({MONDAY, TUESDAY}))
    shifts = plan(request).roster.shifts
    assert sum(one.person == "p1" for one in shifts) == 5
    limited = replace(request, people=(replace(people[0], limits=Limits(per_week=4)), people[1]))
    assert sum(one.person == "p1" for one in plan(limited).roster.shifts) == 6


def test_a_week_that_began_in_the_last_period_counts_for_the_weekly_limit() -> None:
    earlier = frozenset({shift("p0", MONDAY), shift("p0", TUESDAY)})
    limited = person("p0", limits=Limits(per_week=3))
    request = period(THURSDAY, FRIDAY, limited, people[1], frozen=earlier)
    planned = plan(request).roster
    assert sum(one.person == "p0" and one.slot in request.slots for one in planned.shifts) == 1


def test_a_frozen_turn_outside_leave_keeps_its_person_from_a_second_place() -> None:
    places = (venue("ban"), venue("buu-dien"))
    request = week(people[0], people[1], venues=places, frozen=frozenset({shift("p0", MONDAY)}))
    shifts = plan(request).roster.shifts
    assert shift("p1", MONDAY, Half.MORNING, "buu-dien") in shifts


@settings(max_examples=40)
@given(requests(), st.integers(0, 4))
def test_whatever_happens_no_more_is_missing_than_in_a_plan_from_nothing(
    request: Request, weekday: int
) -> None:
    request = taken_ill(request, "p0", absent(MONDAY, date(2027, 3, 1 + weekday)))
    again, fresh = plan(request).roster, plan(replace(request, previous=None)).roster
    assert sum(g.competent for g in again.gaps) == sum(g.competent for g in fresh.gaps)
    assert len(changes(request, again.shifts)) <= len(changes(request, fresh.shifts))


@settings(max_examples=20)
@given(st.sampled_from(["p0", "p1", "p2"]), st.sampled_from(list(Half)), st.integers(0, 99))
def test_no_other_roster_would_have_changed_less(who: str, half: Half, seed: int) -> None:
    two_days = period(MONDAY, TUESDAY, *people[:3], seed=seed)
    request = taken_ill(two_days, who, absent(MONDAY, TUESDAY, half))
    fewest = min(len(changes(request, shifts)) for shifts in every_roster(request))
    assert len(changes(request, plan(request).roster.shifts)) == fewest
