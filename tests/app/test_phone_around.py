"""Around VNeID: the home screen's apps, the old phone, the hotline, the police, the role card."""

import pytest
from flask import Flask

from sandbox import people
from sandbox.arrival import Refer
from sandbox.citizens import CardKind, EidState, PhoneOwnership
from sandbox.events import Enrolled, HotlineCalled
from sandbox.fidelity import sentence
from sandbox.log import Actor
from sandbox.refusal import Problem
from sandbox.rules import Rule
from tests.app.at_the_phone import ANSWERS, Phone, active, phone
from tests.app.browsing import Browser, words
from tests.app.effects import FixedEffects
from tests.core.telephone import CODE, GOOD


@pytest.fixture
def citizen(client: Browser, app: Flask) -> Phone:
    return phone(client, app)


def test_the_home_screen_shows_the_time_and_the_apps(citizen: Phone) -> None:
    home = citizen.shows("")
    assert "08:00 Thứ Hai, 23/11/2026" in home
    assert "Tin nhắn VNeID Gọi điện" in home
    assert "Máy cũ" not in home
    assert "Tới Công an" not in home


def test_a_button_phone_has_messages_and_calls_only(client: Browser, app: Flask) -> None:
    simple = phone(client, app, smartphone=False)
    assert "điện thoại phím bấm: nhắn tin và gọi điện được, không cài được VNeID" in simple.shows(
        ""
    )
    assert f'href="{simple.home}vneid/"' not in simple.get().get_data(as_text=True)


def test_messages_say_who_they_are_from(citizen: Phone) -> None:
    citizen.ask_activation()
    assert "VNeID (diễn tập)" in citizen.shows("")
    page = citizen.get().get_data(as_text=True)
    assert f'data-copy="{citizen.code}" hidden' in page
    assert page.count("<li ") == 2, "the code, and the approval of yesterday"
    assert " ".join(citizen.code) in citizen.shows("tin-nhan/1")
    assert citizen.code in citizen.shows("tin-nhan/")


def test_the_approval_the_citizen_talks_about_is_on_the_telephone(
    client: Browser, app: Flask
) -> None:
    home = phone(client, app).shows("")
    assert "dinh danh dien tu muc do 2 da duoc phe duyet. Moi mo ung dung VNeID" in home
    assert "22/11/2026 08:00 · Xem chữ lớn" in home
    assert "phe duyet" in phone(client, app, smartphone=False).shows("tin-nhan/0")
    assert "Chưa có tin nhắn nào" in active(client, app).shows("")


def test_codes_of_vneid_reach_the_relatives_phone_in_hand(client: Browser, app: Flask) -> None:
    borrowed = phone(client, app, phone=PhoneOwnership.RELATIVE)
    borrowed.ask_activation()
    assert f"Ma OTP VNeID: {borrowed.code}." in borrowed.shows("")


def test_of_two_numbers_ones_own_is_in_hand(client: Browser, app: Flask) -> None:
    both = phone(client, app, phone=PhoneOwnership.RELATIVE_AND_OWN)
    assert both.own == people.own_phone(both.world.citizen)
    both.ask_activation()
    assert f"Ma OTP VNeID: {both.code}." in both.shows("")


def test_the_old_phone_is_there_only_for_who_has_one(client: Browser, app: Flask) -> None:
    assert active(client, app).get("may-cu").status_code == 404
    moved = active(client, app, signed_in_on="old")
    assert "Máy cũ" in moved.shows("")
    assert "mã xác thực hiện ở đây" in moved.shows("may-cu")


def test_the_hotline_locks_and_says_so(client: Browser, app: Flask) -> None:
    lost = active(client, app, signed_in_on="lost")
    assert "Tổng đài định danh điện tử (diễn tập)" in lost.shows("goi")
    assert lost.press("goi").location == f"{lost.home}goi"
    assert "Tổng đài đã khóa tài khoản" in lost.shows("goi")
    assert lost.hands(HotlineCalled) == [Actor.CITIZEN]


