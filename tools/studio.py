"""The photographer's studio: an office whose clock stands still, and a browser to look with.

Its citizens come from fixed seeds and its ids count up, so that a picture only changes when its
screen does.
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

from tests.app.effects import FixedEffects
from tests.e2e import browsers
from tests.e2e.inside import Inside
from tests.e2e.visit import SMOOTH, Visit
from web import seed
from web.app import create_app
from web.practice.runs.runs import Mode
from web.shell.config import Settings
from web.shell.database import transaction
from web.start import prepared_database

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
            cookie = self.inside.cookie(username)
            context.add_cookies([{"name": "motcua_session", "value": cookie, "url": self.url}])
        return context.new_page()

    def visit(self, scenario: str = SMOOTH, mode: Mode = Mode.PRACTICE) -> Visit:
        """A clerk at the desk of a new run."""
        run = self.inside.start_run(CLERK, scenario, mode, seed=CITIZEN)
        self.effects.advance(minutes=1, seconds=12)
        return Visit(self.page(), self.inside, run)


def take(page: Page, name: str, *, height: int = 0, at: str = "", stay: bool = False) -> None:
    """Write ``docs/images/<name>.png``: the window, higher if wished, from its top or ``at`` on.

    ``stay``: as far down as it has been scrolled.
    """
    size = page.viewport_size or SCREEN
    page.set_viewport_size({"width": size["width"], "height": height or size["height"]})
    page.evaluate("() => document.fonts.ready")
    if not stay:
        page.evaluate(_SCROLL, at)
    png = page.screenshot(animations="disabled", caret="hide")
    page.set_viewport_size(size)
    with Image.open(BytesIO(png)) as picture:
        few_colours = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few_colours.save(IMAGES / f"{name}.png", optimize=True)


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
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def open_studio() -> Iterator[Studio]:
    """A new office, opened and looked at."""
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
        yield Studio(url, effects, Inside(app), browser)
        browser.close()
