"""The smooth run, three times: by keyboard, without JavaScript, and with a phone beside a phone."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, FrameLocator, Locator, Page, expect

from tests.e2e.hands import Counted, Keyboard, Mouse
from tests.e2e.inside import NEWCOMER, Inside
from tests.e2e.pages.run_log import RunLog, RunPage
from tests.e2e.smooth_run import TITLE, BesideTheForm, SmoothRun
from tests.e2e.visit import Visit

NewContext = Callable[..., BrowserContext]
PHONE = {"width": 390, "height": 844}


def without_a_mistake(run: RunPage) -> None:
    expect(run.heading).to_have_text(TITLE)
    expect(run.result).to_contain_text("100 trên 100 điểm")
    expect(run.result).to_contain_text("Anh/chị đã làm đúng quy trình")


def test_by_keyboard_alone_and_the_trainer_finds_the_run_in_the_log(
    new_context: NewContext, signed_in: NewContext, inside: Inside, tmp_path: Path
) -> None:
    page = new_context().new_page()

    def pane_on_the_desk(_: Visit) -> Locator:
        return said_aloud(page.frame_locator("iframe[title='Điện thoại công dân']"))

    run = SmoothRun(page, Keyboard(), inside, tmp_path, pane_on_the_desk)
    without_a_mistake(run.all_of_it(inside.newcomer()))

    log = RunLog(signed_in("giangvien").new_page()).open()
    log.search("ly thi mau mai luot dau tien")
    expect(log.newest).to_contain_text(NEWCOMER)
    expect(log.newest).to_contain_text("100")
    without_a_mistake(log.open_newest())


def test_beside_the_form_it_takes_24_presses_and_2_windows(
    signed_in: NewContext, inside: Inside, tmp_path: Path
) -> None:
    hands = Counted()
    page = signed_in(inside.newcomer()).new_page()
    page.goto("/")

    def pane_beside_the_form(_: Visit) -> Locator:
        return said_aloud(run.page.frame_locator("iframe[title='Điện thoại công dân']"))

    run = BesideTheForm(page, hands, inside, tmp_path, pane_beside_the_form)
    without_a_mistake(run.from_home())
    assert hands.presses <= 24
    assert hands.changes <= 2


def test_without_javascript(new_context: NewContext, inside: Inside, tmp_path: Path) -> None:
    plain = new_context(java_script_enabled=False)
    page = plain.new_page()

    def telephone_in_its_own_tab(visit: Visit) -> Locator:
        return said_aloud(visit.handset(plain.new_page()).page)

    run = BesideTheForm(page, Mouse(), inside, tmp_path, telephone_in_its_own_tab)
    without_a_mistake(run.all_of_it(inside.newcomer()))


def test_on_a_small_screen_with_a_colleagues_telephone_as_the_citizens(
    new_context: NewContext, inside: Inside, tmp_path: Path
) -> None:
    page = new_context(viewport=PHONE, has_touch=True).new_page()
    colleague = new_context(viewport=PHONE, has_touch=True).new_page()

    def colleagues_telephone(_: Visit) -> Locator:
        page.get_by_text("Cho đồng nghiệp đóng vai công dân").click()
        link = page.get_by_role("link", name="Mở điện thoại công dân")
        colleague.goto(link.get_attribute("href") or "")
        return said_aloud(colleague)

    run = SmoothRun(page, Mouse(), inside, tmp_path, colleagues_telephone)
    without_a_mistake(run.all_of_it(inside.newcomer()))


def said_aloud(screen: Page | FrameLocator) -> Locator:
    return screen.get_by_role("status").filter(has_text="Công dân đọc")
