"""TẠO TÀI KHOẢN pressed twice makes one account and no error page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from motcua.testkit.pages import AccountForm
from tests.e2e.visit import Visit

CREATED = "Đã tạo tài khoản công dân"


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_by_a_double_click(begin: Callable[..., Visit], scripts: bool) -> None:
    visit = begin(java_script_enabled=scripts)
    form = visit.hurry_to_code()
    form.enter_code(visit.code())
    form.page.get_by_role("button", name="TẠO TÀI KHOẢN").dblclick()
    expect(form.heading).to_have_text(CREATED)
    one_account(visit)


def test_in_two_tabs(visit: Visit) -> None:
    first = visit.hurry_to_code()
    second = visit.form(visit.context.new_page())
    for form in (first, second):
        form.enter_code(visit.code())
    for form in (first, second):
        form.create_account()
        expect(form.heading).to_have_text(CREATED)
    one_account(visit)


def test_the_form_of_a_finished_account_shows_the_account(visit: Visit) -> None:
    form = visit.hurry_to_code()
    form.enter_code(visit.code())
    form.create_account()
    again: AccountForm = visit.form()
    expect(again.heading).to_have_text(CREATED)
    expect(again.page.get_by_role("button", name="TẠO TÀI KHOẢN", exact=True)).to_have_count(0)


def one_account(visit: Visit) -> None:
    found = visit.accounts_of_the_citizen()
    expect(found).to_have_text("Tìm thấy 1 kết quả")
