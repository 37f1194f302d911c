"""The page objects: what a person does, screen by screen, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from motcua.testkit.client import Clock, Faults, Sms, World
from motcua.testkit.models import Citizen
from motcua.testkit.pages import AccountForm, AccountList, Desk, Handset, Scanner


@pytest.fixture
def accounts(officer_page: Page, world: World) -> AccountList:
    return Desk(officer_page).open_portal().sign_in(world.officer).open_accounts()


@pytest.fixture
def form(accounts: AccountList, world: World, citizen: Citizen) -> AccountForm:
    """Everything is filled in and the request form downloaded; the code comes next."""
    form = accounts.new_form()
    form.look_up(citizen.id_number)
    form.fill(citizen)
    form.attach(world.document("both.pdf"))
    form.download_request_form()
    return form


def test_a_whole_visit_with_both_sides_of_the_desk(
    officer_page: Page, citizen_phone: Page, world: World, citizen: Citizen
) -> None:
    desk, handset = Desk(officer_page), Handset(citizen_phone)
    desk.say("greet")
    form = desk.open_portal().sign_in(world.officer).open_accounts().new_form()
    form.look_up(citizen.id_number)
    desk.say("ask_phone")
    desk.say("ask_phone_owner")
    scanner = desk.go_to_scanner()
    form.fill(citizen)
    form.attach(scanner.scan())
    scanner.back_to_desk()
    assert form.download_request_form().content.startswith(b"%PDF")
    desk.say("check_form")
    form.send_code()
    desk.say("ask_code")
    expect(handset.said_aloud).to_contain_text("Công dân đọc")
    form.enter_code(handset.read_code())
    form.create_account()
    expect(form.heading).to_have_text("Đã tạo tài khoản công dân")
    desk.say("tell_created")
    desk.say("goodbye")
    desk.close_visit()
    assert world.score().points == 100


def test_the_citizens_answers_are_heard_at_the_desk(officer_page: Page, citizen: Citizen) -> None:
    desk = Desk(officer_page)
    desk.say("ask_phone")
    expect(desk.talk).to_contain_text(f"Số của tôi là {citizen.phone}.")


def test_the_countdown_follows_the_clock(form: AccountForm, clock: Clock) -> None:
    form.send_code()
    expect(form.code_note).to_contain_text(re.compile(r"1 phút \d+ giây|2 phút"))
    clock.advance(60)
    expect(form.code_note).to_contain_text(re.compile(r"hiệu lực \d+ giây"))
    clock.advance(61)
    expect(form.code_note).to_contain_text("đã hết")


def test_a_code_is_dead_after_121_seconds(form: AccountForm, clock: Clock, sms: Sms) -> None:
    form.send_code()
    code = sms.wait_otp()
    clock.advance(121)
    form.enter_code(code)
    form.create_account()
    expect(form.mistakes).to_contain_text("hết hiệu lực")


def test_mistakes_are_listed(accounts: AccountList, citizen: Citizen) -> None:
    form = accounts.new_form()
    form.look_up(citizen.id_number)
    form.create_account()
    expect(form.mistakes.get_by_role("listitem")).not_to_have_count(0)


def test_a_failing_portal_is_seen(form: AccountForm, faults: Faults) -> None:
    faults.fail("send_code")
    form.send_code()
    assert faults.pending() == []
    expect(form.heading).to_be_visible()


def test_a_cancelled_form_is_done_with(accounts: AccountList) -> None:
    form = accounts.new_form()
    form.cancel()
    expect(form.heading).to_have_text("Đã hủy biểu mẫu")


def test_the_list_is_searched(accounts: AccountList) -> None:
    accounts.search(officer="", phone="0400")
    expect(accounts.found).to_have_text(re.compile(r"Tìm thấy [\d.]{5,} kết quả"))
    expect(accounts.rows).to_have_count(20)


def test_the_scanner_makes_what_is_chosen(officer_page: Page) -> None:
    scanner = Desk(officer_page).go_to_scanner()
    first = scanner.scan(sides="front", fmt="docx", size="at-limit")
    second = scanner.scan(fmt="jpg")
    assert (first.name[-7:], len(first.content)) == ("-1.docx", 5_242_880)
    assert (second.name[-6:], second.content[:2]) == ("-2.jpg", b"\xff\xd8")


def test_a_scanner_can_stand_in_a_tab_of_its_own(officer_page: Page, world: World) -> None:
    tab = officer_page.context.new_page()
    tab.goto(world.urls.scanner)
    assert Scanner(tab).scan().name.endswith("-1.pdf")


def test_a_message_is_read_in_large_letters(
    form: AccountForm, citizen_phone: Page, sms: Sms
) -> None:
    form.send_code()
    handset = Handset(citizen_phone)
    handset.reload()
    handset.open_message()
    expect(handset.main).to_contain_text(" ".join(sms.wait_otp()))


def test_signing_out_closes_the_portal(officer_page: Page, world: World) -> None:
    home = Desk(officer_page).open_portal().sign_in(world.officer)
    home.sign_out()
    expect(home.heading).to_have_text("Đăng nhập trang quản trị")
