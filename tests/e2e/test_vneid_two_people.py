"""Two people on two devices: a clerk at the desk, a colleague at the citizen's telephone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from motcua.testkit.pages import Computer, Desk
from tests.core.telephone import CODE, GOOD
from tests.e2e.telephone import ANSWERS, SIZE, Telephone
from tests.e2e.visit import Visit

NewContext = Callable[..., BrowserContext]
Begin = Callable[..., Visit]


@pytest.fixture
def colleague(new_context: NewContext) -> Page:
    """A telephone in somebody else's hand."""
    return new_context(viewport=SIZE, has_touch=True, is_mobile=True).new_page()


def test_each_sees_the_others_steps_from_activation_to_papers(
    begin: Begin, colleague: Page
) -> None:
    visit = begin("vn-01-kich-hoat-tai-quay")
    desk = Desk(visit.page)
    phone = Telephone(colleague, visit.inside, visit.world_id)
    app = phone.handset().open_vneid()
    app.request_activation(phone.number, phone.own)
    expect(desk.talk).to_contain_text("Công dân vừa gửi yêu cầu kích hoạt tài khoản")
    desk.say("invite_code")
    expect(app.heading).to_have_text("Đặt mật khẩu")
    app.set_password(GOOD, GOOD[:-1])
    expect(app.mistakes).to_be_visible()
    expect(desk.talk).to_contain_text("Máy của công dân báo: “Hai lần nhập mật khẩu")
    app.set_password(GOOD)
    expect(desk.talk).to_contain_text("Công dân vừa đặt mật khẩu VNeID.")
    app.set_passcode(CODE)
    expect(desk.talk).to_contain_text("Công dân vừa đặt mật mã VNeID.")
    app.answer_questions(ANSWERS)
    expect(desk.talk).to_contain_text("Tài khoản định danh mức 2 được kích hoạt.")
    app.sign_in(phone.number, GOOD)
    app.integrate_paper("Giấy phép lái xe", phone.paper("driving_licence"), CODE)
    expect(desk.talk).to_contain_text("Công dân vừa gửi yêu cầu tích hợp giấy phép lái xe")
    assert not any(secret in visit.page.content() for secret in (GOOD, CODE, *ANSWERS.values()))
    desk.receive()
    desk.close_visit()
    expect(app.heading).to_have_text("Lượt này đã kết thúc")


def test_without_a_smartphone_the_citizen_sits_down_at_the_desks_computer(
    begin: Begin, colleague: Page
) -> None:
    visit = begin("vn-06-dien-thoai-nut-bam")
    desk = Desk(visit.page)
    computer = Computer(beside(visit))
    phone = Telephone(colleague, visit.inside, visit.world_id)
    computer.open_activation()
    computer.request(phone.number, phone.own)
    expect(desk.talk).to_contain_text("Công dân vừa gửi yêu cầu kích hoạt tài khoản trên máy tính.")
    computer.enter_code(phone.handset().read_code())
    expect(desk.talk).to_contain_text("Công dân vừa nhập đúng mã OTP.")
    computer.set_password(GOOD)
    desk.say("speak_slowly")
    desk.say("invite_passcode")
    expect(computer.heading).to_have_text("Chọn hai câu hỏi bảo mật")
    computer.answer_questions(*ANSWERS.values())
    expect(computer.heading).to_have_text("Kích hoạt thành công")
    expect(desk.talk).to_contain_text("Tài khoản định danh mức 2 được kích hoạt.")


def beside(visit: Visit) -> Page:
    """The computer beside the desk, opened by the desk's own link."""
    visit.page.get_by_text("Cho đồng nghiệp đóng vai công dân").click()
    with visit.context.expect_page() as opened:
        visit.page.get_by_role("link", name="Máy tính ở quầy").click()
    return opened.value