def test_the_hotline_has_nothing_to_lock_for_somebody_signed_in_nowhere(citizen: Phone) -> None:
    answer = citizen.press("goi")
    assert answer.status_code == 422
    assert sentence(Problem(Rule.VNEID_NOTHING_TO_LOCK)) in words(answer)


@pytest.fixture
def unknown(client: Browser, app: Flask) -> Phone:
    return phone(client, app, eid=EidState.NONE)


def test_the_police_take_somebody_in_after_a_referral(
    unknown: Phone, effects: FixedEffects
) -> None:
    assert "Chưa có giới thiệu" in unknown.shows("cong-an")
    unknown.clerk_does(Refer("district_police"))
    assert "Tới Công an huyện" in unknown.shows("")
    assert "Kết quả có sau 3 ngày làm việc" in unknown.shows("cong-an")
    assert unknown.press("cong-an").status_code == 303
    assert "Kết quả dự kiến có lúc 26/11/2026 08:00" in unknown.shows("cong-an")
    assert unknown.hands(Enrolled) == [Actor.CITIZEN]
    effects.advance(days=3)
    assert "Đã có tài khoản mức 2" in unknown.shows("cong-an")
    assert "Moi mo ung dung VNeID de kich hoat" in unknown.shows("")


def test_without_a_chip_the_card_is_made_too(client: Browser, app: Flask) -> None:
    old = phone(client, app, eid=EidState.NONE, card=CardKind.OLD)
    old.clerk_does(Refer("district_police"))
    assert "Làm CCCD gắn chip và thu nhận mức 2" in old.shows("cong-an")
    assert "sau 7 ngày làm việc" in old.shows("cong-an")


def test_the_police_refuse_who_was_not_sent_or_is_taken_in(unknown: Phone) -> None:
    answer = unknown.press("cong-an")
    assert sentence(Problem(Rule.VNEID_OFFICE)) in words(answer)
    unknown.clerk_does(Refer("commune_police"))
    unknown.press("cong-an")
    again = unknown.press("cong-an")
    assert again.status_code == 422
    assert sentence(Problem(Rule.VNEID_ENROLLED)) in words(again)


def test_the_role_card_knows_what_the_citizen_knows(client: Browser, app: Flask) -> None:
    guardian = active(client, app, with_child=True)
    card = guardian.shows("vai")
    child = people.child(guardian.world).personal_id
    paper = people.paper_number(guardian.world.citizen, "health_insurance")
    for known in (
        guardian.number,
        guardian.own,
        guardian.password,
        guardian.passcode,
        child,
        paper,
    ):
        assert known in card


def test_what_is_forgotten_is_not_on_the_role_card(client: Browser, app: Flask) -> None:
    citizen = active(client, app, forgets="password")
    assert "Mật khẩu VNeID anh/chị không nhớ" in citizen.shows("vai")
    assert citizen.password not in citizen.shows("vai")


def test_what_one_chose_oneself_is_not_on_the_role_card(citizen: Phone) -> None:
    assert "Mật khẩu VNeID chưa đặt" in citizen.shows("vai")
    citizen.ask_activation()
    citizen.step("ma-otp", code=citizen.code)
    citizen.step("mat-khau", password=GOOD, again=GOOD)
    citizen.step("mat-ma", passcode=CODE, again=CODE)
    citizen.step("cau-hoi", **ANSWERS)
    assert "Mật khẩu VNeID do anh/chị tự đặt" in citizen.shows("vai")


def test_the_clerk_reaching_over_sees_no_role_card(client: Browser, app: Flask) -> None:
    citizen = active(client, app)
    clerks_hand = Phone(citizen.client, citizen.clerk, "khung/")
    assert clerks_hand.get("vai").status_code == 404
    assert "Thẻ vai" not in clerks_hand.shows("")
