"""Guiding phrases move the scripted citizen's own hand; doing it for them stays in the log."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from sandbox.citizens import CardKind, EidState, PhoneOwnership, Traits
from sandbox.codec import encode
from sandbox.events import (
    Activated,
    DeviceLinked,
    PhoneOffered,
    PublicSignedIn,
    SecretTold,
    StepRefused,
)
from sandbox.fidelity import sentence
from sandbox.log import Actor, HandFact
from sandbox.phrases import phrase_book
from sandbox.refusal import Problem, Refused
from sandbox.rules import Rule
from sandbox.setup import CitizenPart, Setup, VneidPart
from tests.core.vneid.phone import Phone, active, phone

ACTIVATE = (
    "guide_activation",
    "invite_code",
    "invite_password",
    "invite_passcode",
    "invite_questions",
    "guide_sign_in",
)
REGISTER = ("guide_register", "invite_chip", "invite_face", "invite_send")
BY_QR = ("guide_portal_qr", "invite_consent", "invite_passcode")
BY_NUMBER = ("guide_portal_number", "invite_code", "invite_consent", "invite_passcode")


def guide(citizen: Phone, phrases: Iterable[str]) -> list[str]:
    """Say one after the other; the answers that were not the expected ones."""
    book = phrase_book()
    heard = {phrase: citizen.hear(phrase) for phrase in phrases}
    return [words for phrase, words in heard.items() if words != book[phrase].answers["done"]]


def hands(citizen: Phone) -> set[Actor]:
    return {entry.actor for entry in citizen.log if isinstance(entry.fact, HandFact)}


def test_a_guided_citizen_activates_signs_in_and_enters_the_portal() -> None:
    citizen = phone()
    assert guide(citizen, (*ACTIVATE, *BY_QR)) == []
    assert citizen.world.public.on_account_page
    assert hands(citizen) == {Actor.CITIZEN}


def test_a_guided_citizen_registers() -> None:
    citizen = phone(eid=EidState.NONE)
    assert guide(citizen, REGISTER) == []
    citizen.wait(300)
    assert citizen.eid.level is EidState.LEVEL1


def test_a_guided_citizen_enters_the_portal_by_number() -> None:
    citizen = active()
    assert guide(citizen, BY_NUMBER) == []
    assert citizen.facts(PublicSignedIn) == [PublicSignedIn(Actor.CITIZEN, "vneid_number")]


def test_without_a_smartphone_the_computer_will_do() -> None:
    citizen = phone(smartphone=False)
    assert "chỉ nghe gọi" in citizen.hear("guide_activation")
    assert guide(citizen, ("guide_activation_computer", *ACTIVATE[1:5])) == []
    assert citizen.eid.level is EidState.LEVEL2_ACTIVE


def test_at_the_wrong_moment_the_citizen_does_nothing() -> None:
    citizen = phone()
    for phrase in ("invite_passcode", "invite_consent", "invite_chip", "invite_resend"):
        assert "không thấy chỗ đó" in citizen.hear(phrase)
    assert citizen.facts(HandFact) == []
    assert citizen.facts(StepRefused) == []


def test_a_refusal_is_read_out_from_the_screen_and_told_as_the_citizens() -> None:
    citizen = active(papers=("health_insurance", "driving_licence", "vehicle_registration"))
    assert "đã có trong ví giấy tờ" in citizen.hear("guide_papers")
    refused = [entry for entry in citizen.log if isinstance(entry.fact, StepRefused)]
    assert [entry.actor for entry in refused] == [Actor.CITIZEN]


def test_papers_come_one_after_the_other_and_then_twice() -> None:
    citizen = active()
    answers = [citizen.hear("guide_papers") for _ in range(4)]
    assert [("Máy báo" in answer) for answer in answers] == [False, False, False, True]


def test_codes_are_mistyped_as_often_as_the_scenario_says() -> None:
    citizen = phone(part=VneidPart(mistypes=3))
    citizen.hear("guide_activation")
    answers = [citizen.hear("invite_code") for _ in range(4)]
    assert [("Máy báo" in answer) for answer in answers] == [True, True, True, False]


@pytest.mark.parametrize(
    ("forgets", "stuck", "way_out"),
    [
        ("password", "guide_sign_in", ("guide_forgot_password", "invite_code", "invite_password")),
        ("passcode", "guide_papers", ("guide_forgot_passcode", "invite_code", "invite_passcode")),
    ],
)
def test_what_was_forgotten_is_remembered_again_once_it_is_new(
    forgets: str, stuck: str, way_out: tuple[str, ...]
) -> None:
    place = "" if forgets == "password" else "handset"
    citizen = active(forgets=forgets, signed_in_on=place)
    assert "Máy báo" in citizen.hear(stuck)
    assert guide(citizen, (*way_out, stuck)) == []


def test_the_old_phone_at_hand_shows_its_code() -> None:
    citizen = active(signed_in_on="old")
    assert guide(citizen, ("guide_sign_in", "invite_code")) == []
    assert citizen.facts(DeviceLinked) == [DeviceLinked(Actor.CITIZEN, "handset")]


def test_a_lost_phone_shows_nothing_so_the_card_is_needed() -> None:
    citizen = active(signed_in_on="lost")
    guide(citizen, ("guide_sign_in",))
    assert "chưa thấy mã" in citizen.hear("invite_code")
    way = ("guide_hotline", "guide_sign_in", "invite_chip", "invite_code")
    assert guide(citizen, way) == []


def test_hard_of_hearing_until_spoken_to_slowly() -> None:
    setup = replace(phone().setup, part=CitizenPart(hard_of_hearing=True))
    citizen = Phone(setup, era="2023")
    for phrase in ("ask_vneid", "guide_activation"):
        assert "không rõ" in citizen.hear(phrase)
    assert citizen.facts(HandFact) == []
    citizen.hear("speak_slowly")
    assert guide(citizen, ACTIVATE) == []


def test_a_relatives_number_is_typed_until_somebody_asks_whose_it_is() -> None:
    citizen = phone(eid=EidState.NONE, phone=PhoneOwnership.RELATIVE_AND_OWN)
    assert "không do anh/chị đứng tên" in citizen.hear("guide_register")
    citizen.hear("ask_phone_owner")
    assert guide(citizen, ("guide_register",)) == []


def test_somebody_who_declines_is_left_in_peace() -> None:
    citizen = phone(part=VneidPart(declines_help=True))
    assert "để khi khác" in citizen.hear("offer_help")
    assert "chưa muốn làm" in citizen.hear("guide_activation")
    assert citizen.facts(HandFact) == []


def test_somebody_who_holds_out_the_phone_acts_once_it_is_kindly_declined() -> None:
    citizen = phone(part=VneidPart(hands_over_phone=True))
    assert "làm giúp tôi" in citizen.hear("guide_activation")
    assert len(citizen.facts(PhoneOffered)) == 1
    citizen.hear("decline_doing")
    assert guide(citizen, ACTIVATE) == []


def test_doing_it_for_them_works_and_is_in_the_log() -> None:
    citizen = phone()
    for _ in range(6):
        citizen.hear("do_it_for_you")
    assert citizen.facts(Activated)
    assert hands(citizen) == {Actor.CLERK}


def test_a_secret_asked_for_is_told_but_not_written_down() -> None:
    citizen = active()
    citizen.hear("ask_password_aloud")
    assert citizen.facts(SecretTold) == [SecretTold("password")]
    assert citizen.password not in "".join(encode(entry.fact) for entry in citizen.log)


def test_nothing_that_was_typed_as_a_secret_is_kept_as_typed() -> None:
    citizen = phone()
    guide(citizen, (*ACTIVATE, *BY_QR))
    kept = "".join(encode(entry.fact) for entry in citizen.log)
    assert [
        word for word in (citizen.password, citizen.passcode, "Canh chua") if word in kept
    ] == []


@pytest.mark.parametrize(
    ("level", "account", "words"),
    [
        (EidState.NONE, False, "chưa có"),
        (EidState.NONE, True, "chỉ có tài khoản trên Cổng"),
        (EidState.LEVEL1, False, "tự đăng ký"),
        (EidState.LEVEL2_ISSUED, False, "chưa biết làm gì"),
        (EidState.LEVEL2_ACTIVE, False, "vẫn dùng được"),
    ],
)
def test_asked_about_vneid_the_citizen_says_how_it_is(
    level: EidState, account: bool, words: str
) -> None:
    assert words in phone(eid=level, account=account).hear("ask_vneid")


def test_after_an_account_was_made_in_2022_its_owner_is_guided_through_the_first_sign_in() -> None:
    plain = Traits(account=False, card=CardKind.CHIP, phone=PhoneOwnership.OWN)
    citizen = Phone(Setup(traits=plain))
    assert "chưa có mật khẩu" in citizen.hear("guide_account_sign_in")
    citizen.ready_for_code()
    citizen.do(citizen.creation("000001"))
    assert guide(citizen, ("guide_account_sign_in", "guide_change_password")) == []
    assert citizen.world.public.on_account_page


def test_a_guardian_is_guided_through_a_childs_registration() -> None:
    assert guide(active(with_child=True), ("guide_child",)) == []
    assert "không thấy chỗ đó" in active().hear("guide_child")


def test_an_outage_is_read_out_as_the_app_says_it() -> None:
    citizen = phone()
    citizen.order("vneid", "maintenance")
    assert "đang bảo trì" in citizen.hear("guide_activation")
    refused = StepRefused("request_activation", (Refused(Rule.VNEID_DOWN),), hand=Actor.CITIZEN)
    assert citizen.facts(StepRefused) == [refused]


def test_of_several_reasons_the_citizen_reads_out_the_first() -> None:
    citizen = phone(phone=PhoneOwnership.RELATIVE, eid=EidState.LEVEL1)
    words = citizen.hear("guide_register")
    (refused,) = (fact for fact in citizen.facts(StepRefused) if isinstance(fact, StepRefused))
    assert [reason.rule for reason in refused.reasons] == [
        Rule.VNEID_PHONE_NOT_OWNER,
        Rule.VNEID_REGISTERED,
    ]
    assert sentence(Problem(Rule.VNEID_PHONE_NOT_OWNER)) in words
    assert sentence(Problem(Rule.VNEID_REGISTERED)) not in words
