"""VNeID on the telephone, signed in: papers, and the public portal opened by QR code (B4)."""

import pytest
from flask import Flask

from sandbox import people
from sandbox.citizens import EidState
from sandbox.events import ConsentGiven, PaperRequested, PublicSignedIn
from sandbox.log import Actor
from sandbox.rules import Rule
from tests.app.at_the_phone import Phone, active, phone
from tests.app.browsing import Browser
from tests.core.telephone import CODE, WRONG

LICENCE = "driving_licence"


@pytest.fixture
def citizen(client: Browser, app: Flask) -> Phone:
    return active(client, app)


def request(citizen: Phone, **other: str) -> dict[str, str]:
    number = people.paper_number(citizen.world.citizen, LICENCE)
    return {"paper": LICENCE, "number": number, "passcode": citizen.passcode, **other}


def test_a_paper_with_the_right_number_is_in_the_wallet(citizen: Phone) -> None:
    assert "Tạo mới yêu cầu" in citizen.shows("vneid/vi")
    wallet = citizen.step("tich-hop", **request(citizen))
    assert "Giấy phép lái xe Đã tích hợp" in wallet
    citizen.refused(Rule.VNEID_PAPER_TWICE, "tich-hop", **request(citizen))


def test_a_wrong_number_is_found_out_and_uses_up_a_request(citizen: Phone) -> None:
    wrong = request(citizen, number="THLX000001")
    for _ in range(3):
        assert "số không khớp" in citizen.step("tich-hop", **wrong)
    citizen.refused(Rule.VNEID_PAPER_LIMIT, "tich-hop", **request(citizen))


@pytest.mark.parametrize(
    ("rule", "field", "text"),
    [
        (Rule.VNEID_PAPER_UNKNOWN, "paper", ""),
        (Rule.VNEID_PAPER_NUMBER, "number", "790123456789"),  # refused on purpose
        (Rule.VNEID_PASSCODE_SHAPE, "passcode", "987"),
        (Rule.VNEID_PASSCODE_WRONG, "passcode", WRONG),
    ],
)
def test_what_cannot_be_integrated(citizen: Phone, rule: Rule, field: str, text: str) -> None:
    fields = request(citizen, **{field: text})
    answer = citizen.press("vneid/tich-hop", **fields)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert rule.value in citizen.clerk.rules_refused()
    assert not text or f'value="{text}"' not in page
    assert fields["passcode"] not in page


def test_five_wrong_passcodes_lock_and_a_new_one_opens(citizen: Phone) -> None:
    wrong = request(citizen, passcode=WRONG)
    for _ in range(4):
        citizen.refused(Rule.VNEID_PASSCODE_WRONG, "tich-hop", **wrong)
    citizen.refused(Rule.VNEID_PASSCODE_LOCKED, "tich-hop", **wrong)
    page = citizen.refused(Rule.VNEID_PASSCODE_LOCKED, "tich-hop", **request(citizen))
    assert f'href="{citizen.home}vneid/quen-mat-ma"' in page
    citizen.step("buoc/gui-ma-mat-ma")
    citizen.step("ma-otp", code=citizen.code)
    citizen.step("mat-ma", passcode=CODE, again=CODE)
    assert "Đã tích hợp" in citizen.step("tich-hop", **request(citizen, passcode=CODE))


def test_the_wallet_is_inside_the_app(client: Browser, app: Flask) -> None:
    away = active(client, app, signed_in_on="")
    for place in ("vi", "tich-hop", "quet-qr", "thiet-bi"):
        assert away.get(f"vneid/{place}").location == f"{away.home}vneid/"
    away.refused(Rule.VNEID_NOT_SIGNED_IN, "tich-hop", **request(away))
    away.refused(Rule.VNEID_NOT_SIGNED_IN, "quet-qr")


def test_level_1_integrates_nothing(client: Browser, app: Flask) -> None:
    citizen = phone(client, app, eid=EidState.LEVEL1)
    citizen.refused(Rule.VNEID_LEVEL2_NEEDED, "tich-hop", **request(citizen))
    citizen.refused(Rule.VNEID_LEVEL2_NEEDED, "quet-qr")


def test_the_portal_is_opened_by_qr_consent_and_passcode(citizen: Phone) -> None:
    assert "Máy ảnh chỉ được vẽ" in citizen.shows("vneid/quet-qr")
    assert "Xác nhận chia sẻ thông tin" in citizen.step("quet-qr")
    citizen.refused(Rule.PUBLIC_CONSENT, "chia-se")
    assert "Nhập mật mã" in citizen.step("chia-se", consent="co")
    page = citizen.refused(Rule.VNEID_PASSCODE_WRONG, "xac-nhan", passcode=WRONG)
    assert WRONG not in page
    assert "Đã xác nhận đăng nhập" in citizen.step("xac-nhan", passcode=citizen.passcode)
    assert citizen.hands(PublicSignedIn) == [Actor.CITIZEN]
    assert citizen.get("vneid/chia-se").location == f"{citizen.home}vneid/"


def test_what_the_clerk_does_in_the_pane_is_the_clerks(citizen: Phone) -> None:
    clerks_hand = Phone(citizen.client, citizen.clerk, "khung/")
    clerks_hand.step("tich-hop", **request(citizen))
    clerks_hand.step("quet-qr")
    clerks_hand.step("chia-se", consent="co")
    for kind in (PaperRequested, ConsentGiven):
        assert citizen.hands(kind) == [Actor.CLERK]
