"""A code that the network delivered out of order is nobody's mistake; one left lying is (S4-23)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.desk import Say
from sandbox.events import CodeRead
from sandbox.faults import OrderFault
from sandbox.rules import Rule
from sandbox.setup import CitizenPart, Setup
from tests.core.play import PLAIN, Play
from training.scenario import catalogue
from training.scoring import score

FIRST = next(iter(catalogue().values()))


def play(*delays: OrderFault) -> Play:
    """Two codes sent half a minute apart, each met by its trouble, to one who reads the older."""
    play = Play(Setup(traits=PLAIN, part=CitizenPart(reads_older_code=True)))
    for delay in delays:
        play.do(delay)
    play.ready_for_code()
    play.wait(30)
    play.send_code()
    return play


def late(seconds: int) -> OrderFault:
    return OrderFault("sms", "late", what="otp", seconds=seconds)


HELD = OrderFault("sms", "reorder", what="otp")


def types_what_is_read(play: Play, phrase: str) -> set[str]:
    """The clerk asks, types what was read, and is marked."""
    read = [each.sms for each in play.do(Say(phrase)).facts if isinstance(each, CodeRead)]
    refused = play.rules_of(play.creation(f"{read[0]:06d}")) if read else ()
    assert set(refused) <= {Rule.CODE_SUPERSEDED}
    return {found.rule for found in score(FIRST, play.log).findings}


@pytest.mark.parametrize(
    ("first", "second", "waited", "marked"),
    [
        (late(31), late(2), 1, False),  # the older one has come, the newer is on its way
        (late(31), late(1), 1, False),  # both in one second
        (HELD, late(2), 2, True),  # a second apart, in their order
        (late(30), late(2), 1, True),  # it had come when the newer was sent
        (late(0), late(2), 1, True),  # it had been lying there since before the newer was sent
    ],
)
def test_an_older_code_read_out_counts_only_against_who_could_tell(
    first: OrderFault, second: OrderFault, waited: int, marked: bool
) -> None:
    desk = play(first, second)
    desk.wait(waited)
    assert ("tk.older_code" in types_what_is_read(desk, "ask_code")) is marked


@given(
    first=st.one_of(st.just(HELD), st.integers(31, 40).map(late)),
    second=st.integers(0, 9).map(late),
    waited=st.floats(0, 12),
)
def test_whoever_asks_for_the_newest_code_is_never_marked_for_late_ones(
    first: OrderFault, second: OrderFault, waited: float
) -> None:
    desk = play(first, second)
    desk.wait(waited)
    assert "tk.older_code" not in types_what_is_read(desk, "ask_newest_code")


def test_a_code_read_before_the_new_one_was_sent_counts() -> None:
    desk = Play()
    desk.ready_for_code()
    desk.do(Say("ask_code"))
    desk.send_code()
    desk.do(desk.creation("000001"))
    assert "tk.older_code" in {found.rule for found in score(FIRST, desk.log).findings}


def test_having_read_another_message_is_not_having_read_the_code_that_made_the_account() -> None:
    desk = Play()
    desk.ready_for_code()
    desk.do(Say("ask_code"))
    desk.send_code()
    desk.do(desk.creation("000002"))
    assert desk.world.portal.accounts
    assert "tk.code_not_read" in {found.rule for found in score(FIRST, desk.log).findings}
