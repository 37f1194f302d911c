"""No roster breaks a hard rule, whatever it is made from; and a gap is there only if it must be."""

from dataclasses import replace

from hypothesis import given, settings

from rostering.greedy import fill
from rostering.judging import judge
from rostering.planner import plan
from rostering.values import Request, Shift
from tests.core.rostering.oracle import broken, unfilled
from tests.core.rostering.requests import published, requests

unhurried = settings(max_examples=60)


@unhurried
@given(requests())
def test_a_planned_roster_breaks_no_hard_rule(request: Request) -> None:
    planned = plan(request)
    assert planned.optimal
    assert broken(request, planned.roster.shifts) == []


@unhurried
@given(requests())
def test_what_is_missing_is_said_slot_by_slot(request: Request) -> None:
    roster = plan(request).roster
    missing = [(gap.slot, gap.people, gap.competent) for gap in roster.gaps]
    assert missing == unfilled(request, roster.shifts)


@unhurried
@given(requests())
def test_the_same_request_gives_the_same_roster(request: Request) -> None:
    assert plan(request) == plan(request)


@unhurried
@given(requests())
def test_the_plain_rota_breaks_no_rule_either_and_is_never_fuller(request: Request) -> None:
    rota, roster = fill(request), plan(request).roster
    assert broken(request, rota.shifts) == []
    assert [(g.slot, g.people, g.competent) for g in rota.gaps] == unfilled(request, rota.shifts)
    assert sum(g.competent for g in roster.gaps) <= sum(g.competent for g in rota.gaps)


@unhurried
@given(published())
def test_frozen_turns_and_days_stay_as_they_are(case: tuple[Request, frozenset[Shift]]) -> None:
    request, laid_down = case
    days = {shift.slot.session.day for shift in laid_down if shift.person == "p0"}
    request = replace(request, frozen=laid_down, frozen_days=frozenset(days))
    planned = plan(request).roster
    shifts = planned.shifts
    assert judge(request, shifts).gaps == planned.gaps
    assert laid_down <= set(shifts)
    assert {shift for shift in shifts if shift.slot.session.day in days} <= laid_down
    assert broken(request, shifts) == []


@unhurried
@given(requests())
def test_the_judge_finds_the_gaps_and_nothing_broken(request: Request) -> None:
    roster = plan(request).roster
    judgement = judge(request, roster.shifts)
    assert (judgement.broken, judgement.gaps) == ((), roster.gaps)
