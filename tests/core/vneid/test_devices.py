"""B4: one device at a time, and the ways onto a new phone."""

import pytest

from sandbox.citizens import EidState
from sandbox.events import DeviceLinked, DeviceUnlinked
from sandbox.log import Actor
from sandbox.mock_vneid.commands import (
    CallHotline,
    EnterCode,
    ReadChip,
    ReadQr,
    ResendCode,
    SignIn,
    SignOut,
)
from sandbox.mock_vneid.values import Device
from sandbox.rules import Rule
from tests.core.vneid.phone import GOOD, Phone, active, phone


def linked(citizen: Phone) -> list[str]:
    """Every change of device, as the log has it."""
    return [
        f"{'+' if isinstance(entry.fact, DeviceLinked) else '-'}{entry.fact.device}"
        for entry in citizen.log
        if isinstance(entry.fact, DeviceLinked | DeviceUnlinked)
    ]


def test_the_first_sign_in_after_activation_is_simple() -> None:
    citizen = phone()
    citizen.activate()
    citizen.do(SignIn(citizen.number, GOOD))
    assert linked(citizen) == ["+handset"]


def test_a_new_phone_is_let_in_by_a_code_on_the_old_one() -> None:
    citizen = active(signed_in_on="old")
    citizen.sign_in()
    assert citizen.world.network.sms == ()
    citizen.do(EnterCode(citizen.code))
    assert linked(citizen) == ["-old", "+handset"]


def test_or_by_the_card_and_a_code_on_the_new_one() -> None:
    citizen = active(signed_in_on="old")
    citizen.sign_in()
    on_old_phone = citizen.code
    assert citizen.rules_of(ReadChip()) == ()
    assert citizen.world.network.sms[-1].to == citizen.own
    assert citizen.rules_of(EnterCode(on_old_phone)) == (Rule.VNEID_CODE_WRONG,)
    citizen.do(EnterCode(citizen.code))
    assert linked(citizen) == ["-old", "+handset"]


def test_a_card_that_cannot_be_read_is_tried_again() -> None:
    citizen = active(signed_in_on="lost")
    citizen.order("nfc", "unread")
    citizen.sign_in()
    assert citizen.rules_of(ReadChip()) == (Rule.VNEID_NFC_FAILED,)
    assert citizen.rules_of(ReadQr()) == (Rule.VNEID_STEP_ORDER,)
    assert citizen.rules_of(ReadChip()) == ()


def test_a_lost_phone_is_locked_by_telephone_and_the_card_opens_the_new_one() -> None:
    citizen = active(signed_in_on="lost")
    citizen.do(CallHotline())
    citizen.sign_in()
    assert citizen.rules_of(EnterCode("000001")) == (Rule.VNEID_STEP_ORDER,)
    citizen.do(ReadChip())
    citizen.do(EnterCode(citizen.code))
    assert linked(citizen) == ["-lost", "+handset"]
    assert not citizen.eid.hotline


def test_without_a_device_there_is_nothing_to_lock_or_to_leave() -> None:
    citizen = active(signed_in_on="")
    assert citizen.rules_of(CallHotline()) == (Rule.VNEID_NOTHING_TO_LOCK,)
    assert citizen.rules_of(SignOut()) == (Rule.VNEID_NOT_SIGNED_IN,)


def test_signing_out_frees_the_account_for_another_phone() -> None:
    citizen = active()
    citizen.do(SignOut())
    assert citizen.eid.device is Device.NONE
    citizen.sign_in()
    assert linked(citizen) == ["-handset", "+handset"]


@pytest.mark.parametrize("level", [EidState.NONE, EidState.LEVEL2_ISSUED])
def test_only_an_active_account_signs_in(level: EidState) -> None:
    citizen = phone(eid=level)
    assert citizen.rules_of(SignIn(citizen.number, GOOD)) == (Rule.VNEID_NOT_ACTIVE,)


def test_five_wrong_passwords_lock_the_account_even_for_the_right_one() -> None:
    citizen = active(signed_in_on="")
    for _ in range(4):
        assert citizen.rules_of(SignIn(citizen.number, "sai")) == (Rule.VNEID_SIGN_IN,)
    assert citizen.rules_of(SignIn(citizen.number, "sai")) == (Rule.VNEID_PASSWORD_LOCKED,)
    right = SignIn(citizen.number, citizen.password)
    assert citizen.rules_of(right) == (Rule.VNEID_PASSWORD_LOCKED,)


def test_a_right_password_forgives_the_wrong_ones_before_it() -> None:
    citizen = active(signed_in_on="")
    for _ in range(4):
        citizen.do(SignIn(citizen.number, "sai"))
    citizen.sign_in()
    assert citizen.eid.password_misses == 0


def test_a_simple_telephone_runs_no_app() -> None:
    citizen = phone(smartphone=False)
    signing_in = SignIn(citizen.number, GOOD)
    assert citizen.rules_of(signing_in)[0] is Rule.VNEID_NO_SMARTPHONE


def test_the_log_says_whose_hand_it_was() -> None:
    citizen = active(signed_in_on="")
    citizen.do(SignIn(citizen.number, "sai", hand=Actor.CLERK), Actor.CITIZEN)
    citizen.do(SignIn(citizen.number, citizen.password, hand=Actor.CITIZEN), Actor.CLERK)
    assert [entry.actor for entry in citizen.log[-2:]] == [Actor.CLERK, Actor.CITIZEN]


def test_a_code_asked_again_comes_the_way_the_last_one_came() -> None:
    citizen = active(signed_in_on="old")
    citizen.sign_in()
    first = citizen.code
    assert citizen.rules_of(ResendCode()) == ()
    assert not citizen.world.network.sms
    assert citizen.rules_of(EnterCode(first)) == (Rule.VNEID_CODE_WRONG,)
    citizen.do(ReadChip())
    citizen.do(ResendCode())
    assert [message.to for message in citizen.world.network.sms] == [citizen.own] * 2
    citizen.do(EnterCode(citizen.code))
    assert linked(citizen) == ["-old", "+handset"]
