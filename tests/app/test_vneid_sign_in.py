"""VNeID on the telephone: signing in, a new device, what was forgotten (B4)."""

import pytest
from flask import Flask

from sandbox.citizens import CardKind, EidState
from sandbox.events import DeviceLinked
from sandbox.faults import OrderFault
from sandbox.log import Actor
from sandbox.rules import Rule
from tests.app.at_the_phone import Phone, active, phone
from tests.app.browsing import Browser
from tests.app.refused import REAL_ID, STRANGER
from tests.core.telephone import CODE, GOOD


@pytest.fixture
def away(client: Browser, app: Flask) -> Phone:
    """The account lives nowhere."""
    return active(client, app, signed_in_on="")


@pytest.fixture
def moved(client: Browser, app: Flask) -> Phone:
    """The account lives on the old phone, which is at hand."""
    return active(client, app, signed_in_on="old")


def test_signed_in_the_level_is_shown(away: Phone) -> None:
    inside = away.sign_in()
    assert "VNeID của tôi" in inside
    assert f"Định danh {away.world.era.vneid.levels[1]}" in inside
    assert away.get("vneid/dang-nhap").location == f"{away.home}vneid/"


def test_number_and_password_are_judged_together(away: Phone) -> None:
    page = away.refused(Rule.VNEID_SIGN_IN, "dang-nhap", number=away.number, password="Sai#1234")
    assert f'value="{away.number}"' in page
    assert "Sai#1234" not in page
    other = "000012345678"
    away.refused(Rule.VNEID_SIGN_IN, "dang-nhap", number=other, password=away.password)
    away.refused(Rule.VNEID_ID_SHAPE, "dang-nhap", number="1", password="")
    page = away.refused(Rule.ID_NOT_PRACTICE, "dang-nhap", number=REAL_ID, password="")
    assert REAL_ID not in page


def test_five_wrong_passwords_lock_and_a_new_one_opens(away: Phone) -> None:
    fields = {"number": away.number, "password": "Sai#1234"}
    for _ in range(4):
        away.refused(Rule.VNEID_SIGN_IN, "dang-nhap", **fields)
    away.refused(Rule.VNEID_PASSWORD_LOCKED, "dang-nhap", **fields)
    away.refused(
        Rule.VNEID_PASSWORD_LOCKED, "dang-nhap", number=away.number, password=away.password
    )
    forget(away)
    away.step("ma-otp", code=away.code)
    assert "Đã đặt lại mật khẩu" in away.step("mat-khau", password=GOOD, again=GOOD)
    assert "VNeID của tôi" in away.step("dang-nhap", number=away.number, password=GOOD)


def test_before_activation_there_is_no_signing_in(client: Browser, app: Flask) -> None:
    citizen = phone(client, app)
    fields = {"number": citizen.number, "password": GOOD}
    citizen.refused(Rule.VNEID_NOT_ACTIVE, "dang-nhap", **fields)


def test_a_new_phone_takes_the_code_from_the_old_one(moved: Phone) -> None:
    assert "máy cũ" in moved.sign_in()
    assert " ".join(moved.code) in moved.shows("may-cu")
    assert moved.code not in moved.shows()
    assert "VNeID của tôi" in moved.step("ma-otp", code=moved.code)
    assert "VNeID trên máy cũ đã thoát" in moved.shows("may-cu")


def test_a_new_phone_takes_the_card_instead(client: Browser, app: Flask) -> None:
    lost = active(client, app, signed_in_on="lost")
    lost.sign_in()
    lost.clerk_does(OrderFault("nfc", "unread"))
    assert "Xác thực NFC" in lost.refused(Rule.VNEID_NFC_FAILED, "buoc/doc-chip")
    assert "Mã OTP gửi về số" in lost.step("buoc/doc-chip")
    assert "VNeID của tôi" in lost.step("ma-otp", code=lost.code)


