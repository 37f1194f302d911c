"""A trainer asks for two scenarios until a day; a clerk is reminded and begins."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Look, NewContext


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


@pytest.fixture
def trainer(signed_in: NewContext) -> Page:
    return signed_in("giangvien").new_page()


def test_asked_reminded_and_begun(trainer: Page, signed_in: NewContext, look: Look) -> None:
    trainer.goto("/bai-giao/moi")
    press(trainer, "Giao bài")
    look(trainer, "a new assignment, left empty")
    trainer.get_by_role("textbox", name="Tên bài giao").fill("Ôn đầu năm Đường Nghiễm Ỷ")
    trainer.get_by_role("textbox", name="Trước ngày").fill("31/12/2089")
    trainer.get_by_role("checkbox", name="Công dân quay lại sau một năm").check()
    press(trainer, "Giao bài")
    look(trainer, "an assignment that was just given")

    clerk = signed_in("canbo2").new_page()
    clerk.goto("/")
    expect(clerk.get_by_text("“Ôn đầu năm Đường Nghiễm Ỷ”: đã xong 0 trên 1")).to_be_visible()
    look(clerk, "home with an assignment")
    clerk.goto("/bai-giao")
    look(clerk, "my assignments")
    press(clerk, "Luyện tiếp: Công dân quay lại sau một năm")
    expect(clerk.get_by_role("heading", level=1)).to_contain_text("Công dân quay lại")

    press(trainer, "Thu hồi bài này")
    expect(trainer.get_by_text("Bài này đã thu hồi")).to_be_visible()
    trainer.goto("/bai-giao")
    look(trainer, "assignments of the unit")
