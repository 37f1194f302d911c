"""The citizen's way into the public portal, with the telephone beside it."""

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from tests.e2e.citizens_side import PHONE, TO_ACTIVATE, CitizensSide
from tests.e2e.inside import Inside
from tests.e2e.visit import Visit

NewContext = Callable[..., BrowserContext]
MINE, GOOD, SIX = "Matkhau2022", "Mau#1234", "246810"


def test_a_qr_sign_in_is_finished_on_the_telephone_and_the_portal_follows(
    inside: Inside, new_context: NewContext
) -> None:
    citizen = CitizensSide.of(inside)
    portal = citizen.portal(new_context().new_page())
    phone = new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()
    app = citizen.handset(phone).open_vneid()
    portal.open_sign_in()
    portal.sign_in_with_qr(app.scan_qr)
    expect(portal.main.get_by_text("Đồng ý chia sẻ thông tin trên điện thoại")).to_be_visible()
    app.consent()
    expect(portal.main.get_by_text("Đã đồng ý chia sẻ thông tin")).to_be_visible()
    app.confirm_passcode(citizen.passcode)
    expect(app.heading).to_have_text("Đã xác nhận đăng nhập")
    expect(portal.heading).to_have_text("Trang của tôi")
    expect(portal.told.filter(has_text=citizen.number)).to_be_visible()
    portal.sign_out()
    expect(portal.heading).to_have_text("Cổng Dịch vụ công")


def test_number_and_password_with_the_code_read_off_the_telephone(
    inside: Inside, new_context: NewContext
) -> None:
    citizen = CitizensSide.of(inside)
    portal = citizen.portal(new_context().new_page())
    phone = new_context(viewport=PHONE).new_page()
    portal.open_sign_in()
    portal.give_number(citizen.number, "sai")
    expect(portal.mistakes).to_contain_text("Số định danh hoặc mật khẩu chưa đúng")
    portal.give_number(citizen.number, citizen.password)
    portal.resend_code()
    portal.enter_code(citizen.handset(phone).read_code())
    portal.share_consent(ticked=False)
    expect(portal.mistakes).to_contain_text("Chưa đánh dấu đồng ý")
    portal.share_consent()
    portal.confirm_passcode(citizen.passcode)
    expect(portal.told.filter(has_text=citizen.world.citizen.full_name)).to_be_visible()


def test_in_2022_the_password_of_the_message_opens_once_and_is_changed(
    visit: Visit, new_context: NewContext
) -> None:
    form = visit.hurry_to_code()
    form.enter_code(visit.code())
    form.create_account()
    handset = visit.handset(new_context(viewport=PHONE).new_page())
    found = re.search(r"Mat khau: (\S+)\.", handset.messages.first.inner_text())
    assert found
    citizen = CitizensSide(visit.inside, visit.world_id, visit.inside.handset(visit.world_id))
    portal = citizen.portal(new_context().new_page())
    portal.open_sign_in()
    portal.open_account_sign_in()
    portal.sign_in_with_account(visit.citizen.id_number, found[1])
    expect(portal.heading).to_have_text("Đặt mật khẩu của riêng mình")
    portal.change_password(MINE, "khac1234")
    expect(portal.mistakes).to_contain_text("không giống nhau")
    portal.change_password(MINE)
    expect(portal.heading).to_have_text("Trang của tôi")
    expect(portal.told.filter(has_text=visit.citizen.id_number)).to_be_visible()


def test_without_a_smartphone_the_computer_activates_and_opens_the_portal(
    inside: Inside, new_context: NewContext
) -> None:
    citizen = CitizensSide.of(inside, TO_ACTIVATE, era="2023")
    computer = citizen.computer(new_context().new_page())
    handset = citizen.handset(new_context(viewport=PHONE).new_page())
    computer.open_activation()
    computer.request(citizen.number, citizen.phone)
    computer.enter_code(handset.read_code())
    computer.set_password(GOOD)
    computer.set_passcode(SIX)
    computer.answer_questions("Trường Mẫu", "Canh chua")
    expect(computer.heading).to_have_text("Kích hoạt thành công")
    portal = computer.open_portal()
    portal.give_number(citizen.number, GOOD)
    portal.enter_code(handset.read_code())
    portal.share_consent()
    portal.confirm_passcode(SIX)
    expect(portal.heading).to_have_text("Trang của tôi")


def test_what_is_half_typed_stays_while_nothing_happens_here(
    inside: Inside, new_context: NewContext
) -> None:
    citizen = CitizensSide.of(inside)
    page = new_context().new_page()
    citizen.portal(page, "dang-nhap")
    box = page.get_by_role("textbox", name="Số định danh cá nhân")
    box.fill("0001")
    with page.expect_response(re.compile(r"/_/man-hinh")) as asked:
        pass
    assert asked.value.status == 204
    expect(box).to_have_value("0001")
    expect(box).to_be_focused()


def test_it_works_without_a_script(inside: Inside, new_context: NewContext) -> None:
    citizen = CitizensSide.of(inside)
    portal = citizen.portal(new_context(java_script_enabled=False).new_page(), "dang-nhap")
    portal.give_number(citizen.number, citizen.password)
    portal.enter_code("")
    expect(portal.mistakes).to_contain_text("Chưa nhập mã OTP")
    portal.enter_code(citizen.code)
    portal.share_consent()
    portal.confirm_passcode(citizen.passcode)
    expect(portal.heading).to_have_text("Trang của tôi")
