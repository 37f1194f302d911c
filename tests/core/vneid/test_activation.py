"""B4: activating a level-2 account, screen by screen."""

import pytest

from sandbox.citizens import EidState
from sandbox.events import Activated
from sandbox.mock_vneid.commands import (
    EnterCode,
    RequestActivation,
    ResendCode,
    SetPasscode,
    SetPassword,
    SetQuestions,
)
from sandbox.mock_vneid.values import Device, Wanted
from sandbox.rules import Rule
from sandbox.setup import VneidPart
from tests.core.vneid.phone import ANSWERED, CODE, GOOD, Phone, active, phone


@pytest.fixture
def citizen() -> Phone:
    return phone()


@pytest.fixture
def asked(citizen: Phone) -> Phone:
    citizen.ask_activation()
    return citizen


@pytest.fixture
def choosing(asked: Phone) -> Phone:
    asked.do(EnterCode(asked.code))
    return asked


def test_all_screens_in_their_order_activate_the_account(citizen: Phone) -> None:
    citizen.activate()
    assert citizen.level_now() is EidState.LEVEL2_ACTIVE
    assert citizen.eid.device is Device.NONE


def test_activation_without_a_smartphone_goes_by_computer() -> None:
    citizen = phone(smartphone=False)
    asking = RequestActivation(citizen.number, citizen.own)
    assert citizen.rules_of(asking) == (Rule.VNEID_NO_SMARTPHONE,)
    citizen.activate(Device.COMPUTER)
    assert citizen.level_now() is EidState.LEVEL2_ACTIVE


@pytest.mark.parametrize(
    ("level", "rule"),
    [
        (EidState.NONE, Rule.VNEID_NOT_ISSUED),
        (EidState.LEVEL1, Rule.VNEID_NOT_ISSUED),
        (EidState.LEVEL2_ACTIVE, Rule.VNEID_ALREADY_ACTIVE),
    ],
)
def test_only_an_account_that_was_issued_and_is_not_active_can_be_activated(
    level: EidState, rule: Rule
) -> None:
    citizen = phone(eid=level)
    assert citizen.rules_of(RequestActivation(citizen.number, citizen.own)) == (rule,)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("", Rule.VNEID_ID_SHAPE),
        ("000123456", Rule.VNEID_ID_SHAPE),
        ("12 chữ số", Rule.VNEID_ID_SHAPE),
        ("001090123456", Rule.ID_NOT_PRACTICE),  # refused on purpose
        ("000090123456", Rule.VNEID_NUMBER_UNKNOWN),
    ],
)
def test_the_number_has_to_be_the_citizens_own(citizen: Phone, typed: str, rule: Rule) -> None:
    assert citizen.rules_of(RequestActivation(typed, citizen.own)) == (rule,)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("", Rule.VNEID_PHONE_SHAPE),
        ("0400", Rule.VNEID_PHONE_SHAPE),
        ("0912345678", Rule.PHONE_NOT_PRACTICE),  # refused on purpose
        ("0400999999", Rule.VNEID_PHONE_OTHER),
    ],
)
def test_the_phone_has_to_be_the_registered_one(citizen: Phone, typed: str, rule: Rule) -> None:
    assert citizen.rules_of(RequestActivation(citizen.number, typed)) == (rule,)


def test_number_and_phone_are_found_wrong_at_once(citizen: Phone) -> None:
    both = (Rule.VNEID_ID_SHAPE, Rule.VNEID_PHONE_SHAPE)
    assert citizen.rules_of(RequestActivation("", "")) == both


@pytest.mark.parametrize(
    ("seconds", "rules"), [(179, ()), (180, ()), (181, (Rule.VNEID_CODE_EXPIRED,))]
)
def test_a_code_lives_to_the_end_of_its_third_minute(
    asked: Phone, seconds: int, rules: tuple[Rule, ...]
) -> None:
    asked.wait(seconds)
    assert asked.rules_of(EnterCode(asked.code)) == rules


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("", Rule.VNEID_CODE_MISSING),
        ("12345", Rule.VNEID_CODE_SHAPE),
        ("１２３４５６", Rule.VNEID_CODE_SHAPE),
        ("999999", Rule.VNEID_CODE_WRONG),
    ],
)
def test_what_is_not_the_code_is_refused(asked: Phone, typed: str, rule: Rule) -> None:
    assert asked.rules_of(EnterCode(typed)) == (rule,)
    assert asked.eid.task
    assert asked.eid.task.wanted is Wanted.CODE


def test_the_last_miss_allowed_locks_a_code_and_a_new_one_starts_afresh(asked: Phone) -> None:
    for _ in range(asked.world.era.vneid.code_attempts - 1):
        assert asked.rules_of(EnterCode("999999")) == (Rule.VNEID_CODE_WRONG,)
    assert asked.rules_of(EnterCode("999999")) == (Rule.VNEID_CODE_LOCKED,)
    assert asked.rules_of(EnterCode(asked.code)) == (Rule.VNEID_CODE_LOCKED,)
    old = asked.code
    asked.do(ResendCode())
    assert asked.rules_of(EnterCode(old)) == (Rule.VNEID_CODE_WRONG,)
    assert asked.rules_of(EnterCode(asked.code)) == ()


