"""A newcomer looks at a whole visit first, then is led through one; both on the real screens."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tests.e2e.visit import SMOOTH
from web.practice.runs.runs import Mode


def begun(signed_in: NewContext, inside: Inside, mode: Mode) -> Page:
    """The desk of a new run in that mode."""
    run = inside.start_run("canbo3", SMOOTH, mode)
    page = signed_in("canbo3").new_page()
    page.goto(run.desk)
    return page


def test_a_show_is_watched_to_its_end(signed_in: NewContext, inside: Inside, look: Look) -> None:
    page = begun(signed_in, inside, Mode.SHOW)
    coach = page.get_by_role("region", name="Người hướng dẫn")
    steps = 0
    while page.get_by_role("button", name="Xem làm bước này").count():
        expect(coach).to_contain_text("Xem làm mẫu")
        if steps in (0, 8):
            look(page, f"a show after {steps} steps")
        with page.expect_navigation():
            page.get_by_role("button", name="Xem làm bước này").click()
        steps += 1
    expect(page.get_by_role("heading", name="Nên làm gì tiếp")).to_be_visible()
    expect(page.get_by_role("heading", name="Những chỗ làm tốt")).to_have_count(0)
    assert steps > 12


def test_a_guided_clerk_sees_the_next_step_as_soon_as_one_is_done(
    signed_in: NewContext, inside: Inside, look: Look
) -> None:
    page = begun(signed_in, inside, Mode.GUIDE)
    coach = page.get_by_role("region", name="Người hướng dẫn")
    expect(coach).to_contain_text("Chào công dân và hỏi nhu cầu")
    look(page, "led, first step")
    page.get_by_role("button", name="Chào và hỏi nhu cầu").click()
    expect(coach).to_contain_text("Đăng nhập trang quản trị")
    with page.expect_navigation():
        coach.get_by_role("link", name="Tới trang quản trị").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Đăng nhập")
    expect(coach).to_contain_text("Đăng nhập trang quản trị")
    look(page, "led, on the portal")
