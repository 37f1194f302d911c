"""The public portal up to the account page: with VNeID, and with the account of its day."""

import pytest

from sandbox.citizens import CardKind, EidState, PhoneOwnership, Traits
from sandbox.mock_dvc import OpenForm, SignIn
from sandbox.mock_vneid.commands import EnterCode
from sandbox.own_secrets import password, portal_password
from sandbox.people import officer_sign_in
from sandbox.public_portal.commands import (
    ChangePassword,
    ConfirmPasscode,
    GiveNumber,
    ScanQr,
    ShareConsent,
    SignInWithAccount,
    SignOut,
)
from sandbox.rules import Rule
from sandbox.setup import Setup
from tests.core.play import KnownChance
from tests.core.vneid.phone import GOOD, Phone, active, phone

FRESH = "abcd1234"  # what the portal sends in this file
PLAIN = Traits(account=False, card=CardKind.CHIP, phone=PhoneOwnership.OWN)


class PortalChance(KnownChance):
    def password(self) -> str:
        return FRESH


@pytest.fixture
def customer() -> Phone:
    """Somebody for whom an account was made a moment ago, in 2022."""
    play = Phone(Setup(traits=PLAIN), chance=PortalChance())
    play.ready_for_code()
    play.do(play.creation("000001"))
    return play


def arrived(citizen: Phone) -> bool:
    return citizen.world.public.on_account_page


def account(citizen: Phone, password: str) -> SignInWithAccount:
    return SignInWithAccount(citizen.world.citizen.id_number, password)


def test_the_qr_code_leads_by_consent_and_passcode_to_the_account_page() -> None:
    citizen = active()
    citizen.do(ScanQr())
    citizen.do(ShareConsent(ticked=True))
    assert not arrived(citizen)
    citizen.do(ConfirmPasscode(citizen.passcode))
    assert arrived(citizen)
    assert citizen.world.public.way == "vneid_qr"


def test_number_and_password_ask_for_a_confirmation_code_first() -> None:
    citizen = active()
    citizen.do(GiveNumber(citizen.number, citizen.password))
    assert citizen.rules_of(ShareConsent(ticked=True)) == (Rule.VNEID_STEP_ORDER,)
    citizen.do(EnterCode(citizen.code))
    citizen.do(ShareConsent(ticked=True))
    citizen.do(ConfirmPasscode(citizen.passcode))
    assert citizen.world.public.way == "vneid_number"


def test_no_tick_no_consent() -> None:
    citizen = active()
    citizen.do(ScanQr())
    assert citizen.rules_of(ShareConsent(ticked=False)) == (Rule.PUBLIC_CONSENT,)
    early = ConfirmPasscode(citizen.passcode)
    assert citizen.rules_of(early) == (Rule.VNEID_STEP_ORDER,)


def test_a_wrong_passcode_keeps_the_door_shut_and_locks_in_the_end() -> None:
    citizen = active()
    citizen.do(ScanQr())
    citizen.do(ShareConsent(ticked=True))
    for _ in range(4):
        assert citizen.rules_of(ConfirmPasscode("999999")) == (Rule.VNEID_PASSCODE_WRONG,)
    citizen.do(ConfirmPasscode("999999"))
    right = ConfirmPasscode(citizen.passcode)
    assert citizen.rules_of(right) == (Rule.VNEID_PASSCODE_LOCKED,)


def test_the_portal_needs_level_2_on_this_phone() -> None:
    assert phone(eid=EidState.LEVEL1).rules_of(ScanQr()) == (Rule.VNEID_LEVEL2_NEEDED,)
    assert active(signed_in_on="old").rules_of(ScanQr()) == (Rule.VNEID_NOT_SIGNED_IN,)


def test_wrong_passwords_at_the_portal_count_for_the_same_lock() -> None:
    citizen = active()
    for _ in range(4):
        assert citizen.rules_of(GiveNumber(citizen.number, "sai")) == (Rule.VNEID_SIGN_IN,)
    citizen.do(GiveNumber(citizen.number, "sai"))
    right = GiveNumber(citizen.number, citizen.password)
    assert citizen.rules_of(right) == (Rule.VNEID_PASSWORD_LOCKED,)


