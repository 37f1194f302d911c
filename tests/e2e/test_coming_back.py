"""Whatever is interrupted goes on where it was."""

from playwright.sync_api import Route, expect

from tests.e2e.conftest import NewContext
from tests.e2e.office import Office
from tests.e2e.pages.practice import Practice
from tests.e2e.smooth_run import TITLE
from tests.e2e.visit import Visit
from tests.e2e.watch import Watch


def test_a_closed_browser_loses_no_step(visit: Visit, signed_in: NewContext) -> None:
    visit.desk().say("greet")
    visit.hurry_to_paper()
    visit.context.close()

    page = signed_in("canbo1").new_page()
    Practice(page).open().go_on(TITLE)
    expect(page.get_by_role("log", name="Lời đã nói")).to_contain_text("mời anh/chị ngồi")
    visit.page = page
    finish(visit)


def test_a_restarted_office_loses_no_step(visit: Visit, office: Office, watch: Watch) -> None:
    watch.forgive_silence()
    visit.hurry_to_paper()
    office.close()
    office.open()
    finish(visit)


def test_a_page_kept_open_over_a_restart_still_sends(
    visit: Visit, office: Office, watch: Watch
) -> None:
    watch.forgive_silence()
    form = visit.hurry_to_paper()
    office.close()
    office.open()
    form.send_code()
    expect(form.code_note).to_contain_text("Đã gửi mã OTP")


def test_a_step_taken_while_the_network_is_gone_can_be_repeated(visit: Visit, watch: Watch) -> None:
    watch.forgive_silence()
    form = visit.hurry_to_paper()
    visit.context.set_offline(True)
    form.page.get_by_role("button", name="Gửi mã OTP").click()
    expect(form.page.get_by_role("alert").filter(has_text="Mất kết nối mạng")).to_be_visible()
    visit.context.set_offline(False)
    form.send_code()
    expect(form.code_note).to_contain_text("Đã gửi mã OTP")


def test_a_step_whose_answer_was_lost_counts_once_when_it_is_pressed_again(
    visit: Visit, watch: Watch
) -> None:
    watch.forgive_silence()
    desk = visit.desk()

    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    desk.page.route("**/noi", lose_the_answer, times=1)
    desk.page.get_by_role("button", name="Chào và hỏi nhu cầu").click()
    expect(desk.page.get_by_role("alert").filter(has_text="Chưa nhận được trả lời")).to_be_visible()
    for times in (1, 2):  # the press once more, and then another one
        desk.say("greet")
        expect(desk.talk.get_by_text("mời anh/chị ngồi")).to_have_count(times)


def finish(visit: Visit) -> None:
    """From the request form to the account, with what was filled in before."""
    form = visit.form()
    expect(form.box("full_name")).to_have_value(visit.citizen.full_name)
    expect(form.box("phone")).to_have_value(visit.citizen.phone)
    form.send_code()
    form.enter_code(visit.code())
    form.create_account()
    expect(form.heading).to_have_text("Đã tạo tài khoản công dân")
