"""VNeID on the telephone: activating level 2, screen by screen (B4)."""

import pytest
from flask import Flask

from sandbox.arrival import Refer
from sandbox.citizens import EidState
from sandbox.faults import OrderFault
from sandbox.rules import Rule
from sandbox.setup import VneidPart
from tests.app.at_the_phone import ANSWERS, Phone, active, phone
from tests.app.browsing import Browser
from tests.app.effects import FixedEffects
from tests.app.refused import REAL_ID, REAL_PHONE
from tests.core.telephone import CODE, GOOD


@pytest.fixture
def citizen(client: Browser, app: Flask) -> Phone:
    return phone(client, app)


@pytest.fixture
def activating(citizen: Phone) -> Phone:
    citizen.ask_activation()
    return citizen


@pytest.fixture
def choosing(activating: Phone) -> Phone:
    activating.step("ma-otp", code=activating.code)
    return activating


def test_the_door_offers_four_ways_in(citizen: Phone) -> None:
    door = citizen.shows()
    for way in ("Đăng nhập", "Kích hoạt", "Đăng ký tài khoản mức 1", "Quên mật khẩu"):
        assert way in door


def test_from_the_request_to_the_first_sign_in(citizen: Phone) -> None:
    assert "Nhập mã OTP" in citizen.ask_activation()
    assert "Đặt mật khẩu" in citizen.step("ma-otp", code=citizen.code)
    assert "Đặt mật mã" in citizen.step("mat-khau", password=GOOD, again=GOOD)
    assert "Câu hỏi bảo mật" in citizen.step("mat-ma", passcode=CODE, again=CODE)
    assert "Đã kích hoạt tài khoản" in citizen.step("cau-hoi", **ANSWERS)
    inside = citizen.step("dang-nhap", number=citizen.number, password=GOOD)
    assert "Định danh mức" in inside
    assert citizen.eid.level is EidState.LEVEL2_ACTIVE


def test_somebody_who_had_level_1_keeps_the_password(client: Browser, app: Flask) -> None:
    citizen = phone(client, app, VneidPart(had_level1=True))
    citizen.ask_activation()
    assert "Đặt mật mã" in citizen.step("ma-otp", code=citizen.code)


def test_the_code_screen_tells_where_it_went_and_how_long_it_lives(activating: Phone) -> None:
    page = activating.get("vneid/").get_data(as_text=True)
    assert f"{activating.own[:4]}•••{activating.own[-3:]}" in page
    assert 'data-countdown="180"' in page
    assert f"{activating.home}_/dong-ho" in page
    assert activating.get("_/dong-ho").json["running"] is True  # type: ignore[index]  # JSON is there


def test_the_message_stands_above_the_app_until_its_code_is_used(activating: Phone) -> None:
    assert f"Ma OTP VNeID: {activating.code}." in activating.shows()
    code = activating.code
    assert code not in activating.step("ma-otp", code=code)


@pytest.mark.parametrize(
    ("rule", "field", "text"),
    [
        (Rule.VNEID_ID_SHAPE, "number", "0000"),
        (Rule.VNEID_NUMBER_UNKNOWN, "number", "000012345678"),
        (Rule.ID_NOT_PRACTICE, "number", REAL_ID),
        (Rule.VNEID_PHONE_SHAPE, "phone", "0400"),
        (Rule.VNEID_PHONE_OTHER, "phone", "0400000001"),
        (Rule.PHONE_NOT_PRACTICE, "phone", REAL_PHONE),
    ],
)
def test_what_cannot_be_asked_for(citizen: Phone, rule: Rule, field: str, text: str) -> None:
    fields = {"number": citizen.number, "phone": citizen.own, field: text}
    page = citizen.refused(rule, "kich-hoat", **fields)
    assert (f'value="{text}"' in page) == (text not in (REAL_ID, REAL_PHONE))
    other = "phone" if field == "number" else "number"
    assert f'value="{fields[other]}"' in page
    assert text not in (REAL_ID, REAL_PHONE) or text not in citizen.clerk.logged()


def test_an_active_account_is_told_to_sign_in(client: Browser, app: Flask) -> None:
    citizen = active(client, app)
    fields = {"number": citizen.number, "phone": citizen.own}
    page = citizen.refused(Rule.VNEID_ALREADY_ACTIVE, "kich-hoat", **fields)
    assert f'href="{citizen.home}vneid/dang-nhap"' in page


def test_no_level_2_means_nothing_to_activate(client: Browser, app: Flask) -> None:
    citizen = phone(client, app, eid=EidState.NONE)
    fields = {"number": citizen.number, "phone": citizen.own}
    citizen.refused(Rule.VNEID_NOT_ISSUED, "kich-hoat", **fields)


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (Rule.VNEID_CODE_MISSING, ""),
        (Rule.VNEID_CODE_SHAPE, "12ab"),
        (Rule.VNEID_CODE_WRONG, "000001"),
    ],
)
def test_a_code_that_is_not_the_code(activating: Phone, rule: Rule, code: str) -> None:
    page = activating.refused(rule, "ma-otp", code=code)
    assert 'id="code" name="code" type="text" value=""' in page


