"""Everybody can use the citizen's telephone, whatever it answers."""

import pytest
from playwright.sync_api import Page

from motcua.testkit.pages import Handset
from sandbox.arrival import Refer
from sandbox.citizens import EidState
from sandbox.desk import CloseVisit
from sandbox.setup import VneidPart
from tests.core.telephone import CODE, GOOD, WRONG
from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tests.e2e.telephone import ANSWERS, Telephone

ACTIVE = EidState.LEVEL2_ACTIVE


@pytest.fixture
def own_page(new_context: NewContext) -> Page:
    return new_context().new_page()


def test_the_home_screen_and_what_is_around_it(own_page: Page, inside: Inside, look: Look) -> None:
    phone = Telephone.of(own_page, inside, VneidPart(signed_in_on="old"), eid=ACTIVE)
    look(own_page, "home, no message")
    handset = Handset(own_page)
    phone.clerk_does(Refer("commune_police"))
    phone.handset().follow("Tới Công an xã")
    look(own_page, "police")
    handset.home()
    handset.follow("Thẻ vai: điều công dân biết")
    look(own_page, "role card")
    app = phone.app()
    app.sign_in(phone.number, phone.password)
    look(own_page, "code on the old phone")
    phone.handset().read_old_phone()
    look(own_page, "old phone with a code")
    phone.handset().call_hotline()
    look(own_page, "hotline called")
    handset.home()
    handset.follow("Tin nhắn")
    look(own_page, "messages")


def test_registering(own_page: Page, inside: Inside, look: Look) -> None:
    phone = Telephone.of(own_page, inside, eid=EidState.NONE)
    app = phone.app()
    look(own_page, "VNeID, door")
    app.register("", "")
    look(own_page, "registration, mistakes")
    app.register(phone.number, phone.own)
    look(own_page, "before the card")
    app.begin_reading()
    look(own_page, "card")
    app.read_qr()
    look(own_page, "face")
    app.take_face()
    look(own_page, "review")
    app.send()
    look(own_page, "registration sent")
    app.understood()
    look(own_page, "door, waiting")


def test_activating(own_page: Page, inside: Inside, look: Look) -> None:
    phone = Telephone.of(own_page, inside)
    app = phone.app()
    app.request_activation("", "")
    look(own_page, "activation, mistakes")
    app.request_activation(phone.number, phone.own)
    look(own_page, "code, with the message")
    app.enter_code("")
    look(own_page, "code, missing")
    app.enter_code(phone.code)
    look(own_page, "password")
    app.set_password("yếu")
    look(own_page, "password, weak")
    app.set_password(GOOD)
    look(own_page, "passcode")
    app.set_passcode(CODE, WRONG)
    look(own_page, "passcode, different")
    app.set_passcode(CODE)
    look(own_page, "questions")
    app.press("Hoàn tất")
    look(own_page, "questions, mistakes")
    app.answer_questions(ANSWERS)
    look(own_page, "activated")


def test_signing_in_and_what_was_forgotten(own_page: Page, inside: Inside, look: Look) -> None:
    phone = Telephone.of(own_page, inside, VneidPart(signed_in_on="lost"), eid=ACTIVE)
    app = phone.app()
    app.sign_in("", "")
    look(own_page, "sign-in, mistakes")
    app.follow("Quên mật khẩu")
    app.forget_password("", "", "", "")
    look(own_page, "forgotten password, mistakes")
    phone.handset().call_hotline()
    phone.app().sign_in(phone.number, phone.password)
    look(own_page, "new device, card wanted")
    app.read_chip()
    app.enter_code(phone.code)
    app.follow("Quên passcode")
    look(own_page, "forgotten passcode")
    app.back()
    app.unlink()
    look(own_page, "unlinked")


def test_inside_the_app(own_page: Page, inside: Inside, look: Look) -> None:
    phone = Telephone.of(own_page, inside, VneidPart(with_child=True), eid=ACTIVE)
    app = phone.app()
    look(own_page, "app home")
    app.register_child("", "")
    look(own_page, "child, mistakes")
    phone.app("tich-hop").press("Gửi yêu cầu")
    look(own_page, "integrating, mistakes")
    phone.app().integrate_paper("Đăng ký xe", "THXE000001", phone.passcode)
    look(own_page, "wallet")
    phone.app("thiet-bi")
    look(own_page, "devices")
    phone.app("quet-qr")
    look(own_page, "camera")
    app.scan_qr()
    app.consent(ticked=False)
    look(own_page, "consent, not ticked")
    app.consent()
    app.confirm_passcode(WRONG)
    look(own_page, "passcode, wrong")
    phone.app("cua")
    look(own_page, "app home, something unfinished")
    phone.app().confirm_passcode(phone.passcode)
    look(own_page, "portal opened")


def test_a_button_phone_the_pane_and_the_end(own_page: Page, inside: Inside, look: Look) -> None:
    phone = Telephone.of(own_page, inside, smartphone=False)
    look(own_page, "button phone")
    phone.app()
    look(own_page, "button phone, no VNeID")
    own_page.goto(f"{phone.home}khung/goi")
    Handset(own_page).press("Gọi và nhờ khóa tài khoản")
    look(own_page, "pane, nothing to lock")
    own_page.goto(f"{phone.home}tin-nhan/")
    look(own_page, "no messages")
    phone.clerk_does(CloseVisit())
    phone.handset()
    look(own_page, "home, closed")
    phone.app()
    look(own_page, "closed")
