"""A trainer's own scenario, from the copy to the class looked back at."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from motcua.testkit.pages import Desk
from tests.e2e.conftest import Look, NewContext
from tests.e2e.leading import AN, TITLE, end, join, plan, press
from tests.e2e.pages.classroom import Board
from tests.e2e.visit import SMOOTH
from training.scenario import catalogue

OWN = "Bài riêng của xã Mẫu Ỷ"


@pytest.fixture
def trainer(signed_in: NewContext) -> Iterator[Page]:
    """The trainer's browser; at the end nothing of the story is left for others to meet."""
    page = signed_in("giangvien").new_page()
    yield page
    end(page)


def written(trainer: Page, look: Look) -> str:
    """Copy, rename, publish; the address of the scenario."""
    trainer.goto("/soan")
    trainer.get_by_label("Chép từ tình huống").select_option(label=TITLE)
    press(trainer, "Chép và bắt đầu sửa")
    page = trainer.url.removesuffix("/sua")
    trainer.get_by_role("textbox", name="Tên tình huống").fill(OWN)
    press(trainer, "Lưu nháp")
    trainer.get_by_role("link", name="Phát hành", exact=True).click()
    expect(trainer.get_by_text("Lượt kiểm tra đạt ở bài này tính vào")).to_be_visible()
    look(trainer, "publishing what counts")
    trainer.get_by_role("textbox", name="Thay đổi gì").fill("Bản đầu của xã")
    press(trainer, "Phát hành")
    look(trainer, "a scenario that counts")
    return page


def test_written_planned_run_in_class_followed_and_looked_back_at(
    trainer: Page, signed_in: NewContext, look: Look
) -> None:
    scenario = written(trainer, look)
    code = plan(trainer, OWN)
    room = trainer.url
    clerk = signed_in("canbo1").new_page()
    join(clerk, code).begin(OWN)
    expect(clerk.get_by_role("heading", level=1)).to_contain_text(OWN)
    Desk(clerk).say("greet")
    trainer.get_by_role("link", name="Bảng theo dõi").click()
    steps = len(catalogue()[SMOOTH].steps)
    expect(Board(trainer).row(AN)).to_contain_text(f"2/{steps}: Đăng nhập trang quản trị")

    trainer.goto(scenario)
    press(trainer, "Ngừng dùng tình huống này")
    trainer.goto(room)
    expect(trainer.get_by_text("không ai bắt đầu lượt mới")).to_be_visible()
    look(trainer, "a class whose task was withdrawn")
    clerk.goto(f"{room}/bai")
    clerk.get_by_role("link", name=f"Làm tiếp bài “{OWN}”").click()
    Desk(clerk).follow("Kết thúc lượt")
    press(clerk, "Kết thúc lượt")

    trainer.get_by_role("link", name="Kết thúc").click()
    press(trainer, "Kết thúc buổi tập")
    trainer.get_by_role("link", name="Nhìn lại cả lớp").click()
    expect(trainer.get_by_text("1 lượt đã kết thúc")).to_be_visible()
    look(trainer, "a class of an own scenario looked back at")
