"""Stories on real screens, in a browser that sees nothing but this machine."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e import browsers
from tests.e2e.axe import look_at
from tests.e2e.inside import Inside
from tests.e2e.office import Office
from tests.e2e.visit import SMOOTH, Visit
from tests.e2e.watch import Watch

NewContext = Callable[..., BrowserContext]
# A busy machine may take its time; nothing here says how long a step may last.
expect.set_options(timeout=20_000)
Look = Callable[[Page, str], None]
SCREEN = {"width": 1366, "height": 768}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """pytest-playwright's own arguments stay: without them its options would do nothing."""
    return browser_type_launch_args | browsers.launch()


@pytest.fixture(scope="session")
def browser_context_args(
    browser_context_args: dict[str, object], base_url: str
) -> dict[str, object]:
    """A browser as it stands in a Vietnamese office; other tests may have begun elsewhere."""
    here = {"base_url": base_url, "locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}
    return browser_context_args | here


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = Office(tmp_path_factory.mktemp("office"))
    office.open()
    yield office
    office.close()


@pytest.fixture(scope="session")
def base_url(office: Office) -> str:
    """Where the stories begin."""
    return office.url


@pytest.fixture(scope="session")
def inside(office: Office) -> Iterator[Inside]:
    inside = Inside.of(office.data)
    yield inside
    inside.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    """A story ends well only when the browser had nothing to complain about."""
    watch = Watch()
    yield watch
    assert watch.complaints == []


@pytest.fixture
def new_context(new_context: NewContext, watch: Watch) -> NewContext:
    """pytest-playwright's own, as wide as an office screen unless said otherwise, and watched."""

    def make(**options: Any) -> BrowserContext:
        context = new_context(**{"viewport": SCREEN, **options})
        watch.over(context)
        return context

    return make


@pytest.fixture
def signed_in(new_context: NewContext, inside: Inside, office: Office) -> NewContext:
    """``signed_in("canbo1", viewport=…)``: a browser in which somebody has just signed in."""

    def make(username: str, **options: Any) -> BrowserContext:
        context = new_context(**options)
        token = inside.cookie(username)
        context.add_cookies([{"name": "motcua_session", "value": token, "url": office.url}])
        return context

    return make


@pytest.fixture
def begin(signed_in: NewContext, inside: Inside) -> Callable[..., Visit]:
    """``begin(scenario, viewport=…)``: canbo1 at the desk of a new run."""

    def make(scenario: str = SMOOTH, username: str = "canbo1", **options: Any) -> Visit:
        run = inside.start_run(username, scenario)
        page = signed_in(username, **options).new_page()
        page.goto(run.desk)
        return Visit(page, inside, run)

    return make


@pytest.fixture
def visit(begin: Callable[..., Visit]) -> Visit:
    """A visit where nothing goes wrong by itself."""
    return begin()


@pytest.fixture
def look() -> Iterator[Look]:
    """``look(page, "the form")``: whether everybody can use the screen as it stands."""
    found: list[str] = []
    yield lambda page, what: found.extend(look_at(page, what))
    assert found == []
