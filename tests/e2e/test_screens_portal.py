"""Everybody can use the pretend portal, whatever it answers."""

from collections.abc import Callable

from tests.e2e.conftest import Look
from tests.e2e.visit import Visit

TOO_LATE = 121


def test_the_door_and_the_menu(visit: Visit, look: Look) -> None:
    door = visit.portal_door()
    look(door.page, "portal door")
    door.sign_in(visit.officer.model_copy(update={"password": "sai"}))
    look(door.page, "portal door, wrong")
    door.sign_in(visit.officer)
    look(door.page, "portal menu")


def test_the_list(visit: Visit, look: Look) -> None:
    visit.hurry_to_form()
    accounts = visit.accounts()
    look(accounts.page, "list")
    accounts.search(name="Không ai tên thế này", since="31/02/2022", until="hôm nay")
    look(accounts.page, "list, mistakes")
    visit.accounts().search(id_number="000399999999")
    look(accounts.page, "list, nothing found")


def test_the_form_up_to_the_paper(visit: Visit, look: Look) -> None:
    form = visit.hurry_to_form()
    look(form.page, "form, empty")
    form.press("Tra cứu")
    look(form.page, "form, look-up without number")
    form.look_up(visit.citizen.id_number)
    look(form.page, "form, number free")
    form.press("Tải xuống")
    look(form.page, "form, all mistakes")
    form.fill(visit.citizen)
    form.attach(visit.scanner().scan())
    form.press("Tải xuống")
    look(form.page, "form, paper ready")


def test_the_form_up_to_the_account(visit: Visit, look: Look) -> None:
    form = visit.hurry_to_paper()
    form.create_account()
    look(form.page, "form, account before code")
    form.send_code()
    look(form.page, "form, code sent")
    form.enter_code("000000" if visit.code() != "000000" else "111111")
    form.create_account()
    look(form.page, "form, wrong code")
    visit.inside.advance(visit.world_id, TOO_LATE)
    look(visit.form().page, "form, code expired")
    form.send_code()
    form.enter_code(visit.code())
    form.create_account()
    look(form.page, "account created")


def test_the_form_given_up(visit: Visit, look: Look) -> None:
    form = visit.hurry_to_code()
    stale = visit.form(visit.context.new_page())
    form.press("HỦY")
    look(form.page, "form, whether to cancel")
    form.press("Đồng ý hủy")
    look(form.page, "form cancelled")
    stale.press("Gửi mã OTP")
    look(stale.page, "a step on a cancelled form")


def test_an_account_that_is_there_already(begin: Callable[..., Visit], look: Look) -> None:
    visit = begin("tk-02-da-co-tai-khoan")
    form = visit.hurry_to_form()
    form.look_up(visit.citizen.id_number)
    look(form.page, "account exists")
