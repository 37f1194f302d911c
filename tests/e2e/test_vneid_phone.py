"""VNeID on a real telephone's width, by touch, beside a desk that goes on meanwhile."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from motcua.testkit.pages import Handset, Vneid
from sandbox.citizens import EidState
from sandbox.desk import CloseVisit, Say
from sandbox.setup import VneidPart
from tests.core.telephone import CODE, GOOD
from tests.e2e.inside import Inside
from tests.e2e.telephone import ANSWERS, SIZE, Telephone

NewContext = Callable[..., BrowserContext]


@pytest.fixture
def page_in_hand(new_context: NewContext) -> Page:
    return new_context(viewport=SIZE, has_touch=True, is_mobile=True).new_page()


def test_from_the_request_to_the_wallet_and_the_portal(page_in_hand: Page, inside: Inside) -> None:
    phone = Telephone.of(page_in_hand, inside)
    app = Handset(phone.page).open_vneid()
    app.request_activation(phone.number, phone.own)
    expect(app.news).to_contain_text(phone.code)
    app.enter_code(phone.code)
    app.set_password(GOOD)
    app.set_passcode(CODE)
    app.answer_questions(ANSWERS)
    expect(app.heading).to_have_text("Đã kích hoạt tài khoản")
    app.sign_in(phone.number, GOOD)
    expect(app.main).to_contain_text("Định danh mức độ 2")
    app.integrate_paper("Giấy phép lái xe", phone.paper("driving_licence"), CODE)
    expect(app.main).to_contain_text("Đã tích hợp")
    app.back()
    app.scan_qr()
    app.consent()
    app.confirm_passcode(CODE)
    expect(app.heading).to_have_text("Đã xác nhận đăng nhập")
    assert phone.world.public.on_account_page


def test_a_code_is_copied_from_the_message_above_the_box(
    new_context: NewContext, inside: Inside
) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    page = new_context(viewport=SIZE, has_touch=True, permissions=allowed).new_page()
    phone = Telephone.of(page, inside)
    app = Handset(page).open_vneid()
    app.request_activation(phone.number, phone.own)
    page.get_by_role("button", name="Sao chép mã").click()
    expect(page.get_by_role("button", name="Đã sao chép")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == phone.code


def test_registering_up_to_the_result(page_in_hand: Page, inside: Inside) -> None:
    phone = Telephone.of(page_in_hand, inside, eid=EidState.NONE)
    app = Handset(phone.page).open_vneid()
    app.register(phone.number, phone.own)
    app.begin_reading()
    app.read_chip()
    app.take_face()
    app.send()
    expect(app.heading).to_have_text("Đã gửi đăng ký")
    app.understood()
    expect(app.main).to_contain_text("Đang chờ kết quả")
    inside.advance(phone.world_id, 300)
    expect(app.main).not_to_contain_text("Đang chờ kết quả")


def test_a_new_phone_with_the_old_one_at_hand(page_in_hand: Page, inside: Inside) -> None:
    part = VneidPart(signed_in_on="old")
    phone = Telephone.of(page_in_hand, inside, part, eid=EidState.LEVEL2_ACTIVE)
    app = Handset(phone.page).open_vneid()
    app.sign_in(phone.number, phone.password)
    code = phone.handset().read_old_phone()
    app = phone.app()
    app.enter_code(code)
    expect(app.heading).to_have_text("VNeID của tôi")


def test_the_telephone_follows_the_desk(page_in_hand: Page, inside: Inside) -> None:
    phone = Telephone.of(page_in_hand, inside)
    app = phone.app("kich-hoat")
    phone.clerk_does(Say("guide_activation"))
    expect(app.heading).to_have_text("Nhập mã OTP")
    phone.clerk_does(Say("invite_code"))
    expect(app.heading).to_have_text("Đặt mật khẩu")
    phone.clerk_does(CloseVisit())
    expect(app.heading).to_have_text("Lượt này đã kết thúc")


def test_a_half_typed_form_stays_as_it_is(page_in_hand: Page, inside: Inside) -> None:
    phone = Telephone.of(page_in_hand, inside)
    app = phone.app("kich-hoat")
    box = app.main.get_by_label("Số định danh cá nhân")
    box.fill("0000")
    with phone.page.expect_response(lambda answer: "?co=" in answer.url):
        phone.clerk_does(Say("greet"))
    with phone.page.expect_response(lambda answer: "?co=" in answer.url) as asked:
        expect(box).to_have_value("0000")
    assert asked.value.status == 204


def test_a_screen_that_is_being_left_leads_nowhere_else(page_in_hand: Page, inside: Inside) -> None:
    phone = Telephone.of(page_in_hand, inside, eid=EidState.NONE)
    app = phone.app("dang-ky")
    asked: list[Route] = []

    def hold(asking: Route) -> None:
        asked.append(asking)

    def answer_both(pressed: Route) -> None:
        """The open question is answered while the form is still on its way."""
        answer = pressed.fetch(max_redirects=0)
        asked[0].fulfill(headers={"HX-Redirect": f"{phone.home}vneid/cua"})
        pressed.fulfill(response=answer)

    phone.page.route("**/dang-ky", answer_both)
    phone.page.route("**/dang-ky?co=*", hold)
    with phone.page.expect_request("**/dang-ky?co=*"):
        pass
    app.register(phone.number, phone.own)
    expect(app.heading).to_have_text("Trước khi đọc thẻ")


def test_what_is_typed_can_be_shown_and_hidden(page_in_hand: Page, inside: Inside) -> None:
    phone = Telephone.of(page_in_hand, inside)
    app = phone.app("dang-nhap")
    box = app.main.get_by_label("Mật khẩu", exact=True)
    box.fill(GOOD)
    app.main.get_by_label("Hiện mật khẩu").check()
    expect(box).to_have_attribute("type", "text")
    app.main.get_by_label("Hiện mật khẩu").uncheck()
    expect(box).to_have_attribute("type", "password")


def test_without_a_script_it_works_by_loading_again(
    new_context: NewContext, inside: Inside
) -> None:
    page = new_context(viewport=SIZE, java_script_enabled=False).new_page()
    phone = Telephone.of(page, inside)
    app = Handset(page).open_vneid()
    app.request_activation(phone.number, phone.own)
    app.resend_code()
    app.enter_code(phone.code)
    expect(app.main.get_by_label("Hiện mật khẩu")).to_be_hidden()
    phone.clerk_does(Say("invite_password"))
    Vneid(page).reload()
    expect(app.heading).to_have_text("Đặt mật mã (passcode)")
