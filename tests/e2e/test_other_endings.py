"""Visits that rightly end without a new account."""

from collections.abc import Callable

from playwright.sync_api import expect

from motcua.testkit.pages import Desk
from tests.e2e.pages.run_log import RunPage
from tests.e2e.visit import Visit


def test_the_citizen_has_an_account_is_told_so_and_nothing_is_made(
    begin: Callable[..., Visit],
) -> None:
    visit = begin("tk-02-da-co-tai-khoan")
    visit.desk().say("greet")
    form = visit.hurry_to_form()
    form.look_up(visit.citizen.id_number)
    expect(form.heading).to_have_text("Công dân đã có tài khoản")
    expect(form.page.get_by_role("main")).to_contain_text("Anh/chị thông báo cho công dân biết.")
    expect(form.page.get_by_role("button", name="Gửi mã OTP")).to_have_count(0)

    desk = visit.desk()
    desk.say("tell_exists")
    full_marks(desk)


def test_the_citizen_leaves_and_the_form_is_cancelled(begin: Callable[..., Visit]) -> None:
    visit = begin("tk-14-cong-dan-bo-ve")
    desk = visit.desk()
    for phrase in ("greet", "ask_phone", "ask_phone_owner"):
        desk.say(phrase)
    visit.hurry_to_paper()
    desk = visit.desk()
    desk.say("check_form")
    form = visit.form()
    form.send_code()
    expect(visit.desk().talk).to_contain_text("Công dân đã đứng dậy rời quầy.")

    form = visit.form()
    form.cancel()
    expect(form.heading).to_have_text("Đã hủy biểu mẫu")
    expect(visit.accounts_of_the_citizen()).to_have_text("Tìm thấy 0 kết quả")
    full_marks(visit.desk())


def test_no_to_the_question_keeps_the_form(visit: Visit) -> None:
    form = visit.hurry_to_code()
    form.press("HỦY")
    expect(form.page.get_by_role("alert")).to_contain_text("Hủy biểu mẫu này?")
    form.enter_code(visit.code())
    form.create_account()
    expect(form.heading).to_have_text("Đã tạo tài khoản công dân")


def full_marks(desk: Desk) -> None:
    desk.close_visit()
    run = RunPage(desk.page)
    expect(run.result).to_contain_text("100 trên 100 điểm")
