"""B4: what is forgotten or locked is set anew, after a code to the citizen's phone."""

from dataclasses import replace

import pytest

from sandbox.mock_vneid.commands import (
    EnterCode,
    ForgetPasscode,
    ForgetPassword,
    IntegratePaper,
    SetPasscode,
    SetPassword,
    SignIn,
)
from sandbox.rules import Rule
from tests.core.vneid.phone import CODE, GOOD, Phone, active, phone


def forgotten(citizen: Phone) -> ForgetPassword:
    """[Quên mật khẩu] with everything right."""
    persona = citizen.world.citizen
    born = f"{persona.birth_date:%d/%m/%Y}"
    return ForgetPassword(citizen.number, citizen.own, persona.full_name, born)


def paper(passcode: str) -> IntegratePaper:
    return IntegratePaper("driving_licence", "THLX000000", passcode)


def test_a_forgotten_password_is_replaced_and_the_old_one_opens_nothing() -> None:
    citizen = active(signed_in_on="")
    citizen.do(forgotten(citizen))
    citizen.do(EnterCode(citizen.code))
    citizen.do(SetPassword(GOOD, GOOD))
    assert citizen.rules_of(SignIn(citizen.number, citizen.password)) == (Rule.VNEID_SIGN_IN,)
    assert citizen.rules_of(SignIn(citizen.number, GOOD)) == ()


def test_a_new_password_unlocks_the_account() -> None:
    citizen = active(signed_in_on="")
    for _ in range(5):
        citizen.do(SignIn(citizen.number, "sai"))
    citizen.do(forgotten(citizen))
    citizen.do(EnterCode(citizen.code))
    citizen.do(SetPassword(GOOD, GOOD))
    assert citizen.rules_of(SignIn(citizen.number, GOOD)) == ()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"phone": "0400999999"}, Rule.VNEID_PHONE_OTHER),
        ({"birth_date": "01/01/1990"}, Rule.VNEID_IDENTITY),
        ({"birth_date": "hôm qua"}, Rule.BIRTH_SHAPE),
        ({"full_name": "Một Người Lạ"}, Rule.NAME_NOT_PERSONA),
    ],
)
def test_one_has_to_know_who_one_is(change: dict[str, str], rule: Rule) -> None:
    citizen = active()
    asked = replace(forgotten(citizen), **change)  # type: ignore[arg-type]  # texts only
    assert citizen.rules_of(asked) == (rule,)


def test_an_account_that_was_never_activated_has_nothing_to_forget() -> None:
    citizen = phone()
    assert citizen.rules_of(forgotten(citizen)) == (Rule.VNEID_NOT_ACTIVE,)


def test_a_forgotten_passcode_is_replaced() -> None:
    citizen = active()
    citizen.do(ForgetPasscode())
    citizen.do(EnterCode(citizen.code))
    citizen.do(SetPasscode(CODE, CODE))
    assert citizen.rules_of(paper(citizen.passcode)) == (Rule.VNEID_PASSCODE_WRONG,)
    assert citizen.rules_of(paper(CODE)) == ()


def test_five_wrong_passcodes_lock_it_until_there_is_a_new_one() -> None:
    citizen = active()
    for _ in range(4):
        assert citizen.rules_of(paper("999999")) == (Rule.VNEID_PASSCODE_WRONG,)
    assert citizen.rules_of(paper("999999")) == (Rule.VNEID_PASSCODE_LOCKED,)
    assert citizen.rules_of(paper(citizen.passcode)) == (Rule.VNEID_PASSCODE_LOCKED,)
    citizen.do(ForgetPasscode())
    citizen.do(EnterCode(citizen.code))
    citizen.do(SetPasscode(CODE, CODE))
    assert citizen.rules_of(paper(CODE)) == ()


def test_a_new_passcode_and_a_right_one_have_five_tries_before_them() -> None:
    citizen = active()
    citizen.do(paper("999999"))
    citizen.do(ForgetPasscode())
    citizen.do(EnterCode(citizen.code))
    citizen.do(SetPasscode(CODE, CODE))
    assert citizen.eid.passcode_misses == 0
    for _ in range(4):
        assert citizen.rules_of(paper("999999")) == (Rule.VNEID_PASSCODE_WRONG,)
    assert citizen.rules_of(paper(CODE)) == ()
    assert citizen.eid.passcode_misses == 0


def test_a_passcode_may_be_locked_from_the_start() -> None:
    citizen = active(passcode_misses=5)
    assert citizen.rules_of(paper(citizen.passcode)) == (Rule.VNEID_PASSCODE_LOCKED,)


def test_a_passcode_can_only_be_forgotten_inside_the_app() -> None:
    citizen = active(signed_in_on="")
    assert citizen.rules_of(ForgetPasscode()) == (Rule.VNEID_NOT_SIGNED_IN,)
