"""Everybody can use the public portal and the desk's computer, whatever they answer."""

from collections.abc import Callable
from dataclasses import replace

from playwright.sync_api import BrowserContext

from sandbox.citizens import EidState
from sandbox.desk import CloseVisit
from sandbox.own_secrets import portal_password
from sandbox.public_portal.commands import ScanQr, ShareConsent
from tests.e2e.citizens_side import ACTIVE, SEED, TO_ACTIVATE, CitizensSide
from tests.e2e.conftest import Look
from tests.e2e.inside import Inside

NewContext = Callable[..., BrowserContext]


def test_the_ways_in(inside: Inside, new_context: NewContext, look: Look) -> None:
    citizen = CitizensSide.of(inside)
    page = new_context().new_page()
    portal = citizen.portal(page)
    look(page, "public portal")
    portal.open_sign_in()
    look(page, "sign-in")
    portal.give_number("", "")
    look(page, "sign-in, mistakes")
    portal.follow("Tôi có tài khoản của Cổng lập từ trước")
    look(page, "account ended")
    page.goto(f"{citizen.home}khung/cong/dang-nhap")
    look(page, "sign-in in the pane")


def test_the_screens_of_a_sign_in_by_number(
    inside: Inside, new_context: NewContext, look: Look
) -> None:
    citizen = CitizensSide.of(inside)
    page = new_context().new_page()
    portal = citizen.portal(page, "dang-nhap")
    portal.give_number(citizen.number, citizen.password)
    look(page, "confirmation code")
    portal.enter_code("12")
    look(page, "confirmation code, wrong")
    portal.enter_code(citizen.code)
    look(page, "consent")
    portal.share_consent(ticked=False)
    look(page, "consent, not ticked")
    portal.share_consent()
    look(page, "passcode")
    portal.confirm_passcode("1")
    look(page, "passcode, wrong")
    portal.confirm_passcode(citizen.passcode)
    look(page, "account page")


def test_the_screens_of_a_sign_in_by_qr(
    inside: Inside, new_context: NewContext, look: Look
) -> None:
    citizen = CitizensSide.of(inside)
    page = new_context().new_page()
    citizen.do(ScanQr())
    citizen.portal(page, "dang-nhap")
    look(page, "on the telephone")
    citizen.do(ShareConsent(ticked=True))
    citizen.portal(page, "dang-nhap")
    look(page, "on the telephone, consent given")
    citizen.do(CloseVisit())
    citizen.portal(page)
    look(page, "portal after the visit")


def test_the_portals_own_account(inside: Inside, new_context: NewContext, look: Look) -> None:
    known = replace(ACTIVE, account=True, eid=EidState.NONE)
    citizen = CitizensSide.of(inside, known, era="2022")
    page = new_context().new_page()
    portal = citizen.portal(page, "dang-nhap")
    look(page, "sign-in 2022")
    portal.open_account_sign_in()
    look(page, "own account")
    portal.sign_in_with_account("", "")
    look(page, "own account, mistakes")
    portal.sign_in_with_account(citizen.world.citizen.id_number, portal_password(SEED))
    look(page, "account page 2022")
    portal.follow("Đổi mật khẩu")
    look(page, "new password")
    portal.change_password("")
    look(page, "new password, mistakes")


def test_the_computer(inside: Inside, new_context: NewContext, look: Look) -> None:
    citizen = CitizensSide.of(inside, TO_ACTIVATE, era="2023")
    page = new_context().new_page()
    computer = citizen.computer(page)
    look(page, "computer")
    computer.open_activation()
    look(page, "activation")
    computer.request("", "")
    look(page, "activation, mistakes")
    computer.request(citizen.number, citizen.phone)
    look(page, "activation code")
    computer.enter_code("12")
    look(page, "activation code, wrong")
    computer.enter_code(citizen.code)
    look(page, "activation password")
    computer.set_password("yeu")
    look(page, "activation password, mistakes")
    computer.set_password("Mau#1234")
    look(page, "activation passcode")
    computer.set_passcode("1")
    look(page, "activation passcode, mistakes")


def test_the_computer_to_its_end(inside: Inside, new_context: NewContext, look: Look) -> None:
    citizen = CitizensSide.of(inside, TO_ACTIVATE, era="2023")
    page = new_context().new_page()
    computer = citizen.computer(page)
    computer.open_activation()
    computer.request(citizen.number, citizen.phone)
    computer.enter_code(citizen.code)
    computer.set_password("Mau#1234")
    computer.set_passcode("246810")
    look(page, "activation questions")
    computer.answer_questions("", "")
    look(page, "activation questions, mistakes")
    computer.answer_questions("Trường Mẫu", "Canh chua")
    look(page, "activation done")
    citizen.do(CloseVisit())
    citizen.computer(page)
    look(page, "computer after the visit")
