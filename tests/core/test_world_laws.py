"""A world is the fold of its events: forks, clocks, the codec and the chain."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from sandbox.clock import Advance, Freeze, Resume
from sandbox.codec import decode, encode, link
from sandbox.desk import CloseVisit, Say
from sandbox.log import KINDS, Entry
from sandbox.rules import Rule
from sandbox.world import carry_on, fold_log
from tests.core.play import MORNING, Play


@pytest.fixture
def played() -> Play:
    """A whole account creation."""
    play = Play()
    play.ready_for_code()
    play.do(Say("check_form"))
    play.do(play.creation("000001"))
    play.do(CloseVisit())
    return play


def chain(log: list[Entry]) -> list[str]:
    """The links of a log."""
    links = [""]
    for entry in log:
        links.append(link(links[-1], entry))
    return links[1:]


def test_a_fork_at_any_line_equals_replaying_up_to_it(played: Play) -> None:
    for place in range(1, len(played.log)):
        head, tail = played.log[:place], played.log[place:]
        assert carry_on(fold_log(head), tail) == played.world


def test_a_log_survives_its_json_letter_by_letter(played: Play) -> None:
    again = [
        replace(entry, fact=decode(entry.fact.kind, encode(entry.fact))) for entry in played.log
    ]
    assert again == played.log
    assert [encode(entry.fact) for entry in again] == [encode(entry.fact) for entry in played.log]


def test_every_kind_of_fact_has_its_own_name() -> None:
    assert len(KINDS) == len(set(KINDS.values()))
    assert all(cls.kind == name for name, cls in KINDS.items())


@pytest.mark.parametrize(
    "tamper",
    [
        lambda log: log[1:],
        lambda log: [*log[:2], *log[3:]],
        lambda log: [*log[:2], replace(log[2], at=MORNING + timedelta(seconds=1)), *log[3:]],
        lambda log: [*log[:2], replace(log[2], fact=log[3].fact), *log[3:]],
    ],
)
def test_the_chain_shows_any_line_that_was_changed_or_dropped(
    played: Play, tamper: Callable[[list[Entry]], list[Entry]]
) -> None:
    assert chain(tamper(played.log))[-1] != chain(played.log)[-1]


def test_a_log_without_its_start_is_no_world(played: Play) -> None:
    for broken in ([], played.log[1:]):
        with pytest.raises(ValueError, match=r"world\.started"):
            fold_log(broken)


def test_nothing_more_can_be_done_after_the_visit_is_closed(played: Play) -> None:
    assert played.rules_of(Say("greet")) == (Rule.VISIT_CLOSED,)


def test_the_clock_moves_forward_only() -> None:
    play = Play()
    assert play.rules_of(Advance(0)) == (Rule.CLOCK_BACKWARDS,)
    assert play.rules_of(Advance(-5)) == (Rule.CLOCK_BACKWARDS,)
    play.do(Advance(121))
    assert play.world.clock.read(MORNING) == MORNING + timedelta(seconds=121)


def test_a_frozen_clock_stands_still_can_be_moved_and_runs_on_from_there() -> None:
    play = Play()
    play.do(Freeze())
    later = MORNING + timedelta(hours=1)
    assert play.world.clock.read(later) == MORNING
    play.do(Advance(60))
    assert play.world.clock.read(later) == MORNING + timedelta(seconds=60)
    play.do(Resume(later))
    assert play.world.clock.read(later) == MORNING + timedelta(seconds=60)
    assert play.world.clock.read(later + timedelta(seconds=5)) == MORNING + timedelta(seconds=65)


def test_advancing_the_clock_ends_a_codes_life() -> None:
    play = Play()
    play.ready_for_code()
    play.do(Advance(121))
    play.now = play.world.clock.read(play.now)
    assert play.rules_of(play.creation("000001")) == (Rule.CODE_EXPIRED,)
