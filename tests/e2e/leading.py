"""A class as its trainer leads it and as those who take part come in."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.pages.classroom import Tasks
from tests.e2e.visit import SMOOTH
from training.scenario import catalogue

TITLE = catalogue()[SMOOTH].title
AN, BINH = "Trần Thị Mẫu An", "Lê Văn Mẫu Bình"


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).first.click()


def plan(page: Page, task: str = TITLE) -> str:
    """Plan a class of one task, open it, and read its code off the screen."""
    page.goto("/buoi-tap")
    page.get_by_role("link", name="Tạo buổi tập").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tạo buổi tập")
    kept = page.get_by_role("button", name="Bỏ phần nhập dở")
    if kept.count():  # another story left it
        press(page, "Bỏ phần nhập dở")
    page.get_by_role("textbox", name="Chủ đề của buổi tập").fill("Tạo tài khoản, tuần 2")
    page.get_by_role("combobox", name="Bài 1").select_option(label=task)
    page.get_by_role("textbox", name="Bắt đầu lúc").fill("0:00")
    page.get_by_role("textbox", name="Kết thúc lúc").fill("23:59")
    press(page, "Tạo buổi tập")
    press(page, "Mở buổi tập")
    code = re.search(r"\d{3} \d{3}", page.get_by_role("region", name="Mã vào").inner_text())
    assert code
    return code[0]


def join(page: Page, code: str) -> Tasks:
    page.goto("/buoi-tap")
    page.get_by_role("link", name="Vào buổi tập bằng mã").click()
    page.get_by_role("textbox", name="Mã buổi tập").fill(code)
    press(page, "Vào buổi tập")
    return Tasks(page)


def end(page: Page) -> None:
    """Close the trainer's newest class, if it is still open."""
    page.goto("/buoi-tap")
    page.get_by_role("link", name="Tạo tài khoản, tuần 2").first.click()
    if page.get_by_role("link", name="Kết thúc").count():
        page.get_by_role("link", name="Kết thúc").click()
        press(page, "Kết thúc buổi tập")