def test_an_outage_of_vneid_shuts_its_door_and_leaves_the_other_open(customer: Phone) -> None:
    customer.order("vneid", "maintenance")
    assert customer.rules_of(account(customer, FRESH)) == ()
    citizen = active()
    citizen.order("vneid", "maintenance")
    assert citizen.rules_of(ScanQr()) == (Rule.VNEID_DOWN,)


def test_the_password_from_the_message_has_to_be_changed_first(customer: Phone) -> None:
    customer.do(account(customer, FRESH))
    assert customer.world.public.must_change
    assert not arrived(customer)
    customer.do(ChangePassword(GOOD, GOOD))
    assert arrived(customer)


def test_the_citizens_own_password_opens_and_the_old_one_does_not(customer: Phone) -> None:
    customer.do(account(customer, FRESH))
    customer.do(ChangePassword(GOOD, GOOD))
    customer.do(SignOut())
    assert customer.rules_of(account(customer, FRESH)) == (Rule.PUBLIC_ACCOUNT_WRONG,)
    assert customer.rules_of(account(customer, GOOD)) == ()
    assert arrived(customer)


@pytest.mark.parametrize(
    ("password", "again", "rule"),
    [
        ("ngan1", "ngan1", Rule.PUBLIC_PASSWORD_SHAPE),
        ("khongcochuso", "khongcochuso", Rule.PUBLIC_PASSWORD_SHAPE),
        (GOOD, GOOD + "5", Rule.VNEID_PASSWORD_DIFFERS),
        (FRESH, FRESH, Rule.PUBLIC_PASSWORD_SAME),
    ],
)
def test_a_new_password_is_a_proper_one(
    customer: Phone, password: str, again: str, rule: Rule
) -> None:
    customer.do(account(customer, FRESH))
    assert customer.rules_of(ChangePassword(password, again)) == (rule,)


def test_outside_there_is_nothing_to_change_or_to_leave(customer: Phone) -> None:
    assert customer.rules_of(ChangePassword(GOOD, GOOD)) == (Rule.PUBLIC_SIGN_IN_FIRST,)
    assert customer.rules_of(SignOut()) == (Rule.PUBLIC_SIGN_IN_FIRST,)


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        ("", Rule.ID_MISSING),
        ("123", Rule.ID_SHAPE),
        ("036085001234", Rule.ID_NOT_PRACTICE),  # refused on purpose
        ("000090123456", Rule.PUBLIC_ACCOUNT_WRONG),
    ],
)
def test_an_account_of_the_portal_asks_for_a_practice_number(
    customer: Phone, number: str, rule: Rule
) -> None:
    assert customer.rules_of(SignInWithAccount(number, FRESH)) == (rule,)


def test_an_account_from_before_opens_without_a_change() -> None:
    citizen = phone("2022", account=True)
    citizen.do(account(citizen, portal_password(citizen.seed)))
    assert arrived(citizen)


@pytest.mark.parametrize("era", ["2024", "2025"])
def test_since_july_2024_there_are_no_portal_accounts_to_make_or_to_use(era: str) -> None:
    citizen = phone(era, account=True)
    known = account(citizen, portal_password(citizen.seed))
    assert citizen.rules_of(known) == (Rule.PUBLIC_ACCOUNT_ENDED,)
    citizen.do(SignIn(*officer_sign_in(citizen.seed)))
    assert citizen.rules_of(OpenForm()) == (Rule.ACCOUNTS_ENDED,)


def test_number_and_password_of_a_level_1_account_do_not_open_the_portal() -> None:
    citizen = phone(eid=EidState.LEVEL1)
    number, right = citizen.world.citizen.personal_id, password(citizen.seed)
    assert citizen.rules_of(GiveNumber(number, right)) == (Rule.VNEID_LEVEL2_NEEDED,)
