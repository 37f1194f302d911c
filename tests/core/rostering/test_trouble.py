"""When it cannot be done: which rules meet, and what would help."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.roster_offices import office
from rostering.planner import apply, conflict, plan, repairs
from rostering.planner.conflicts import _smallest
from rostering.rules import Kind, Rule
from rostering.values import Limits, Request
from tests.core.rostering.conflicts import assert_smallest, can_be_told_alone, kinds, only
from tests.core.rostering.offices import (
    FRIDAY,
    YOUTH,
    absent,
    person,
    venue,
    week,
)
from tests.core.rostering.requests import requests

WEDNESDAY = date(2027, 3, 3)
slowly = settings(max_examples=40)


def rules_of(request: Request) -> tuple[Rule, ...]:
    """The conflict at the first gap."""
    return conflict(request, plan(request).roster.gaps[0])


def test_a_gap_that_is_none_has_no_conflict() -> None:
    request = week(person("a", leave=absent(WEDNESDAY, WEDNESDAY)))
    [gap, _] = plan(request).roster.gaps
    assert conflict(apply(request, repairs(request, plan(request).roster)[0]), gap) == ()


def test_leave_of_all_who_could_come_is_named_and_nothing_else() -> None:
    people = [person("a", leave=absent(WEDNESDAY, FRIDAY)), person("b", leave=absent())]
    request = week(*people, person("c", venues=frozenset({"elsewhere"})))
    assert {(rule.kind, rule.person) for rule in rules_of(request)} == {
        (Kind.COMPETENT, ""),
        (Kind.LEAVE, "a"),
        (Kind.LEAVE, "b"),
    }


def test_everybody_on_leave_leaves_gaps_not_errors() -> None:
    request = week(person("a", leave=absent()), person("b", YOUTH, leave=absent()))
    planned = plan(request)
    assert planned.optimal
    assert [gap.competent for gap in planned.roster.gaps] == [1] * 10
    [first, second, *_] = repairs(request, plan(request).roster)
    assert {change.rule.kind for change in first.changes} == {Kind.LEAVE}
    assert {c.rule.person for c in first.changes} != {c.rule.person for c in second.changes}
    assert plan(apply(request, first)).roster.gaps == ()


def test_an_office_without_people_has_gaps_everywhere_and_no_way_out() -> None:
    request = week()
    gaps = plan(request).roster.gaps
    assert len(gaps) == 10
    assert [rule.kind for rule in conflict(request, gaps[0])] == [Kind.COMPETENT]
    assert repairs(request, plan(request).roster) == ()


def test_limits_that_do_not_add_up_are_named_and_raised() -> None:
    request = week(person("a", limits=Limits(per_week=4)), person("b", limits=Limits(per_day=1)))
    assert {Kind.WEEK_LIMIT} <= {rule.kind for rule in rules_of(request)}
    ways = repairs(request, plan(request).roster)
    one_turn_more = [change for way in ways for change in way.changes]
    assert {change.more for change in one_turn_more} == {1}
    assert {change.rule.kind for change in one_turn_more} == {Kind.WEEK_LIMIT, Kind.DAY_LIMIT}
    for way in ways:
        assert plan(apply(request, way)).roster.gaps == ()


def test_a_turn_more_is_agreed_for_one_day_not_for_all() -> None:
    request = week(person("a", limits=Limits(per_day=1)), person("b", leave=absent(FRIDAY)))
    [way] = repairs(request, plan(request).roster)[:1]
    shifts = plan(apply(request, way)).roster.shifts
    assert sum(shift.person == "a" for shift in shifts) == 6


def test_a_small_organisation_is_not_emptied_unless_it_agrees() -> None:
    request = week(person("y1", YOUTH), person("y2", YOUTH), venues=(venue(wanted=2),))
    assert len(plan(request).roster.gaps) == 10
    assert Kind.KEEPS_ONE in {rule.kind for rule in rules_of(request)}
    assert plan(apply(request, repairs(request, plan(request).roster)[0])).roster.gaps == ()


def test_the_only_one_of_an_organisation_may_come() -> None:
    request = week(person("y1", YOUTH), person("y2", YOUTH, leave=absent()))
    assert plan(request).roster.gaps == ()


def test_two_places_at_once_are_a_conflict_of_covers() -> None:
    places = (venue("ban"), venue("buu-dien"))
    request = week(person("a"), venues=places)
    assert [gap.competent for gap in plan(request).roster.gaps] == [1] * 10
    rules = rules_of(request)
    assert [rule.kind for rule in rules] == [Kind.COMPETENT, Kind.COMPETENT]
    assert repairs(request, plan(request).roster) == ()


@slowly
@given(requests())
def test_what_is_proposed_helps_as_much_as_it_says(request: Request) -> None:
    now = sum(gap.people for gap in plan(request).roster.gaps)
    ways = repairs(request, plan(request).roster)
    assert len(ways) <= 3
    if not now:
        assert ways == ()
    for way in ways:
        left = plan(apply(request, way)).roster.gaps
        assert sum(gap.people for gap in left) <= way.people_missing


@slowly
@given(requests())
def test_every_gap_has_a_conflict_of_which_no_rule_can_be_left_out(request: Request) -> None:
    for gap in plan(request).roster.gaps[:1]:
        rules = conflict(request, gap)
        assert Kind.COMPETENT in kinds(rules) or Kind.COVER in kinds(rules)
        if can_be_told_alone(rules):
            assert plan(only(request, rules)).roster.gaps
            for left_out in rules:
                fewer = [rule for rule in rules if rule != left_out]
                assert plan(only(request, fewer)).roster.gaps == ()


@slowly
@given(requests())
def test_a_conflict_is_as_small_as_asking_of_every_rule_would_make_it(request: Request) -> None:
    for gap in plan(request).roster.gaps:
        assert_smallest(request, conflict(request, gap))


@pytest.mark.parametrize("seed", range(3))
def test_limits_of_the_whole_period_against_leave_of_whole_weeks(seed: int) -> None:
    request = office(seed, 8)
    tired = (replace(person, limits=Limits(1, 3, 9)) for person in request.people)
    short = replace(request, people=tuple(tired))
    [*_, gap] = plan(short).roster.gaps
    assert_smallest(short, conflict(short, gap))


@given(st.sets(st.integers(0, 11), min_size=1, max_size=5), st.integers(0, 12), st.integers(1, 6))
def test_whatever_the_first_guess_only_what_fails_together_is_left(
    core: set[int], extra: int, block: int
) -> None:
    """A finder made by hand: demands fail as soon as the whole core is among them."""
    rules = [Rule(Kind.LEAVE, str(number)) for number in range(max(*core, extra, 1) + 1)]
    failing = {Rule(Kind.LEAVE, str(number)) for number in core}
    left = _smallest(lambda asked: asked if failing <= set(asked) else [], rules, block)
    assert set(left) == failing
