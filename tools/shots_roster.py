"""The pictures of the guide for desk heads: from the list of people to the paper and the lobby."""

from playwright.sync_api import Locator, Page, ViewportSize

from tools.studio import PHONE, Studio, take

HEAD, AN, BINH = "truongbophan", "canbo1", "canbo2"
WALL: ViewportSize = {"width": 1366, "height": 768}


def show_rosters(studio: Studio) -> None:
    """A month planned and published, then what happens to it."""
    head = studio.page(username=HEAD)
    show_the_office(head)
    published = show_the_planning(head)
    show_the_published(studio, head, published)
    show_what_comes_between(studio, head)
    show_the_lobby(studio, head)


def show_the_office(head: Page) -> None:
    """This week, the people, the calendar, the unit's competencies."""
    head.goto("/lich-truc")
    take(head, "truc-tuan-nay")
    head.goto("/lich-truc/nguoi")
    take(head, "truc-nguoi")
    head.goto("/lich-truc/ngay-lam-viec")
    take(head, "truc-ngay-lam-viec")
    head.goto("/nang-luc-don-vi")
    take(head, "truc-nang-luc", height=1150)


def show_the_planning(head: Page) -> str:
    """The form, a draft with a gap, the gap, two people who changed places; the draft's address."""
    head.goto("/lich-truc/ky/moi")
    take(head, "truc-ky-moi")
    press(head, "Xếp lịch")
    draft = head.url
    head.locator("a.duty-box").first.click()
    with head.expect_navigation():
        head.get_by_role("button", name="Bỏ khỏi buổi này").first.click()
    take(head, "truc-cho-trong", height=1200)
    head.goto(draft)
    take(head, "truc-du-thao", height=1560)
    drag(head)
    take(head, "truc-doi-cho", stay=True)
    head.goto(draft)
    head.get_by_role("checkbox", name="thiếu 1 người").check()
    head.get_by_role("textbox", name="Lý do và cách xử lý").fill("Trưởng bộ phận trực thay.")
    press(head, "Nhận trách nhiệm những chỗ đã chọn")
    press(head, "Ban hành")
    return draft


def drag(head: Page) -> None:
    """Two people of the second week change places, neither of them on duty on the other's day."""
    days = head.locator("details.duty-week").nth(1).locator("[id^=ngay-]")
    first, second = days.nth(0), days.nth(2)
    one = _not_on(first.locator("[data-member]").all(), second.inner_text())
    other = _not_on(second.locator("[data-member]").all(), first.inner_text())
    one.scroll_into_view_if_needed()
    one.hover()
    head.mouse.down()
    box = other.bounding_box() or {"x": 0, "y": 0}
    head.mouse.move(box["x"] + 8, box["y"] + 8, steps=6)
    with head.expect_navigation():
        head.mouse.up()
    head.mouse.move(0, 0)


def _not_on(people: list[Locator], day: str) -> Locator:
    return next(each for each in people if each.inner_text() not in day)


def show_the_published(studio: Studio, head: Page, address: str) -> None:
    """The roster on a telephone, and the paper."""
    small = studio.page(PHONE, username=AN)
    small.goto(address)
    small.locator("#bang").evaluate("heading => heading.scrollIntoView()")
    take(small, "truc-nho", stay=True)
    head.goto(f"{address}/giay")
    take(head, "truc-giay", height=1000)


def show_what_comes_between(studio: Studio, head: Page) -> None:
    """A shift, a swap, leave and a sudden absence, as the head sees them."""
    an, binh = studio.page(username=AN), studio.page(username=BINH)
    an.goto("/ca-truc")
    take(an, "truc-ca-cua-toi")
    ask_binh(an)
    binh.goto("/ca-truc")
    press(binh, "Đồng ý đổi")
    binh.goto("/ca-truc/xin-nghi")
    binh.get_by_role("textbox", name="Nghỉ từ ngày").fill("10/12/2026")
    press(binh, "Gửi đề nghị nghỉ")
    binh.goto("/ca-truc")
    press(binh, "Tôi nghỉ đột xuất")
    head.goto("/ca-truc/can-duyet")
    take(head, "truc-can-duyet", height=1250)
    head.get_by_role("link", name="Xem và quyết định").click()
    take(head, "truc-tim-nguoi-thay")


def ask_binh(an: Page) -> None:
    """The first of An's shifts that can be exchanged with Bình."""
    shifts = an.get_by_role("table", name="Các ca sau đó").get_by_role("link")
    for address in [each.get_attribute("href") or "" for each in shifts.all()]:
        an.goto(address)
        with_binh = an.get_by_role("radio", name="Lê Văn Mẫu Bình")
        if with_binh.count():
            with_binh.first.check()
            press(an, "Gửi đề nghị")
            return


def show_the_lobby(studio: Studio, head: Page) -> None:
    """The screen in the lobby."""
    head.goto("/ca-truc/can-duyet")
    press(head, "Tạo địa chỉ cho màn hình")
    address = head.get_by_role("link", name="/dang-truc/").get_attribute("href")
    wall = studio.page(WALL, username="")
    wall.goto(address or "")
    take(wall, "truc-sanh")


def press(page: Page, name: str) -> None:
    """Press the first button of that name and come to the next page."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).first.click()
