"""Swaps of two and three are held against the rules before anybody is asked."""

from dataclasses import replace
from datetime import datetime

from hypothesis import given, settings

from rostering.exchange import (
    Exchange,
    Give,
    Hitch,
    State,
    Swap,
    after,
    answered,
    decided,
    objections,
    offers,
    stand_ins,
    taken_back,
)
from rostering.judging import judge
from rostering.planner import plan
from rostering.rules import Kind
from rostering.values import Half, Request
from tests.core.rostering.offices import FRIDAY, MONDAY, absent, at, person, shift, week
from tests.core.rostering.requests import requests
from web.shell.formatting import OFFICE_ZONE

BEFORE = datetime(2027, 2, 1, 8, 0, tzinfo=OFFICE_ZONE)
REQUEST = week(person("An"), person("Bình"), person("Chi"))
AN, BINH, CHI = shift("An", MONDAY), shift("Bình", FRIDAY), shift("Chi", FRIDAY, Half.AFTERNOON)
TURNS = frozenset({AN, BINH, CHI})
PAIR: Exchange = (Give(AN, "Bình"), Give(BINH, "An"))
RING: Exchange = (Give(AN, "Bình"), Give(BINH, "Chi"), Give(CHI, "An"))


def test_two_change_places() -> None:
    assert not objections(REQUEST, TURNS, PAIR, BEFORE)
    assert after(TURNS, PAIR) == {shift("Bình", MONDAY), shift("An", FRIDAY), CHI}


def test_three_change_places() -> None:
    assert not objections(REQUEST, TURNS, RING, BEFORE)
    assert shift("An", FRIDAY, Half.AFTERNOON) in after(TURNS, RING)


def test_leave_speaks_against_it() -> None:
    away = replace(REQUEST, people=(person("An", leave=absent(FRIDAY)), person("Bình")))
    found = objections(away, {AN, BINH}, PAIR, BEFORE)
    assert [rule.kind for rule in found.rules] == [Kind.LEAVE]


def test_a_learner_alone_speaks_against_it() -> None:
    learner = person("Bình", competent=frozenset(), learning=frozenset({AN.slot.duty}))
    found = objections(week(person("An"), learner), {AN}, (Give(AN, "Bình"),), BEFORE)
    assert [gap.slot for gap in found.gaps] == [at(MONDAY)]


def test_a_turn_that_has_moved_since_speaks_against_it() -> None:
    found = objections(REQUEST, {shift("Chi", MONDAY), BINH}, PAIR, BEFORE)
    assert found.hitches == (Hitch.MOVED,)


def test_somebody_who_has_left_cannot_be_asked() -> None:
    gone = replace(REQUEST, people=(person("An"),))
    assert objections(gone, TURNS, PAIR, BEFORE).hitches == (Hitch.LEFT,)


def test_what_has_begun_is_not_swapped() -> None:
    begun = datetime(2027, 3, 1, 7, 30, tzinfo=OFFICE_ZONE)
    assert Hitch.BEGUN in objections(REQUEST, TURNS, PAIR, begun).hitches


def test_a_breach_that_is_there_already_does_not_count() -> None:
    """Bình's Friday is outside his hours anyway."""
    strict = week(person("An"), person("Bình", available=frozenset({(0, Half.MORNING)})))
    assert not objections(strict, {AN, BINH}, PAIR, BEFORE)


def test_three_are_proposed_only_when_two_do_not_do() -> None:
    mornings = frozenset({(4, Half.MORNING)})
    an = person("An", available=frozenset({(0, Half.MORNING), (4, Half.AFTERNOON)}))
    request = week(an, person("Bình"), person("Chi", available=mornings | {(4, Half.AFTERNOON)}))
    assert offers(REQUEST, TURNS, AN, BEFORE)[0] == PAIR
    assert offers(request, TURNS, AN, BEFORE) == (RING,)


def test_whoever_is_free_can_stand_in() -> None:
    assert stand_ins(REQUEST, TURNS, AN, BEFORE) == ("Bình", "Chi")
    assert stand_ins(REQUEST, TURNS | {shift("Chi", MONDAY)}, AN, BEFORE) == ("Bình",)


@settings(max_examples=30)
@given(requests())
def test_no_proposal_breaks_a_rule_or_opens_a_gap(request_: Request) -> None:
    shifts = frozenset(plan(request_).roster.shifts)
    was = judge(request_, shifts)
    for mine in sorted(shifts)[:2]:
        for exchange in offers(request_, shifts, mine, BEFORE):
            would_be = judge(request_, after(shifts, exchange))
            assert set(would_be.broken) <= set(was.broken)
            assert set(would_be.gaps) <= set(was.gaps)


def swap(*, head: bool = True) -> Swap:
    return Swap("An", RING, head)


def test_everybody_agrees_and_then_the_head_approves() -> None:
    one = answered(swap(), "Bình", agrees=True)
    assert (one.state, set(one.waits_for)) == (State.ASKED, {"Chi"})
    both = answered(one, "Chi", agrees=True)
    assert both.state is State.ACCEPTED
    assert decided(both, approves=True).state is State.APPROVED
    assert decided(both, approves=False).state is State.REFUSED


def test_without_approval_the_last_yes_settles_it() -> None:
    one = answered(swap(head=False), "Bình", agrees=True)
    assert answered(one, "Chi", agrees=True).state is State.APPROVED


def test_one_no_ends_it() -> None:
    refused = answered(swap(), "Chi", agrees=False)
    assert refused.state is State.REFUSED
    assert answered(refused, "Bình", agrees=True) == refused


def test_strangers_and_the_asker_answer_nothing() -> None:
    assert answered(swap(), "An", agrees=True) == swap()
    assert answered(swap(), "Dung", agrees=False) == swap()


def test_the_head_says_nothing_before_everybody_has_agreed() -> None:
    assert decided(swap(), approves=True) == swap()


def test_it_can_be_taken_back_until_it_is_settled() -> None:
    assert taken_back(swap()).state is State.CANCELLED
    closed = replace(swap(), state=State.APPROVED)
    assert taken_back(closed) == closed
