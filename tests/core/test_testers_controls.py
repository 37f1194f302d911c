"""What a tester can do to a world: take trouble back, clear a list, set the clock at the start."""

from datetime import timedelta

import pytest

from sandbox.clock import Advance, StartingClock, carried_over, starting_clock
from sandbox.faults import OrderFault, WithdrawFault
from sandbox.log import Actor
from sandbox.mock_dvc import LookUp
from sandbox.sms import ClearInbox
from sandbox.world import carry_on, fold_log, record, start
from tests.core.play import MORNING, Play

NOON = MORNING + timedelta(hours=4)


def test_withdrawn_trouble_strikes_no_more_and_keeps_its_count() -> None:
    play = Play()
    play.do(OrderFault("sms", "lost", times=2), Actor.TESTER)
    play.ready_for_code()
    play.do(WithdrawFault(1), Actor.TESTER)
    play.send_code()
    (fault,) = play.world.faults
    assert (fault.times, fault.left, fault.withdrawn) == (2, 1, True)
    assert [sms.fate for sms in play.world.network.sms] == ["lost", "delivered"]


def test_trouble_that_was_taken_back_makes_room_for_the_next() -> None:
    play = Play()
    play.do(OrderFault("sms", "lost"), Actor.TESTER)
    play.do(OrderFault("sms", "late", seconds=9), Actor.TESTER)
    play.do(WithdrawFault(1), Actor.TESTER)
    play.ready_for_code()
    assert [sms.fate for sms in play.world.network.sms] == ["late"]


def test_a_failing_portal_carries_the_status_it_was_given() -> None:
    play = Play()
    play.open_form(look_up=False)
    play.do(OrderFault("portal", "error", status=503), Actor.TESTER)
    refusal = play.do(LookUp(1, play.world.citizen.id_number)).refusal
    assert refusal is not None
    assert refusal.problems[0].values == (("status", "503"),)


def test_only_what_has_arrived_is_cleared() -> None:
    play = Play()
    play.ready_for_code()
    play.do(OrderFault("sms", "late", seconds=60), Actor.TESTER)
    play.send_code()
    play.do(ClearInbox(), Actor.TESTER)
    assert play.world.network.cleared == {1}
    play.wait(60)
    play.do(ClearInbox(), Actor.TESTER)
    assert play.world.network.cleared == {1, 2}


@pytest.mark.parametrize(
    "clock", [StartingClock(), StartingClock(now=MORNING), StartingClock(frozen=True, now=MORNING)]
)
def test_how_a_clock_was_set_can_be_read_back(clock: StartingClock) -> None:
    facts = [start(7, "2022", "play", Play().setup), *clock.facts(NOON)]
    log = record(None, facts, Actor.SYSTEM, clock.now or NOON)
    assert starting_clock(log) == clock
    assert fold_log(log).clock.read(NOON) == (clock.now or NOON)


def test_a_jump_counts_as_lived_through() -> None:
    play = Play()
    play.do(Advance(100), Actor.TESTER)
    assert play.world.last_at == MORNING + timedelta(seconds=100)


def test_a_copied_log_goes_on_at_its_own_last_moment() -> None:
    play = Play()
    play.wait(30)
    play.do(Advance(100), Actor.TESTER)
    clock = record(play.world, carried_over(play.world, NOON), Actor.SYSTEM, play.world.last_at)
    assert carry_on(play.world, clock).clock.read(NOON) == MORNING + timedelta(seconds=130)


def test_time_that_was_skipped_was_not_spent() -> None:
    play = Play()
    play.wait(20)
    play.do(Advance(300), Actor.TESTER)
    play.do(Advance(60), Actor.TESTER)
    assert play.world.spent(play.now + timedelta(seconds=360)) == timedelta(seconds=20)
