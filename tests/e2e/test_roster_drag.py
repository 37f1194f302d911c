"""A roster by weeks: folded on a telephone; people are dragged from slot to slot by mouse."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Look, NewContext

PHONE = {"width": 390, "height": 844}
MONDAY, TUESDAY, NEXT_MONDAY = "2031-03-03", "2031-03-04", "2031-03-10"


@pytest.fixture(scope="module")
def drafts() -> dict[str, str]:
    """The draft's address, once it is planned."""
    return {}


@pytest.fixture
def draft(signed_in: NewContext, drafts: dict[str, str]) -> Page:
    """The head looks at two weeks, years from now so that no other story plans them."""
    page = signed_in("truongbophan").new_page()
    if not drafts:
        page.goto("/lich-truc/ky/moi")
        page.get_by_role("textbox", name="Từ ngày").first.fill("03/03/2031")
        page.get_by_role("textbox", name="Đến hết ngày", exact=True).fill("14/03/2031")
        with page.expect_navigation():
            page.get_by_role("button", name="Xếp lịch").click()
        drafts["page"] = page.url
    page.goto(drafts["page"])
    return page


def names(page: Page, day: str) -> Locator:
    """Those who can be dragged on that day."""
    return page.locator(f"#ngay-{day} [data-member]")


def strangers(page: Page) -> tuple[Locator, Locator]:
    """Somebody of Monday and somebody of Tuesday, neither on duty on the other's day."""
    texts = [page.locator(f"#ngay-{day}").inner_text() for day in (MONDAY, TUESDAY)]
    one = [each for each in names(page, MONDAY).all() if each.inner_text() not in texts[1]]
    two = [each for each in names(page, TUESDAY).all() if each.inner_text() not in texts[0]]
    return one[-1], two[-1]


def lift(page: Page, who: Locator, onto: Locator) -> None:
    """Take a name with the mouse, and hold it over another place."""
    who.scroll_into_view_if_needed()
    who.hover()
    page.mouse.down()
    box = onto.bounding_box()
    assert box
    page.mouse.move(box["x"] + 8, box["y"] + 8, steps=6)


def let_go(page: Page) -> None:
    with page.expect_navigation():
        page.mouse.up()


def test_two_people_change_places_and_back(draft: Page, look: Look) -> None:
    one, other = strangers(draft)
    first, second = one.inner_text(), other.inner_text()
    lift(draft, one, other)
    expect(draft.locator(".duty-dragged")).to_contain_text(f"{first}: đổi chỗ với {second}")
    look(draft, "a name held over another")
    let_go(draft)
    expect(draft).to_have_url(re.compile(f"#ngay-{TUESDAY}$"))
    expect(names(draft, MONDAY).filter(has_text=second)).to_have_count(1)
    expect(names(draft, TUESDAY).filter(has_text=first)).to_have_count(1)
    told = draft.locator("#vua-doi")
    expect(told).to_be_focused()
    expect(told).to_be_in_viewport()
    look(draft, "a draft in which two have changed places")
    with draft.expect_navigation():
        draft.get_by_role("button", name="Hoàn tác").click()
    expect(names(draft, MONDAY).filter(has_text=first)).to_have_count(1)
    expect(names(draft, TUESDAY).filter(has_text=second)).to_have_count(1)


def test_escape_and_the_place_it_came_from_change_nothing(draft: Page) -> None:
    one, other = names(draft, MONDAY).last, names(draft, TUESDAY).last
    lift(draft, one, other)
    draft.keyboard.press("Escape")
    expect(draft.locator(".duty-dragged")).to_have_count(0)
    draft.mouse.up()
    lift(draft, one, draft.get_by_role("heading", name="Cả kỳ, từng tuần"))
    draft.mouse.up()
    expect(draft.get_by_role("status").last).to_contain_text("ở lại chỗ cũ")
    expect(draft.locator("#vua-doi")).to_have_count(0)
    one.click()  # a press without a drag is still the way to pick
    expect(draft.get_by_role("heading", name="Người trực được")).to_be_visible()


def test_what_the_rules_forbid_is_refused_in_words(draft: Page, look: Look) -> None:
    tuesday = draft.locator(f"#ngay-{TUESDAY} .duty-half").first
    post, desk = tuesday.locator("[data-slot]").first, tuesday.locator("[data-slot]").last
    rest = draft.locator(f"#ngay-{TUESDAY} ~ td").or_(draft.locator(f"#ngay-{MONDAY}"))
    members = desk.locator("[data-member]").all_inner_texts()
    found = [rest.locator("[data-member]", has_text=each) for each in members]
    again = next(each.first for each in found if each.count())
    name = again.inner_text()
    lift(draft, again, post.locator("[data-member]").first)
    let_go(draft)
    refused = draft.get_by_role("alert").first
    expect(refused).to_contain_text(f"{name} đã trực ở nơi khác")
    look(draft, "a drop that was refused")


def test_a_telephone_starts_with_one_week_and_never_drags(
    draft: Page, signed_in: NewContext
) -> None:
    phone = signed_in("truongbophan", viewport=PHONE, has_touch=True, is_mobile=True).new_page()
    phone.goto(draft.url)
    weeks = phone.locator("details.duty-week")
    expect(weeks).to_have_count(2)
    assert [week.get_attribute("open") is not None for week in weeks.all()] == [True, False]
    phone.get_by_role("navigation", name="Đến tuần").get_by_role("link").last.tap()
    expect(names(phone, NEXT_MONDAY).first).to_be_visible()
    expect(phone.locator("[data-drag-hint]")).to_be_hidden()
    heights = phone.locator("a.duty-box:visible, .jumps a:visible, summary:visible").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