def test_after_the_hotline_only_the_card_opens(client: Browser, app: Flask) -> None:
    lost = active(client, app, signed_in_on="lost")
    lost.press("goi")
    assert "Đăng nhập trên thiết bị mới" in lost.sign_in()
    assert "Nhập mã OTP" in lost.step("buoc/doc-chip")
    assert "VNeID của tôi" in lost.step("ma-otp", code=lost.code)
    assert lost.hands(DeviceLinked) == [Actor.CITIZEN]


def forget(citizen: Phone, **other: str) -> str:
    return citizen.step("quen-mat-khau", **{**who(citizen), **other})


def who(citizen: Phone) -> dict[str, str]:
    person = citizen.world.citizen
    return {
        "number": citizen.number,
        "phone": citizen.own,
        "full_name": person.full_name,
        "birth_date": f"{person.birth_date:%d/%m/%Y}",
    }


@pytest.mark.parametrize(
    ("rule", "field", "text"),
    [
        (Rule.VNEID_ID_SHAPE, "number", "1"),
        (Rule.VNEID_PHONE_OTHER, "phone", "0400000001"),
        (Rule.NAME_MISSING, "full_name", ""),
        (Rule.NAME_NOT_PERSONA, "full_name", STRANGER),
        (Rule.BIRTH_SHAPE, "birth_date", "hôm nay"),
        (Rule.BIRTH_FUTURE, "birth_date", "01/01/2050"),
        (Rule.VNEID_IDENTITY, "birth_date", "01/01/1990"),
    ],
)
def test_who_one_is_must_be_right(away: Phone, rule: Rule, field: str, text: str) -> None:
    page = away.refused(rule, "quen-mat-khau", **{**who(away), field: text})
    assert (f'value="{text}"' in page) == (text != STRANGER)
    assert f'value="{away.number}"' in page or field == "number"


def test_what_was_never_set_cannot_be_forgotten(client: Browser, app: Flask) -> None:
    citizen = phone(client, app)
    citizen.refused(Rule.VNEID_NOT_ACTIVE, "quen-mat-khau", **who(citizen))


def test_a_forgotten_passcode_is_set_anew(client: Browser, app: Flask) -> None:
    citizen = active(client, app)
    assert "gửi mã OTP đến số điện thoại đã đăng ký" in citizen.shows("vneid/quen-mat-ma")
    assert "Nhập mã OTP" in citizen.step("buoc/gui-ma-mat-ma")
    assert "Đặt mật mã" in citizen.step("ma-otp", code=citizen.code)
    assert "Đã đổi mật mã" in citizen.step("mat-ma", passcode=CODE, again=CODE)


def test_the_passcode_is_forgotten_inside_the_app_only(away: Phone) -> None:
    assert away.get("vneid/quen-mat-ma").status_code == 303
    away.refused(Rule.VNEID_NOT_SIGNED_IN, "buoc/gui-ma-mat-ma")


def test_the_device_can_be_unlinked(client: Browser, app: Flask) -> None:
    citizen = active(client, app)
    assert "Đang đăng nhập" in citizen.shows("vneid/thiet-bi")
    assert "Đã hủy liên kết" in citizen.step("buoc/huy-lien-ket")
    assert "Đăng nhập" in citizen.shows("vneid/thiet-bi")
    citizen.refused(Rule.VNEID_NOT_SIGNED_IN, "buoc/huy-lien-ket")


def test_an_ending_is_shown_only_where_it_is_true(away: Phone) -> None:
    for what in ("dang-ky", "con", "cong"):
        assert away.get(f"vneid/xong/{what}").location == f"{away.home}vneid/"
    assert away.get("vneid/xong/khong-co").status_code == 404


def test_a_button_phone_runs_no_app(client: Browser, app: Flask) -> None:
    simple = phone(client, app, smartphone=False, card=CardKind.CHIP, eid=EidState.LEVEL2_ISSUED)
    for place in ("vneid/", "vneid/kich-hoat", "vneid/dang-ky"):
        assert "Không cài được VNeID" in simple.shows(place)
    answer = simple.press("vneid/kich-hoat", number=simple.number, phone=simple.own)
    assert answer.status_code == 422
