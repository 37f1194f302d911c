"""One whole account creation by HTTP and by browser, and the bare page loads beside each.

Every loop gives back how often a second it went round, its set-up left out.
"""

from collections.abc import Callable
from time import perf_counter

from playwright.sync_api import Browser, Page, sync_playwright

from motcua.testkit.client import Clerk, Simulator
from motcua.testkit.pages import Desk
from motcua.testkit.world import World
from tests.e2e import browsers

ROUNDS = 12
LOADS = 10  # pages that one creation loads


def by_http(url: str, token: str) -> float:
    """The six steps without a browser."""
    worlds = _worlds(url, token)
    return _pace(lambda number: _http_creation(worlds[number]))


def bare_http(url: str, token: str) -> float:
    """As many requests for one small page."""
    sim = Simulator(url, token)
    return _pace(lambda _: [sim.scenarios() for _ in range(LOADS)])


def by_browser(url: str, token: str) -> float:
    """The six steps in a browser, a context of its own for each."""
    worlds = _worlds(url, token)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browsers.launch())  # type: ignore[arg-type]  # keys as Playwright names them
        return _pace(lambda number: _browser_creation(browser, worlds[number]))


def bare_browser(url: str, token: str) -> float:  # noqa: ARG001  # the same shape as the others
    """As many loads of the sign-in page in a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browsers.launch())  # type: ignore[arg-type]  # as above
        return _pace(lambda _: _bare_loads(browser, url))


def ready_for_code(world: World) -> Clerk:
    """A clerk about to press Gửi mã OTP."""
    clerk = world.clerk()
    clerk.sign_in()
    clerk.open_form()
    clerk.look_up()
    clerk.fill()
    clerk.attach(world.document("both.pdf"))
    clerk.download_request_form()
    return clerk


def _worlds(url: str, token: str) -> list[World]:
    sim = Simulator(url, token)
    return [sim.create(seed=seed, citizen="plain") for seed in range(ROUNDS + 1)]


def _pace(go_round: Callable[[int], object]) -> float:
    go_round(ROUNDS)  # warm
    begun = perf_counter()
    for number in range(ROUNDS):
        go_round(number)
    return ROUNDS / (perf_counter() - begun)


def _http_creation(world: World) -> None:
    clerk = ready_for_code(world)
    clerk.send_code()
    clerk.enter_code(world.sms.wait(kind="otp").code or "")
    clerk.create_account()


def _browser_creation(browser: Browser, world: World) -> None:
    page = browser.new_page()
    page.goto(world.urls.desk)
    form = Desk(page).open_portal().sign_in(world.officer).open_accounts().new_form()
    form.look_up(world.citizen.id_number)
    form.fill(world.citizen)
    form.attach(world.document("both.pdf"))
    form.press("Tải xuống")
    form.send_code()
    form.enter_code(world.sms.wait(kind="otp").code or "")
    form.create_account()
    page.context.close()


def _bare_loads(browser: Browser, url: str) -> None:
    page: Page = browser.new_page()
    for _ in range(LOADS):
        page.goto(f"{url}/dang-nhap")
    page.context.close()
