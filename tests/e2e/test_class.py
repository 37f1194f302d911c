"""A class from plan to end: a trainer and two trainees, each in a browser of their own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from motcua.testkit.pages import Desk
from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tests.e2e.leading import AN, BINH, TITLE, end, join, plan, press
from tests.e2e.pages.classroom import Board, Tasks
from tests.e2e.pages.run_log import RunPage
from tests.e2e.visit import Visit


def is_paused(visit: Visit) -> bool:
    return visit.world.clock.frozen_at is not None


@pytest.fixture
def trainer(signed_in: NewContext) -> Iterator[Page]:
    """The trainer's browser; whatever happens, their class is closed at the end."""
    page = signed_in("giangvien").new_page()
    yield page
    end(page)


def be_refused_twice(visit: Visit) -> None:
    """At the portal's door, with a password that is not on the card."""
    door = visit.portal_door().page
    for _ in range(2):
        door.get_by_role("textbox", name="Tên đăng nhập").fill("sai")
        door.get_by_label("Mật khẩu").fill("sai")
        door.get_by_role("button", name="Đăng nhập").click()
        expect(door.get_by_role("alert")).to_be_visible()


def test_the_board_shows_who_is_stuck_and_help_reaches_them(
    trainer: Page, signed_in: NewContext, inside: Inside
) -> None:
    code = plan(trainer)
    an, binh = (signed_in(each).new_page() for each in ("canbo1", "canbo2"))
    for page in (an, binh):
        join(page, code).begin(TITLE)
    trainer.get_by_role("link", name="Bảng theo dõi").click()
    board = Board(trainer)
    expect(board.row(AN)).to_contain_text("Đang làm")

    stuck = Visit.at(binh, inside)
    be_refused_twice(stuck)
    expect(board.row(BINH)).to_contain_text("Lặp lại cùng một lỗi")
    expect(board.first_row).to_contain_text(BINH)

    board.help(BINH).hint("Tên và mật khẩu ở trên thẻ cán bộ.")
    stuck.desk()
    expect(Desk(binh).talk).to_contain_text("Giảng viên gợi ý: Tên và mật khẩu ở trên thẻ cán bộ.")
    board.help(BINH).trouble("Tin nhắn kế tiếp bị thất lạc")

    press(trainer, "Tạm dừng")
    assert is_paused(stuck)
    an.goto("/")
    expect(an.get_by_text("buổi tập đang tạm dừng")).to_be_visible()
    press(trainer, "Cho làm tiếp")
    assert not is_paused(stuck)

    trainer.get_by_role("link", name="Kết thúc").click()
    press(trainer, "Kết thúc buổi tập")
    an.goto("/buoi-tap")
    an.get_by_role("link", name="Tạo tài khoản, tuần 2").first.click()
    expect(an.get_by_text("Buổi tập đã kết thúc")).to_be_visible()
    an.get_by_role("link", name="Xem lại lượt đã dừng").click()
    expect(an.get_by_text("Lượt này dừng do buổi tập kết thúc")).to_be_visible()
    expect(RunPage(an).result).to_have_count(0)


def test_the_screen_of_a_trainee_is_followed_as_it_changes(
    trainer: Page, signed_in: NewContext
) -> None:
    code = plan(trainer)
    clerk = signed_in("canbo1").new_page()
    join(clerk, code).begin(TITLE)
    trainer.get_by_role("link", name="Bảng theo dõi").click()
    trainer.get_by_role("link", name=f"Xem màn hình của {AN}").click()
    expect(trainer.get_by_role("heading", level=1)).to_have_text(f"Theo dõi {AN}")
    Desk(clerk).say("greet")
    expect(trainer.get_by_role("region", name="Trao đổi tại bàn")).to_contain_text("Công dân:")


def test_a_row_stays_under_the_finger_until_the_trainer_sorts(
    trainer: Page, signed_in: NewContext, inside: Inside
) -> None:
    code = plan(trainer)
    runs = []
    for username in ("canbo1", "canbo2"):
        page = signed_in(username).new_page()
        join(page, code).begin(TITLE)
        runs.append(Visit.at(page, inside))
    trainer.get_by_role("link", name="Bảng theo dõi").click()
    board = Board(trainer)
    link = trainer.get_by_role("link", name=f"Giúp {AN}")
    link.focus()
    inside.advance(runs[1].world_id, 400)
    expect(board.row(BINH)).to_contain_text("Cần giúp")
    expect(board.first_row).to_contain_text(AN)
    expect(link).to_be_focused()
    trainer.get_by_role("button", name="Sắp xếp lại").click()
    expect(board.first_row).to_contain_text(BINH)


def test_everybody_can_use_every_screen_of_a_class(
    trainer: Page, signed_in: NewContext, look: Look
) -> None:
    look_at_the_plan(trainer, look)
    code = plan(trainer)
    look(trainer, "a class that is open")
    page = trainer.url
    clerk = signed_in("canbo1").new_page()
    clerk.goto("/buoi-tap/vao")
    look(clerk, "join")
    press(clerk, "Vào buổi tập")
    look(clerk, "join without a code")
    join(clerk, code)
    look(clerk, "tasks")
    Tasks(clerk).begin(TITLE)
    for rest in ("/bang", "/man-chieu", "/giup", "/ket-thuc", "/sua"):
        trainer.goto(page + rest)
        look(trainer, f"class{rest}")
    trainer.goto(f"{page}/giup")
    press(trainer, "Đặt trở ngại")
    look(trainer, "help without a choice")
    trainer.goto(f"{page}/bang")
    trainer.get_by_role("link", name=f"Xem màn hình của {AN}").click()
    look(trainer, "a screen followed")
    trainer.goto(page)
    press(trainer, "Tạm dừng")
    look(trainer, "a class that is paused")
    clerk.goto(f"{page}/bai")
    look(clerk, "tasks while paused")
    for address in ("/buoi-tap", "/"):
        trainer.goto(address)
        look(trainer, f"{address} with a class")


def look_at_the_plan(page: Page, look: Look) -> None:
    page.goto("/buoi-tap/tao")
    look(page, "new class")
    page.get_by_role("textbox", name="Ngày").fill("hôm qua")
    press(page, "Tạo buổi tập")
    look(page, "new class with mistakes")
