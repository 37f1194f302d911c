"""A newcomer looks at a whole visit first, then is led through one; both on the real screens."""

from playwright.sync_api import Locator, Page, expect

from motcua.testkit.pages import AccountForm
from sandbox.desk import Say, Scan
from sandbox.mock_dvc import OpenForm, SignIn
from sandbox.people import officer_sign_in
from tests.e2e import hurry
from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tests.e2e.visit import SMOOTH
from training.careful_clerk.account import GOOD_SCAN
from web.practice.runs.runs import Mode


def begun(signed_in: NewContext, inside: Inside, mode: Mode) -> Page:
    """The desk of a new run in that mode."""
    run = inside.start_run("canbo3", SMOOTH, mode)
    page = signed_in("canbo3").new_page()
    page.goto(run.desk)
    return page


def outlined(page: Page) -> Locator:
    """What the coach says to press."""
    return page.locator("[data-coached]")


def away(page: Page) -> bool:
    """Whether the next step is done on another screen."""
    coach = page.get_by_role("region", name="Người hướng dẫn")
    return not coach.locator(".coach-press").is_visible()


def test_a_show_is_watched_to_its_end(signed_in: NewContext, inside: Inside, look: Look) -> None:
    page = begun(signed_in, inside, Mode.SHOW)
    coach = page.get_by_role("region", name="Người hướng dẫn")
    steps, filled = 0, False
    while "/ban/" in page.url:
        expect(coach).to_contain_text("Xem làm mẫu")
        if steps in (0, 8):
            look(page, f"a show after {steps} steps")
        expect(outlined(page)).to_have_count(0 if away(page) else 1)
        if "Nhập theo thẻ, chọn đơn vị" in coach.inner_text() and not away(page):
            filled = True
            expect(page.get_by_role("textbox", name="Họ và tên")).not_to_have_value("")
            expect(outlined(page)).to_have_text("Tải xuống")
            look(page, "a form laid out by a show")
        with page.expect_navigation():
            page.get_by_role("button", name="Xem làm bước này").click()
        steps += 1
    assert filled
    expect(page.get_by_role("heading", name="Nên làm gì tiếp")).to_be_visible()
    expect(page.get_by_role("heading", name="Những chỗ làm tốt")).to_have_count(0)
    assert steps > 12


def test_a_guided_clerk_sees_the_next_step_as_soon_as_one_is_done(
    signed_in: NewContext, inside: Inside, look: Look
) -> None:
    page = begun(signed_in, inside, Mode.GUIDE)
    coach = page.get_by_role("region", name="Người hướng dẫn")
    expect(coach).to_contain_text("Chào công dân và hỏi nhu cầu")
    expect(outlined(page)).to_have_text("Chào và hỏi nhu cầu")
    look(page, "led, first step")
    page.get_by_role("button", name="Chào và hỏi nhu cầu").click()
    expect(coach).to_contain_text("Đăng nhập trang quản trị")
    with page.expect_navigation():
        coach.get_by_role("link", name="Tới trang quản trị").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Đăng nhập")
    expect(coach).to_contain_text("Đăng nhập trang quản trị")
    look(page, "led, on the portal")
    expect(outlined(page)).to_have_attribute("name", "username")
    page.get_by_label("Tên đăng nhập").fill("canbo.mau")
    page.get_by_label("Mật khẩu").focus()
    expect(outlined(page)).to_have_attribute("name", "password")


def test_a_field_that_was_refused_is_outlined_before_one_that_may_stay_empty(
    signed_in: NewContext, inside: Inside
) -> None:
    run = inside.start_run("canbo3", SMOOTH, Mode.GUIDE)
    world = inside.world(run.world_id)
    said = (Say("greet"), Say("ask_phone"), Say("ask_phone_owner"), Say("ask_email"))
    inside.do(run.world_id, *said, *hurry.to_look_up(world), Scan(GOOD_SCAN))
    page = signed_in("canbo3").new_page()
    page.goto(f"{run.desk}/quantri/tai-khoan/1")
    form = AccountForm(page)
    right = hurry.typed(world)
    form.type(full_name=right.full_name, birth_date=right.birth_date, phone=right.phone)
    page.get_by_role("radio").first.check()
    form.press("Tải xuống")
    expect(form.mistakes).to_contain_text("Chưa chọn đơn vị")
    expect(outlined(page)).to_have_attribute("name", "unit")
    dock, bar = (page.locator(each).bounding_box() for each in (".dock", ".coach"))
    assert dock
    assert bar
    assert dock["y"] >= bar["y"] + bar["height"] - 1


def test_the_coach_stays_in_sight_and_never_lies_over_the_field_in_hand(
    signed_in: NewContext, inside: Inside
) -> None:
    run = inside.start_run("canbo3", SMOOTH, Mode.GUIDE)
    inside.do(run.world_id, Say("greet"), SignIn(*officer_sign_in(inside.world(run.world_id).seed)))
    inside.do(run.world_id, OpenForm())
    page = signed_in("canbo3", viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"{run.desk}/quantri/tai-khoan/1")
    upwards = ("Nhập OTP *", "Email", "Họ và tên *", "Số CMND/CCCD *")  # as with Shift+Tab
    for name in upwards:
        field = page.get_by_role("textbox", name=name, exact=True)
        field.focus()
        coach = page.get_by_role("region", name="Người hướng dẫn").bounding_box()
        place = field.bounding_box()
        assert coach
        assert place
        assert 0 <= coach["y"] < 100 or page.evaluate("scrollY") == 0, name
        assert coach["height"] < 844 / 3
        assert place["y"] >= coach["y"] + coach["height"], name
