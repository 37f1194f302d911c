"""Two people, two screens: one serves, the other plays the citizen; then they swap."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tests.e2e.pages.brief import Part
from tests.e2e.pages.run_log import RunPage
from tests.e2e.visit import SMOOTH, Visit
from training.scenario import catalogue

PHONE = {"width": 390, "height": 844}
TITLE = catalogue()[SMOOTH].title


def begin(page: Page, inside: Inside) -> Visit:
    """From the page of scenarios to the desk of a role play."""
    page.goto("/luyen-tap")
    page.get_by_role("link", name="Đóng vai cùng đồng nghiệp").click()
    page.get_by_label("Tình huống").select_option(label=TITLE)
    with page.expect_navigation():
        page.get_by_role("button", name="Bắt đầu đóng vai").click()
    return Visit.at(page, inside)


def sit_down(colleague: Page, clerk: Page) -> Part:
    """The colleague opens the link that the desk shows."""
    link = clerk.get_by_role("link", name="Mở điện thoại công dân")
    colleague.goto(link.get_attribute("href") or "")
    return Part(colleague)


def test_a_colleague_answers_and_then_the_two_swap(
    signed_in: NewContext, inside: Inside, look: Look
) -> None:
    visit = begin(signed_in("canbo1").new_page(), inside)
    part = sit_down(signed_in("canbo2", viewport=PHONE, has_touch=True).new_page(), visit.page)
    expect(part.main).to_contain_text("không tự ý đọc mã")
    look(part.page, "the part, nothing asked")
    part.press("Tôi đóng vai công dân")
    part.follow("Tin nhắn")
    look(part.page, "the telephone of somebody who plays")
    part.follow("Lời dặn và trả lời")

    desk = visit.desk()
    desk.say("ask_phone")
    expect(part.asked).to_contain_text("Anh/chị cho xin số điện thoại đang dùng ạ.")
    look(part.page, "the part, a question waits")
    look(desk.page, "the desk waits for an answer")
    part.answer(f"Số của tôi là {visit.citizen.phone}.")
    expect(desk.talk).to_contain_text(visit.citizen.phone)

    visit.hurry_to_paper()
    visit.desk().say("check_form")
    expect(part.asked).to_contain_text("giấy đề nghị tạo tài khoản")
    part.answer("Có chỗ chưa đúng")
    expect(part.mistakes).to_contain_text("chưa đánh dấu chỗ nào")
    look(part.page, "wrong, but where?")
    part.answer("Tôi đọc rồi, thông tin đúng cả. Tôi xác nhận.")

    read_the_code(visit, part, look)
    told = end(visit)
    look(told.page, "a role play told back")
    expect(part.asked).to_contain_text("Lượt này đã kết thúc")
    look(part.page, "the part at the end")
    part.press("Đổi vai")
    swapped = Visit.at(part.page, inside)
    assert swapped.run.swapped_from == visit.run.id
    told.page.reload()
    told.follow("Mở vai công dân của lượt đổi vai")
    expect(told.page.get_by_role("main")).to_contain_text(swapped.citizen.full_name)


def read_the_code(visit: Visit, part: Part, look: Look) -> None:
    visit.form().send_code()
    visit.desk().say("ask_code")
    expect(part.asked).to_contain_text("đọc mã OTP")
    look(part.page, "which message to read")
    with part.page.expect_navigation():
        part.page.get_by_role("button", name="Đọc to mã trong tin nhắn").click()
    pane = visit.page.frame_locator("iframe[title='Điện thoại công dân']")
    expect(pane.get_by_role("status").filter(has_text="Công dân đọc")).to_be_visible()
    form = visit.form()
    form.enter_code(visit.code())
    form.create_account()


def end(visit: Visit) -> RunPage:
    visit.desk().close_visit()
    told = RunPage(visit.page)
    expect(told.result).to_contain_text("trên 100 điểm")
    return told


def test_without_javascript_and_without_an_account(
    signed_in: NewContext, new_context: NewContext, inside: Inside
) -> None:
    visit = begin(signed_in("canbo1").new_page(), inside)
    part = sit_down(new_context(java_script_enabled=False).new_page(), visit.page)
    visit.desk().say("greet")
    part.follow("Tải lại")
    part.answer("Tôi đã trả lời bằng lời")
    expect(visit.desk().talk).to_contain_text("Công dân trả lời bằng lời tại bàn")
    part.press("Đứng dậy rời quầy")
    expect(part.asked).to_contain_text("đã đứng dậy rời quầy")
    visit.desk().close_visit()
    part.follow("Tải lại")
    expect(part.page.get_by_role("link", name="Đăng nhập để đổi vai")).to_be_visible()


def test_choosing_what_to_play(signed_in: NewContext, look: Look) -> None:
    page = signed_in("canbo1").new_page()
    page.goto("/dong-vai")
    look(page, "choose what to play")
    page.get_by_label("Tình huống").evaluate("list => { list.options[0].value = 'tk-99' }")
    page.get_by_label("Tình huống").select_option(value="tk-99")
    with page.expect_navigation():
        page.get_by_role("button", name="Bắt đầu đóng vai").click()
    expect(page.get_by_role("alert")).to_contain_text("Tình huống này không còn")
    look(page, "a scenario that is gone")