def test_five_wrong_codes_lock_it_and_a_new_one_opens(activating: Phone) -> None:
    for _ in range(4):
        activating.refused(Rule.VNEID_CODE_WRONG, "ma-otp", code="000001")
    activating.refused(Rule.VNEID_CODE_LOCKED, "ma-otp", code="000001")
    activating.refused(Rule.VNEID_CODE_LOCKED, "ma-otp", code=activating.code)
    assert "Nhập mã OTP" in activating.step("buoc/gui-lai-ma")
    assert "Đặt mật khẩu" in activating.step("ma-otp", code=activating.code)


def test_a_code_dies_with_its_last_second(activating: Phone, effects: FixedEffects) -> None:
    effects.advance(seconds=181)
    activating.refused(Rule.VNEID_CODE_EXPIRED, "ma-otp", code=activating.code)


def test_a_weak_password_is_told_the_rules_and_never_shown(choosing: Phone) -> None:
    for weak in ("Mau#123", "mau#12345", "MAU#12345", "Mau12345", "Mau#" + "1" * 17):
        page = choosing.refused(Rule.VNEID_PASSWORD_SHAPE, "mat-khau", password=weak, again=weak)
        assert weak not in page
    page = choosing.refused(Rule.VNEID_PASSWORD_DIFFERS, "mat-khau", password=GOOD, again="x")
    assert GOOD not in page
    assert page.count('type="password"') == 2


def test_a_passcode_is_six_digits_twice_the_same(choosing: Phone) -> None:
    choosing.step("mat-khau", password=GOOD, again=GOOD)
    choosing.refused(Rule.VNEID_PASSCODE_SHAPE, "mat-ma", passcode="12345", again="12345")
    page = choosing.refused(Rule.VNEID_PASSCODE_DIFFERS, "mat-ma", passcode=CODE, again="135791")
    assert CODE not in page
    assert 'inputmode="numeric"' in page


def test_two_different_questions_both_answered(choosing: Phone) -> None:
    choosing.step("mat-khau", password=GOOD, again=GOOD)
    choosing.step("mat-ma", passcode=CODE, again=CODE)
    same = {**ANSWERS, "second": ANSWERS["first"]}
    page = choosing.refused(Rule.VNEID_QUESTIONS, "cau-hoi", **same)
    assert '<option value="first_school" selected>' in page
    assert ANSWERS["first_answer"] not in page
    choosing.refused(Rule.VNEID_QUESTIONS, "cau-hoi", **{**ANSWERS, "second_answer": " "})
    choosing.refused(Rule.VNEID_QUESTIONS, "cau-hoi", **{**ANSWERS, "first": "khong-co"})
    real = choosing.press("vneid/cau-hoi", **{**ANSWERS, "first_answer": REAL_PHONE})
    assert real.status_code == 422
    assert REAL_PHONE not in real.get_data(as_text=True)


def test_a_step_out_of_turn_shows_the_screen_in_front(activating: Phone) -> None:
    page = activating.refused(Rule.VNEID_STEP_ORDER, "mat-ma", passcode=CODE, again=CODE)
    assert "Nhập mã OTP" in page


def test_under_maintenance_the_screen_says_so_and_keeps_what_was_typed(citizen: Phone) -> None:
    citizen.clerk_does(OrderFault("vneid", "maintenance", what="request_activation"))
    fields = {"number": citizen.number, "phone": citizen.own}
    page = citizen.refused(Rule.VNEID_DOWN, "kich-hoat", **fields)
    assert f'value="{citizen.number}"' in page
    assert "Nhập mã OTP" in citizen.ask_activation()


def test_the_address_a_refusal_leaves_behind_can_be_opened(activating: Phone) -> None:
    activating.refused(Rule.VNEID_CODE_MISSING, "ma-otp", code="")
    for place in ("ma-otp", "mat-khau", "mat-ma", "cau-hoi", "buoc/gui-lai-ma"):
        assert activating.get(f"vneid/{place}").location == f"{activating.home}vneid/"
    assert activating.get("vneid/buoc/khong-co").status_code == 404


def test_a_row_of_screens_can_be_left_and_taken_up_again(activating: Phone) -> None:
    assert "Làm tiếp bước đang dở" in activating.shows("vneid/cua")
    assert "Nhập mã OTP" in activating.shows("vneid/")


def test_somebody_signed_in_at_level_1_activates_level_2_from_inside(
    client: Browser, app: Flask, effects: FixedEffects
) -> None:
    citizen = phone(client, app, eid=EidState.LEVEL1)
    assert "Kích hoạt" not in citizen.shows()
    citizen.clerk_does(Refer("commune_police"))
    citizen.press("cong-an")
    effects.advance(days=3)
    assert "Tài khoản mức 2 đã được cấp" in citizen.shows()
    assert "Nhập mã OTP" in citizen.ask_activation()


def test_reloading_a_wrong_code_counts_it_once(activating: Phone) -> None:
    fields = {"csrf_token": activating.client.token, "code": "000000", "nut": "ma"}
    place = f"{activating.home}vneid/ma-otp"
    answer = activating.client.post(place, data=fields, headers={"Accept": "text/html"})
    assert answer.status_code == 303
    steps = activating.world.seq
    for _ in range(3):
        shown = activating.client.get(answer.location)
        assert shown.status_code == 422
        assert "frame-ancestors 'self'" in shown.headers["Content-Security-Policy"]
    assert activating.world.seq == steps
