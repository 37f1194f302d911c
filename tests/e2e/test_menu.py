"""The menu: one line for every role on an office screen, folded on a telephone, nothing lost."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Look, NewContext
from tests.e2e.inside import Inside
from tests.e2e.visit import SMOOTH
from web.practice.runs.runs import Mode

PHONE = {"width": 390, "height": 844}
ROLES = ("canbo1", "giangvien", "truongbophan", "giamsat", "quantri")
TALLEST = 56  # px, so that a desk fits below it
ON_A_PHONE = 0.15  # of the height


def menu(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Mục chính")


def unfold(page: Page) -> None:
    page.locator("summary").filter(has_text="Menu").click()


def height(page: Page) -> float:
    box = page.get_by_role("banner").bounding_box()
    assert box
    return box["height"]


@pytest.mark.parametrize("username", ROLES)
@pytest.mark.parametrize("width", [1366, 1280, 1024])
def test_on_an_office_screen_everything_above_a_page_is_one_line(
    signed_in: NewContext, username: str, width: int
) -> None:
    page = signed_in(username, viewport={"width": width, "height": 768}).new_page()
    page.goto("/doi-chieu")
    assert height(page) <= TALLEST
    lines = {link.bounding_box()["y"] for link in menu(page).get_by_role("link").all()}  # type: ignore[index]  # it is visible
    assert len(lines) == 1
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_visible()
    expect(menu(page).get_by_role("link", name="Tra cứu")).to_have_attribute("aria-current", "page")


@pytest.mark.parametrize("username", ROLES)
def test_on_a_telephone_the_menu_folds_and_says_where_one_is(
    signed_in: NewContext, look: Look, username: str
) -> None:
    page = signed_in(username, viewport=PHONE).new_page()
    page.goto("/doi-chieu")
    assert height(page) <= ON_A_PHONE * PHONE["height"]
    expect(page.locator("summary").filter(has_text="Menu")).to_contain_text("Sổ đối chiếu")
    expect(menu(page)).to_be_hidden()
    unfold(page)
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_visible()
    look(page, f"the menu unfolded for {username}")


@pytest.mark.parametrize("options", [{}, {"viewport": PHONE}, {"java_script_enabled": False}])
def test_every_page_of_the_menu_is_two_presses_away(
    signed_in: NewContext, options: dict[str, object]
) -> None:
    page = signed_in("truongbophan", **options).new_page()
    for place, name, heading in (
        ("Luyện tập", "Sổ luyện tập", "Sổ luyện tập"),
        ("Lịch trực", "Ca trực", "Ca trực"),
        ("Đơn vị", "Soạn tình huống", "Soạn tình huống"),
        ("Tra cứu", "Dữ liệu của tôi", "Dữ liệu của tôi"),
    ):
        page.goto("/mat-khau")
        if "viewport" in options:
            unfold(page)
            menu(page).get_by_role("link", name=name, exact=True).click()
        else:
            menu(page).get_by_role("link", name=place, exact=True).click()
            inside = page.get_by_role("navigation", name=f"Trong mục {place}")
            inside.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)


def test_the_menu_unfolds_by_keyboard(signed_in: NewContext) -> None:
    page = signed_in("canbo1", viewport=PHONE).new_page()
    page.goto("/")
    page.get_by_role("link", name="Bàn tập Một cửa").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(menu(page).get_by_role("link", name="Hôm nay")).to_be_focused()


def test_at_a_desk_the_second_row_gives_way(signed_in: NewContext, inside: Inside) -> None:
    run = inside.start_run("canbo1", SMOOTH)
    page = signed_in("canbo1").new_page()
    page.goto(run.desk)
    assert height(page) <= TALLEST
    expect(menu(page).get_by_role("link", name="Luyện tập")).to_have_attribute(
        "aria-current", "true"
    )
    expect(page.get_by_role("navigation", name="Trong mục")).to_have_count(0)


@pytest.mark.parametrize("scenario", [SMOOTH, "vn-01-kich-hoat-tai-quay"])
@pytest.mark.parametrize("mode", [Mode.PRACTICE, Mode.GUIDE])
def test_what_sticks_to_the_top_of_a_desk_covers_no_title_that_is_jumped_to(
    signed_in: NewContext, inside: Inside, scenario: str, mode: Mode
) -> None:
    run = inside.start_run("canbo1", scenario, mode)
    page = signed_in("canbo1", viewport=PHONE).new_page()
    page.goto(run.desk)
    parts = page.get_by_role("navigation", name="Các phần của bàn làm việc")
    for link in parts.get_by_role("link").filter(has_not_text="Bước tiếp").all():
        address = link.get_attribute("href") or ""
        link.click()
        part = page.locator(address)
        expect(part).to_be_in_viewport()
        covered = page.locator(".desk-jump, .coach").evaluate_all(
            "bars => Math.max(...bars.filter(bar => getComputedStyle(bar).position === 'sticky')"
            ".map(bar => bar.getBoundingClientRect().bottom))"
        )
        box = part.bounding_box()
        assert box
        assert box["y"] >= covered, address
