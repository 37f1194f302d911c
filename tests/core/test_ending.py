"""How a visit stands: the furthest it has brought the citizen, in one word."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sandbox.arrival import HandOver, Receive, Refer
from sandbox.citizens import EidState
from sandbox.desk import CloseVisit
from sandbox.ending import LADDER, outcome, reaches
from sandbox.mock_dvc import Cancel, LookUp, OpenForm
from sandbox.mock_vneid import commands as vneid
from sandbox.public_portal import commands as public
from sandbox.setup import Setup, VneidPart
from tests.core.play import PLAIN, Play
from tests.core.vneid.phone import Phone, active, phone

ACTIVATED = ("guide_activation", "invite_code", "invite_password", "invite_passcode")
WITH_PAPERS = (*ACTIVATED, "invite_questions", "guide_sign_in", "guide_papers")
PORTAL = ("guide_portal_qr", "invite_consent", "invite_passcode")
RENEWED = ("guide_forgot_passcode", "invite_code", "invite_passcode")
MOVED = ("guide_sign_in", "invite_code")
REGISTERED = ("guide_register", "invite_chip", "invite_face", "invite_send")


def after(citizen: Phone, *said: str) -> str:
    """The outcome once all that has been said."""
    for phrase in said:
        citizen.hear(phrase)
    return outcome(citizen.world)


@pytest.mark.parametrize(
    ("citizen", "said", "stands"),
    [
        (phone, (), "not_done"),
        (phone, ACTIVATED, "not_done"),
        (phone, (*ACTIVATED, "invite_questions"), "activated"),
        (phone, WITH_PAPERS, "papers_integrated"),
        (phone, (*WITH_PAPERS, *PORTAL), "online"),
        (active, (), "not_done"),
        (active, ("guide_papers",), "papers_integrated"),
        (active, PORTAL, "online"),
        (active, RENEWED, "access_restored"),
        (lambda: active(signed_in_on="old"), MOVED, "access_restored"),
        (lambda: active(signed_in_on="old"), MOVED[:1], "not_done"),
        (lambda: active(with_child=True), ("guide_child",), "child_registered"),
        (lambda: phone(eid=EidState.NONE), REGISTERED, "registered"),
        (lambda: phone(part=VneidPart(declines_help=True)), ("offer_help",), "declined"),
    ],
)
def test_the_visit_stands_where_it_has_brought_the_citizen(
    citizen: Callable[[], Phone], said: tuple[str, ...], stands: str
) -> None:
    assert after(citizen(), *said) == stands


@pytest.mark.parametrize(
    ("citizen", "said", "stands"),
    [
        (active, PORTAL, "online"),
        (active, RENEWED, "access_restored"),
        (lambda: active(signed_in_on="old"), MOVED, "access_restored"),
        (
            lambda: phone(eid=EidState.LEVEL1, part=VneidPart(signed_in_on="old")),
            MOVED,
            "access_restored",
        ),
        (phone, WITH_PAPERS, "papers_integrated"),
    ],
)
def test_what_was_reached_stays_reached(
    citizen: Callable[[], Phone], said: tuple[str, ...], stands: str
) -> None:
    somebody = citizen()
    assert after(somebody, *said) == stands
    somebody.do(public.SignOut())
    somebody.do(vneid.SignOut())
    assert somebody.world.vneid.device == ""
    assert outcome(somebody.world) == stands
    somebody.do(CloseVisit())
    assert somebody.world.desk.closed == stands


def test_an_account_once_found_stays_found_and_an_empty_form_leaves_nothing_open() -> None:
    account = Play(Setup(traits=replace(PLAIN, account=True)))
    account.open_form()
    account.do(OpenForm())
    assert outcome(account.world) == "account_exists"
    account.do(LookUp(1, "000099900001"))
    account.do(Cancel(1))
    assert outcome(account.world) == "account_exists"


def test_papers_from_before_are_not_this_visits_work() -> None:
    assert after(active(papers=("driving_licence",))) == "not_done"


@pytest.mark.parametrize(
    ("command", "stands"),
    [
        (Refer("district_police"), "referred"),
        (HandOver("activation_team"), "handed_over"),
        (Receive(), "received"),
    ],
)
def test_what_the_clerk_did_counts_where_nothing_further_happened(
    command: object, stands: str
) -> None:
    citizen = phone(eid=EidState.NONE)
    citizen.do(Receive())
    citizen.do(command)
    citizen.do(CloseVisit())
    assert citizen.world.desk.closed == stands


def test_an_account_form_says_more_than_anything_on_the_telephone() -> None:
    account = Play()
    number = account.ready_for_code()
    account.do(Receive())
    assert outcome(account.world) == "left_open"
    account.do(account.creation("000001"))
    assert (number, outcome(account.world)) == (1, "account_created")


@pytest.mark.parametrize(
    ("wanted", "achieved", "enough"),
    [
        ("activated", "online", True),
        ("papers_integrated", "activated", False),
        ("referred", "referred", True),
        ("declined", "online", False),
        ("account_created", "online", False),
        ("online", "account_created", False),
    ],
)
def test_more_of_the_same_kind_is_enough(wanted: str, achieved: str, enough: bool) -> None:
    assert reaches(wanted, achieved) is enough


def test_the_ladder_has_no_rung_twice() -> None:
    assert len(set(LADDER)) == len(LADDER)
