"""The account form pressed button by button, as a clerk works with it and without JavaScript."""

from flask import Flask

from sandbox.citizens import Traits
from sandbox.faults import OrderFault
from sandbox.setup import Setup
from tests.app.at_the_desk import Clerk, clerk_at_desk
from tests.app.browsing import Browser, unchanged, words


def test_a_whole_account_is_made_by_plain_forms(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_code()
    answer = clerk.press("tao", otp=clerk.code())
    assert answer.status_code == 303
    page = words(client.get(answer.location))
    assert "Đã tạo tài khoản công dân" in page
    assert "Mật khẩu đã gửi về điện thoại công dân" in page
    assert clerk.world().portal.accounts[0].details.full_name in page


def test_a_free_number_is_told_and_the_rest_is_kept(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.open_form()
    answer = clerk.press("tra-cuu", ("CCCD.pdf", clerk.scan()), email="")
    assert answer.location.endswith("/tai-khoan/1#ket-qua-tra-cuu")
    page = client.get(answer.location)
    assert "chưa có tài khoản. Anh/chị nhập tiếp" in words(page)
    assert "File đính kèm: CCCD-" in words(page)
    assert f'value="{clerk.right()["phone"]}"' in page.get_data(as_text=True)


def test_a_look_up_tells_what_else_could_not_be_kept(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.open_form()
    answer = clerk.press("tra-cuu", birth_date="31/02/1990", full_name="")
    assert answer.status_code == 422
    assert "chưa có tài khoản. Anh/chị nhập tiếp" in words(answer)
    assert "không có trong lịch" in words(answer)
    assert "Chưa có họ và tên" not in words(answer)
    assert 'value="31/02/1990"' in answer.get_data(as_text=True)


def test_an_existing_account_ends_the_form(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app, Setup(traits=Traits(account=True)))
    clerk.open_form()
    page = client.get(clerk.press("tra-cuu").location)
    assert "đã có tài khoản nên không tạo mới" in words(page)
    assert "TẠO TÀI KHOẢN" not in words(page)
    assert f'href="{clerk.portal}/tai-khoan">Về danh sách' in page.get_data(as_text=True)


def test_nothing_gets_past_an_existing_account(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app, Setup(traits=Traits(account=True)))
    clerk.open_form()
    clerk.press("tra-cuu")
    answer = clerk.press("tao", otp="123456")
    assert answer.status_code == 409
    assert "đã có tài khoản nên không tạo mới" in words(answer)
    assert clerk.world().portal.accounts == ()


def test_the_paper_is_offered_as_pdf_and_word(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_paper()
    assert "Giấy đề nghị đã sẵn sàng: bản PDF hoặc bản Word" in words(client.get(clerk.form))
    pdf = client.get(f"{clerk.form}/giay-de-nghi.pdf")
    assert pdf.data.startswith(b"%PDF")
    assert pdf.headers["Content-Disposition"] == 'attachment; filename="giay-de-nghi-1.pdf"'
    assert client.get(f"{clerk.form}/giay-de-nghi.docx").data.startswith(b"PK")


def test_the_paper_comes_by_itself_once_and_the_page_stays(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.open_form()
    clerk.press("tra-cuu")
    answer = clerk.press("tai-xuong", ("CCCD.pdf", clerk.scan()))
    page = client.get(answer.location)
    assert page.headers["Refresh"] == f"0; url={clerk.form}/giay-de-nghi.pdf"
    assert "Giấy đề nghị đã sẵn sàng" in words(page)
    clerk.say("check_form")
    assert "Refresh" not in client.get(answer.location).headers


def test_there_is_no_paper_before_it_was_asked_for(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_look_up()
    assert client.get(f"{clerk.form}/giay-de-nghi.pdf").status_code == 404
    assert client.get(f"{clerk.form}/giay-de-nghi.exe").status_code == 404


def test_a_change_makes_the_paper_old(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_paper()
    answer = clerk.press("gui-ma", email="")
    assert answer.status_code == 409
    assert "Thông tin đã thay đổi sau lần tải trước" in words(answer)


def test_a_code_is_announced_by_a_masked_number_and_its_end(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_code()
    page = client.get(clerk.form)
    phone = clerk.right()["phone"]
    assert f"Đã gửi mã OTP tới số 0400•••{phone[-3:]}" in words(page)
    assert 'data-countdown="120"' in page.get_data(as_text=True)


def test_a_second_code_is_told_as_new(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_code()
    clerk.press("gui-ma")
    assert "Đã gửi mã OTP mới (lần 2)" in words(client.get(clerk.form))


def test_pressing_twice_makes_one_account_and_no_error(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_code()
    code = clerk.code()
    first, second = clerk.press("tao", otp=code), clerk.press("tao", otp=code)
    assert first.location == second.location
    assert second.status_code == 303
    assert len(clerk.world().portal.accounts) == 1


def test_another_tabs_buttons_lead_to_the_account_too(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_code()
    clerk.press("tao", otp=clerk.code())
    assert clerk.press("gui-ma").location == f"{clerk.portal}/tai-khoan/1"
    assert "Tạo tài khoản thành công" in words(client.get(clerk.form))


def test_cancelling_asks_first_and_keeps_what_was_typed(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_look_up()
    question = clerk.press("huy", email="moi@congdan.test")
    assert "Hủy biểu mẫu này?" in words(question)
    assert 'value="moi@congdan.test"' in question.get_data(as_text=True)
    assert clerk.world().portal.forms[0].is_open


def test_a_cancelled_form_says_so_and_its_code_is_dead(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_code()
    code = clerk.code()
    gone = clerk.press("huy-dong-y")
    assert "Đã hủy biểu mẫu" in words(client.get(gone.location))
    client.get(f"{clerk.portal}/tai-khoan")  # for its token
    answer = clerk.press("tao", otp=code)
    assert answer.status_code == 409
    assert clerk.world().portal.accounts == ()


def test_a_failing_portal_keeps_everything(client: Browser, app: Flask) -> None:
    failing = OrderFault(channel="portal", action="error", what="create")
    clerk = clerk_at_desk(client, app, None, failing)
    clerk.up_to_code()
    first = clerk.press("tao", otp=clerk.code())
    assert first.status_code == 422
    assert "Hệ thống đang bận" in words(first)
    assert clerk.press("tao", otp=clerk.code()).status_code == 303


def test_leaving_and_coming_back_loses_nothing(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_paper()
    page = client.get(clerk.form).get_data(as_text=True)
    shown = [value for value in clerk.right().values() if f'"{value}"' in page]
    assert shown == list(clerk.right().values())


def test_an_unknown_button_is_no_step(client: Browser, app: Flask) -> None:
    clerk: Clerk = clerk_at_desk(client, app)
    clerk.open_form()
    before = clerk.logged()
    with unchanged(client, clerk.form):
        assert clerk.press("xoa-het").status_code == 400
    assert clerk.logged() == before