def test_a_code_serves_once(choosing: Phone) -> None:
    assert choosing.rules_of(EnterCode("000001")) == (Rule.VNEID_STEP_ORDER,)


@pytest.mark.parametrize(
    "typed",
    ["", "Mau#123", "Mau#12345678901234567", "mau#1234", "MAU#1234", "Mau#abcd", "Mau12345"],
)
def test_a_weak_password_is_refused(choosing: Phone, typed: str) -> None:
    assert choosing.rules_of(SetPassword(typed, typed)) == (Rule.VNEID_PASSWORD_SHAPE,)


@pytest.mark.parametrize("typed", ["Mau#1234", "Mau(1234)", "A1_aaaaa", "Mau^1234567890123456"])
def test_a_strong_password_is_taken(choosing: Phone, typed: str) -> None:
    assert choosing.rules_of(SetPassword(typed, typed)) == ()


def test_both_times_the_same(choosing: Phone) -> None:
    assert choosing.rules_of(SetPassword(GOOD, "Mau#1235")) == (Rule.VNEID_PASSWORD_DIFFERS,)
    choosing.do(SetPassword(GOOD, GOOD))
    assert choosing.rules_of(SetPasscode(CODE, "111111")) == (Rule.VNEID_PASSCODE_DIFFERS,)


@pytest.mark.parametrize("mark", ["\u200e", "\u200b", "\ufeff", "\u00a0", "\n"])
def test_what_nobody_sees_in_a_code_or_passcode_does_not_matter(asked: Phone, mark: str) -> None:
    code = asked.code
    assert asked.rules_of(EnterCode(f"{mark}{code[:3]}{mark}{code[3:]}")) == ()
    asked.do(SetPassword(GOOD, GOOD))
    assert asked.rules_of(SetPasscode(f"{mark}{CODE}", f"{CODE}{mark}")) == ()


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "12345a", "１２３４５６"])
def test_a_passcode_has_six_digits(choosing: Phone, typed: str) -> None:
    choosing.do(SetPassword(GOOD, GOOD))
    assert choosing.rules_of(SetPasscode(typed, typed)) == (Rule.VNEID_PASSCODE_SHAPE,)


@pytest.mark.parametrize(
    ("questions", "rule"),
    [
        (SetQuestions("first_school", "A", "first_school", "B"), Rule.VNEID_QUESTIONS),
        (SetQuestions("first_school", " ", "favourite_dish", "B"), Rule.VNEID_QUESTIONS),
        (SetQuestions("unheard_of", "A", "favourite_dish", "B"), Rule.VNEID_QUESTIONS),
        (
            SetQuestions("first_school", "0912345678", "favourite_dish", "B"),  # refused on purpose
            Rule.FREE_TEXT_REAL_DATA,
        ),
    ],
)
def test_two_different_questions_are_answered_without_real_data(
    choosing: Phone, questions: SetQuestions, rule: Rule
) -> None:
    choosing.do(SetPassword(GOOD, GOOD))
    choosing.do(SetPasscode(CODE, CODE))
    assert choosing.rules_of(questions) == (rule,)
    assert choosing.facts(Activated) == []


def test_no_screen_can_be_skipped(asked: Phone) -> None:
    for early in (SetPassword(GOOD, GOOD), SetPasscode(CODE, CODE), ANSWERED):
        assert asked.rules_of(early) == (Rule.VNEID_STEP_ORDER,)


def test_somebody_with_a_level_1_password_is_not_asked_for_another() -> None:
    citizen = phone(part=VneidPart(had_level1=True))
    citizen.ask_activation()
    citizen.do(EnterCode(citizen.code))
    assert citizen.rules_of(SetPassword(GOOD, GOOD)) == (Rule.VNEID_STEP_ORDER,)
    assert citizen.rules_of(SetPasscode(CODE, CODE)) == ()


def test_the_code_travels_by_text_message_and_can_get_lost(citizen: Phone) -> None:
    citizen.order("sms", "lost", "vneid_otp")
    citizen.ask_activation()
    assert "chưa thấy" in citizen.hear("invite_code")
    citizen.do(ResendCode())
    assert "xong" in citizen.hear("invite_code")


def test_maintenance_stops_a_step_for_as_long_as_it_was_ordered() -> None:
    citizen = phone()
    citizen.order("vneid", "maintenance", times=2)
    asking = RequestActivation(citizen.number, citizen.own)
    assert citizen.rules_of(asking) == (Rule.VNEID_DOWN,)
    assert citizen.rules_of(asking) == (Rule.VNEID_DOWN,)
    assert citizen.rules_of(asking) == ()


def test_maintenance_of_one_step_leaves_the_others_alone() -> None:
    citizen = active()
    citizen.order("vneid", "maintenance", "integrate_paper")
    assert "Máy báo" in citizen.hear("guide_papers")
    assert "gửi yêu cầu tích hợp" in citizen.hear("guide_papers")
