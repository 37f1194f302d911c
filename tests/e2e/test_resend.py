"""The code has run out: the clerk sends another."""

from playwright.sync_api import expect

from tests.e2e.visit import Visit

TOO_LATE = 121


def test_an_old_code_is_refused_with_its_reason_and_a_new_one_is_taken(visit: Visit) -> None:
    visit.inside.freeze(visit.world_id)
    form = visit.hurry_to_code()
    expect(form.code_note).to_contain_text("2 phút 0 giây")
    old = visit.code()

    visit.inside.advance(visit.world_id, TOO_LATE)
    expect(form.code_note).to_contain_text("đã hết")  # the open page follows the world's clock
    expect(form.page.locator("#announce")).to_have_text("Đã hết thời gian.")

    form.enter_code(old)
    form.create_account()
    expect(form.mistakes).to_contain_text("Mã OTP đã quá 2 phút nên hết hiệu lực.")

    form.send_code()
    expect(form.code_note).to_contain_text("Đã gửi mã OTP mới (lần 2)")
    expect(form.code_note).to_contain_text("2 phút 0 giây")
    form.enter_code(old)
    form.create_account()
    expect(form.mistakes).to_contain_text("Đây là mã của tin nhắn trước")

    form.enter_code(visit.code())
    form.create_account()
    expect(form.heading).to_have_text("Đã tạo tài khoản công dân")
