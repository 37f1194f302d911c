"""Take the screenshots of the guides again: ``python -m tools.shots`` writes docs/images.

The office is a make-believe one: its clock stands still, its citizen comes from a fixed seed
and its ids count up, so that a picture only changes when its screen does.
"""

import logging
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from flask import Flask
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from werkzeug.serving import make_server

from motcua.web import seed
from motcua.web.app import create_app
from motcua.web.config import Settings
from motcua.web.database import transaction
from motcua.web.start import prepared_database
from tests.app.effects import FixedEffects
from tests.e2e import browsers
from tests.e2e.inside import Inside
from tests.e2e.pages.run_log import RunPage
from tests.e2e.visit import SMOOTH, Visit

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
CLERK, CITIZEN = "canbo1", 12
SCREEN: ViewportSize = {"width": 1366, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
COLOURS = 96
_SCROLL = """heading => {
    const legends = [...document.querySelectorAll("legend")];
    const place = legends.find(each => heading && each.textContent === heading);
    if (place) place.scrollIntoView(); else window.scrollTo(0, 0);
}"""


@dataclass
class Studio:
    """The office, its clock, and a browser to photograph it with."""

    url: str
    effects: FixedEffects
    inside: Inside
    browser: Browser

    def page(self, size: ViewportSize = SCREEN, username: str = CLERK) -> Page:
        """A window in which somebody has signed in; nobody when the name is ""."""
        context = self.browser.new_context(
            base_url=self.url, viewport=size, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh"
        )
        if username:
            token = self.inside.session(username)
            context.add_cookies([{"name": "motcua_session", "value": token, "url": self.url}])
        return context.new_page()

    def visit(self, size: ViewportSize = SCREEN) -> Visit:
        """A clerk at the desk of a new run."""
        run = self.inside.start_run(CLERK, SMOOTH, seed=CITIZEN)
        self.effects.advance(minutes=1, seconds=12)
        return Visit(self.page(size), self.inside, run)


def take(page: Page, name: str, *, height: int = 0, at: str = "") -> None:
    """Write ``docs/images/<name>.png``: the window, higher if wished, from its top or ``at`` on."""
    size = page.viewport_size or SCREEN
    page.set_viewport_size({"width": size["width"], "height": height or size["height"]})
    page.evaluate("() => document.fonts.ready")
    page.evaluate(_SCROLL, at)
    png = page.screenshot(animations="disabled", caret="hide")
    page.set_viewport_size(size)
    with Image.open(BytesIO(png)) as picture:
        few_colours = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few_colours.save(IMAGES / f"{name}.png", optimize=True)


def show_the_way_in(studio: Studio) -> None:
    """Sign-in, home page, the choice of scenarios."""
    door = studio.page(username="")
    door.goto("/dang-nhap")
    take(door, "dang-nhap")
    page = studio.page()
    page.goto("/")
    take(page, "trang-chu")
    page.goto("/luyen-tap")
    take(page, "luyen-tap")


def show_the_visit(studio: Studio) -> Visit:
    """Desk, scanner, portal and telephone, from greeting to account."""
    visit = studio.visit()
    desk = visit.desk()
    for phrase in ("greet", "ask_phone", "ask_email"):
        desk.say(phrase)
    take(visit.desk().page, "tro-chuyen")
    show_the_portal(studio, visit)
    visit.desk().say("ask_code")
    take(visit.desk().page, "ban-lam-viec", height=1120)  # opened anew: the pane shows the code
    show_the_account(studio, visit)
    visit.desk().say("tell_created")
    return visit


def show_the_portal(studio: Studio, visit: Visit) -> None:
    """From the door to a code."""
    door = visit.portal_door()
    take(door.page, "quan-tri-dang-nhap")
    door.sign_in(visit.officer)
    accounts = visit.accounts()
    take(accounts.page, "danh-sach")
    form = accounts.new_form()
    form.look_up(visit.citizen.id_number)
    scanner = visit.scanner()
    scan = scanner.scan()
    take(scanner.page, "may-quet")
    form.fill(visit.citizen)
    form.attach(scan)
    form.press("Tải xuống")
    take(form.page, "bieu-mau", height=1590)
    visit.desk().say("check_form")
    studio.effects.advance(minutes=3)
    form = visit.form()
    form.send_code()
    take(form.page, "ma-otp", at="Xác nhận của công dân")


def show_the_account(studio: Studio, visit: Visit) -> None:
    """The telephone with the code, then the account."""
    handset = visit.handset(studio.page(PHONE, username=""))
    take(handset.page, "dien-thoai")
    small = visit.form(studio.page(PHONE))
    take(small.page, "bieu-mau-nho")
    form = visit.form()
    form.enter_code(visit.code())
    form.create_account()
    take(form.page, "da-tao")


def show_a_mistake(studio: Studio) -> None:
    """A form sent before it was filled in."""
    form = studio.visit().hurry_to_look_up()
    form.press("Tải xuống")
    take(form.page, "con-thieu")


def show_what_follows(studio: Studio, visit: Visit) -> None:
    """The debrief, a step of the run seen again, and the log."""
    studio.effects.advance(minutes=2)
    visit.desk().close_visit()
    RunPage(visit.page).write_nothing()
    take(visit.page, "ket-qua", height=1250)
    visit.page.goto(f"{visit.run.page}/buoc/12")
    take(visit.page, "xem-lai")
    visit.page.goto("/so-luyen-tap")
    take(visit.page, "so-luyen-tap")
    small = studio.page(PHONE)
    small.goto("/luyen-tap")
    take(small, "luyen-tap-nho")


@contextmanager
def office(data: Path, effects: FixedEffects) -> Iterator[Flask]:
    """The app over a new demo office in that folder."""
    settings = Settings(
        data=data,
        database_url=f"sqlite:///{data}/motcua.sqlite3",
        host="127.0.0.1",
        port=8000,
        base_url="http://localhost:8000",
        secret_key="k" * 64,
    )
    with prepared_database(settings) as engine, transaction(engine) as connection:
        seed.plant(connection, effects, "motcua-demo-1")
    app = create_app(settings, effects)
    yield app
    app.extensions["motcua"].engine.dispose()


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Where the app answers meanwhile."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


def main() -> None:
    """Open the office and photograph one visit from sign-in to debrief."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    effects = FixedEffects()
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        app = opened.enter_context(office(folder, effects))
        url = opened.enter_context(served(app))
        playwright = opened.enter_context(sync_playwright())
        browser = playwright.chromium.launch(
            executable_path=browsers.executable(), args=browsers.arguments()
        )
        studio = Studio(url, effects, Inside(app), browser)
        show_the_way_in(studio)
        show_what_follows(studio, show_the_visit(studio))
        show_a_mistake(studio)
        browser.close()


if __name__ == "__main__":
    main()
