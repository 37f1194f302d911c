"""VNeID on the telephone: registering for level 1, and for one's child (B3)."""

import pytest
from flask import Flask

from sandbox import people
from sandbox.citizens import CardKind, EidState, PhoneOwnership
from sandbox.events import CardRead, ChildRegistered, RegistrationBegun
from sandbox.faults import OrderFault
from sandbox.log import Actor
from sandbox.rules import Rule
from tests.app.at_the_phone import Phone, active, phone
from tests.app.browsing import Browser
from tests.app.effects import FixedEffects
from tests.app.refused import REAL_ID, REAL_PHONE
from tests.core.telephone import WRONG


@pytest.fixture
def citizen(client: Browser, app: Flask) -> Phone:
    return phone(client, app, eid=EidState.NONE)


def begin(citizen: Phone) -> str:
    return citizen.step("dang-ky", number=citizen.number, phone=citizen.own)


@pytest.fixture
def begun(citizen: Phone) -> Phone:
    begin(citizen)
    return citizen


def test_from_the_number_to_the_result(citizen: Phone, effects: FixedEffects) -> None:
    assert "Tôi đã hiểu" in begin(citizen)
    assert "Đọc chip bằng NFC" in citizen.shows()
    assert "Chụp ảnh chân dung" in citizen.step("buoc/doc-chip")
    review = citizen.step("buoc/khuon-mat")
    assert citizen.world.citizen.full_name in review
    assert "thôn" in review or "ấp" in review or "tổ dân phố" in review
    assert "Kết quả dự kiến có lúc 23/11/2026 08:05" in citizen.step("buoc/gui-dang-ky")
    assert "Đang chờ kết quả" in citizen.shows()
    effects.advance(minutes=5)
    assert "Đang chờ kết quả" not in citizen.shows()
    assert "da duoc phe duyet" in citizen.shows("")


def test_the_qr_code_on_the_card_will_do(begun: Phone) -> None:
    assert "Chụp ảnh chân dung" in begun.step("buoc/quet-the")


def test_nfc_that_fails_is_told_and_can_be_tried_again(begun: Phone) -> None:
    begun.clerk_does(OrderFault("nfc", "unread", 2))
    for _ in range(2):
        assert "Đọc chip bằng NFC" in begun.refused(Rule.VNEID_NFC_FAILED, "buoc/doc-chip")
    assert "Chụp ảnh chân dung" in begun.step("buoc/doc-chip")


@pytest.mark.parametrize(
    ("rule", "field", "text"),
    [
        (Rule.VNEID_ID_SHAPE, "number", "000"),
        (Rule.VNEID_NUMBER_UNKNOWN, "number", "000012345678"),
        (Rule.ID_NOT_PRACTICE, "number", REAL_ID),
        (Rule.VNEID_PHONE_SHAPE, "phone", "0400 12"),
        (Rule.VNEID_PHONE_NOT_OWNER, "phone", "0400000001"),
        (Rule.PHONE_NOT_PRACTICE, "phone", REAL_PHONE),
    ],
)
def test_what_cannot_be_registered(citizen: Phone, rule: Rule, field: str, text: str) -> None:
    fields = {"number": citizen.number, "phone": citizen.own, field: text}
    page = citizen.refused(rule, "dang-ky", **fields)
    assert (f'value="{text}"' in page) == (text not in (REAL_ID, REAL_PHONE))


def test_a_relatives_number_is_not_ones_own(client: Browser, app: Flask) -> None:
    citizen = phone(client, app, eid=EidState.NONE, phone=PhoneOwnership.RELATIVE)
    fields = {"number": citizen.number, "phone": citizen.own}
    citizen.refused(Rule.VNEID_PHONE_NOT_OWNER, "dang-ky", **fields)


def test_a_child_cannot_register_alone(citizen: Phone) -> None:
    child = people.child(citizen.world).personal_id
    citizen.refused(Rule.VNEID_UNDER_14, "dang-ky", number=child, phone=citizen.own)


def test_who_is_registered_is_not_registered_again(client: Browser, app: Flask) -> None:
    citizen = active(client, app)
    fields = {"number": citizen.number, "phone": citizen.own}
    citizen.refused(Rule.VNEID_REGISTERED, "dang-ky", **fields)


def test_an_old_card_has_no_chip(client: Browser, app: Flask) -> None:
    old = phone(client, app, eid=EidState.NONE, card=CardKind.OLD)
    begin(old)
    for button in ("doc-chip", "quet-the"):
        old.refused(Rule.VNEID_NO_CHIP, f"buoc/{button}")


def test_face_and_sending_wait_for_their_turn(begun: Phone) -> None:
    for button in ("khuon-mat", "gui-dang-ky"):
        begun.refused(Rule.VNEID_STEP_ORDER, f"buoc/{button}")


def test_the_notes_lead_on_when_nothing_waits_for_the_card(citizen: Phone) -> None:
    assert "Đăng nhập" in citizen.shows("vneid/luu-y")


def test_the_log_says_whose_hand_it_was(citizen: Phone) -> None:
    begin(citizen)
    clerks_hand = Phone(citizen.client, citizen.clerk, "khung/")
    clerks_hand.step("buoc/doc-chip")
    assert citizen.hands(RegistrationBegun) == [Actor.CITIZEN]
    assert citizen.hands(CardRead) == [Actor.CLERK]


@pytest.fixture
def guardian(client: Browser, app: Flask) -> Phone:
    return active(client, app, with_child=True)


def test_a_guardian_registers_the_child(guardian: Phone) -> None:
    assert "Đăng ký cho con" in guardian.shows()
    child = people.child(guardian.world).personal_id
    fields = {"number": child, "passcode": guardian.passcode}
    assert "Kết quả dự kiến có lúc 23/11/2026 08:05" in guardian.step("con", **fields)
    guardian.refused(Rule.VNEID_REGISTERED, "con", **fields)


def test_what_cannot_be_registered_for_a_child(guardian: Phone) -> None:
    own = guardian.number
    guardian.refused(Rule.VNEID_OLD_ENOUGH, "con", number=own, passcode=guardian.passcode)
    guardian.refused(Rule.VNEID_ID_SHAPE, "con", number="", passcode=guardian.passcode)
    child = people.child(guardian.world).personal_id
    page = guardian.refused(Rule.VNEID_PASSCODE_WRONG, "con", number=child, passcode=WRONG)
    assert f'value="{child}"' in page
    assert WRONG not in page


def test_without_a_child_there_is_nothing_to_press(client: Browser, app: Flask) -> None:
    assert "Đăng ký cho con" not in active(client, app).shows()


def test_the_child_screen_is_inside_the_app(citizen: Phone) -> None:
    assert "Đăng nhập" in citizen.shows("vneid/con")
    fields = {"number": citizen.number, "passcode": citizen.passcode}
    assert citizen.press("vneid/con", **fields).status_code == 422
    assert citizen.hands(ChildRegistered) == []
