"""The check at arrival: everything is recorded, nothing blocks reception (S0-12, A6-1)."""

import pytest

from sandbox.arrival import ChooseBranch, HandOver, NoteArrival, Receive, Refer, SendNumber
from sandbox.citizens import EidState
from sandbox.desk import Say
from sandbox.rules import Rule
from sandbox.setup import VneidPart
from sandbox.state import Arrival
from tests.core.vneid.phone import phone


def test_what_the_clerk_found_and_did_is_remembered() -> None:
    desk = phone(eid=EidState.NONE)
    desk.do(NoteArrival("no_account"))
    desk.do(Say("offer_help"))
    desk.do(ChooseBranch("b1"))
    desk.do(HandOver("activation_team"))
    desk.do(Refer("district_police"))
    desk.do(SendNumber())
    desk.do(Receive())
    assert desk.world.arrival == Arrival(
        result="no_account",
        choice="accepted",
        branch="b1",
        supporter="activation_team",
        referred_to="district_police",
        number_sent=True,
        received=True,
    )


@pytest.mark.parametrize("level", list(EidState))
@pytest.mark.parametrize("declines", [True, False])
def test_reception_goes_on_whatever_the_check_has_found(level: EidState, declines: bool) -> None:
    desk = phone(eid=level, part=VneidPart(declines_help=declines))
    desk.do(Say("offer_help"))
    assert desk.rules_of(Receive()) == ()


def test_a_wrong_branch_or_an_office_of_another_time_is_recorded_not_refused() -> None:
    desk = phone("2025")
    assert desk.rules_of(ChooseBranch("b1")) == ()
    assert desk.rules_of(Refer("district_police")) == ()


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (NoteArrival("maybe"), Rule.STANDING_UNKNOWN),
        (ChooseBranch("b5"), Rule.BRANCH_UNKNOWN),
        (HandOver("nobody"), Rule.SUPPORTER_UNKNOWN),
        (Refer("post_office"), Rule.OFFICE_UNKNOWN),
    ],
)
def test_what_is_not_on_the_list_is_refused(command: object, rule: Rule) -> None:
    assert phone().rules_of(command) == (rule,)
