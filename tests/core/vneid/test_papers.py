"""S2-10, B4: papers in the wallet, three requests a day, none twice."""

import pytest

from sandbox import people
from sandbox.citizens import EidState
from sandbox.mock_vneid.commands import IntegratePaper
from sandbox.rules import Rule
from tests.core.vneid.phone import Phone, active, phone


def licence(citizen: Phone, number: str = "", passcode: str = "") -> IntegratePaper:
    """A request for the driving licence, right where nothing else is said."""
    right = people.paper_number(citizen.world.citizen, "driving_licence")
    return IntegratePaper("driving_licence", number or right, passcode or citizen.passcode)


def test_a_right_number_brings_the_paper_into_the_wallet() -> None:
    citizen = active()
    assert citizen.rules_of(licence(citizen)) == ()
    assert citizen.eid.papers == ("driving_licence",)


def test_a_paper_that_is_there_is_not_taken_again() -> None:
    citizen = active(papers=("driving_licence",))
    assert citizen.rules_of(licence(citizen)) == (Rule.VNEID_PAPER_TWICE,)


def test_a_wrong_number_uses_up_one_of_the_days_three_requests() -> None:
    citizen = active()
    for _ in range(3):
        assert citizen.rules_of(licence(citizen, "THLX000000")) == ()
    assert citizen.eid.papers == ()
    assert citizen.rules_of(licence(citizen)) == (Rule.VNEID_PAPER_LIMIT,)
    other = people.paper_number(citizen.world.citizen, "health_insurance")
    assert citizen.rules_of(IntegratePaper("health_insurance", other, citizen.passcode)) == ()


def test_tomorrow_there_are_three_again() -> None:
    citizen = active()
    for _ in range(3):
        citizen.do(licence(citizen, "THLX000000"))
    citizen.wait(16 * 3600 - 1)  # it is 08:00; one second to midnight
    assert citizen.rules_of(licence(citizen)) == (Rule.VNEID_PAPER_LIMIT,)
    citizen.wait(1)
    assert citizen.rules_of(licence(citizen)) == ()


@pytest.mark.parametrize(
    "number",
    [
        "",
        "GPLX 123",
        "TH123456",
        "790123456789",  # refused on purpose
    ],
)
def test_only_numbers_of_pretend_papers_are_taken(number: str) -> None:
    citizen = active()
    asked = IntegratePaper("driving_licence", number, citizen.passcode)
    assert citizen.rules_of(asked) == (Rule.VNEID_PAPER_NUMBER,)


def test_small_letters_and_spaces_do_not_matter() -> None:
    citizen = active()
    number = people.paper_number(citizen.world.citizen, "driving_licence").lower()
    citizen.do(licence(citizen, f" {number[:4]} {number[4:]} "))
    assert citizen.eid.papers == ("driving_licence",)


def test_an_unheard_of_paper_is_refused() -> None:
    citizen = active()
    asked = IntegratePaper("passport", "THHC123456", citizen.passcode)
    assert citizen.rules_of(asked) == (Rule.VNEID_PAPER_UNKNOWN,)


def test_the_wallet_is_for_active_level_2_accounts_on_this_phone() -> None:
    outside = active(signed_in_on="old")
    assert outside.rules_of(licence(outside)) == (Rule.VNEID_NOT_SIGNED_IN,)
    low = phone(eid=EidState.LEVEL1)
    assert low.rules_of(licence(low)) == (Rule.VNEID_LEVEL2_NEEDED,)


def test_a_wrong_passcode_sends_nothing() -> None:
    citizen = active()
    assert citizen.rules_of(licence(citizen, passcode="999999")) == (Rule.VNEID_PASSCODE_WRONG,)
    assert citizen.eid.requests == ()
