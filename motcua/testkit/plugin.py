"""The pytest plugin ``motcua``: a world of its own for every test.

Loaded by every pytest run in an environment that has motcua, so it imports nothing
heavy before a test asks for one of its fixtures.
"""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from motcua.testkit.failure_report import FAILED, WORLDS, end_worlds, report_worlds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

    from motcua.testkit.client import AtTheDesk, Clock, Faults, MakeWorld, Simulator, Sms, World
    from motcua.testkit.models import Score

_PHONE = {"width": 390, "height": 844}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Which simulator to use."""
    group = parser.getgroup("motcua")
    group.addoption("--sim-url", help="a running simulator; without it one is started")
    group.addoption(
        "--sim-token",
        default=os.environ.get("MOTCUA_TESTER_TOKEN", ""),
        help="its tester token; MOTCUA_TESTER_TOKEN unless given",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    wishes = "scenario=, seed=, citizen=, frozen_at=, era=, ttl_s=, topics=, vneid="
    config.addinivalue_line("markers", f"world({wishes}): what the test's world is made of")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
    call: pytest.CallInfo[None],  # noqa: ARG001  # the hook's own signature
) -> Iterator[None]:
    """Remember a failure, and tell where its worlds can be looked at."""
    report: pytest.TestReport = yield  # type: ignore[assignment]  # what a wrapper is sent
    if report.failed:
        item.stash[FAILED] = True
        report_worlds(item, report)
    return report  # type: ignore[return-value]  # what a wrapper hands on


@pytest.fixture(scope="session")
def sim_server(
    pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Simulator]:
    """The simulator: that of ``--sim-url``, else one for all processes of this run."""
    from motcua.testkit.client import Simulator  # noqa: PLC0415  # not before it is needed
    from motcua.testkit.shared_office import SharedOffice  # noqa: PLC0415  # not before it is needed

    if url := pytestconfig.getoption("--sim-url"):
        yield Simulator(url, pytestconfig.getoption("--sim-token"))
        return
    own = tmp_path_factory.getbasetemp()
    shared = SharedOffice((own.parent if hasattr(pytestconfig, "workerinput") else own) / "motcua")
    office = shared.enter()
    try:
        yield Simulator(office["url"], office["tester_token"], office["accounts"], shared.data)
    finally:
        shared.leave()


@pytest.fixture
def make_world(request: pytest.FixtureRequest, sim_server: Simulator) -> Iterator[MakeWorld]:
    """Make worlds: ``make_world(scenario=…, seed=…)``. They end with the test."""
    worlds = request.node.stash.setdefault(WORLDS, [])

    def make(**wishes: Any) -> World:
        world = sim_server.create(**{"seed": _seed(request.node.nodeid), **wishes})
        worlds.append(world)
        return world

    yield make
    if not request.node.stash.get(FAILED, False):
        end_worlds(worlds)


def _seed(nodeid: str) -> int:
    """Another one for each test, and the same on every machine."""
    return zlib.crc32(nodeid.encode())


@pytest.fixture
def world(request: pytest.FixtureRequest, make_world: MakeWorld) -> World:
    """This test's world, as ``@pytest.mark.world(…)`` wishes."""
    marker = request.node.get_closest_marker("world")
    return make_world(**(marker.kwargs if marker else {}))


@pytest.fixture
def clock(world: World) -> Clock:
    """The world's clock; the browsers of ``officer_page`` and ``citizen_phone`` keep step."""
    return world.clock


@pytest.fixture
def sms(world: World) -> Sms:
    """The world's text messages."""
    return world.sms


@pytest.fixture
def faults(world: World) -> Faults:
    """Trouble to order. What never strikes is an error at the end of the test."""
    return world.faults


@pytest.fixture
def citizen(world: World) -> AtTheDesk:
    """The citizen at the desk, as they truly are, and what they do on their side."""
    return world.citizen


@pytest.fixture
def score(world: World) -> Callable[[], Score]:
    """The marks so far: ``score().points``."""
    return world.score


@pytest.fixture
def officer_page(world: World, new_context: Callable[..., BrowserContext]) -> Page:
    """A browser page at the desk."""
    return _open(world, new_context(), world.urls.desk)


@pytest.fixture
def citizen_phone(world: World, new_context: Callable[..., BrowserContext]) -> Page:
    """The citizen's telephone: a page in a browser context of its own, as large as a phone."""
    return _open(world, new_context(viewport=_PHONE, has_touch=True), world.urls.handset)


def _open(world: World, context: BrowserContext, address: str) -> Page:
    context.clock.install()
    world.clock.followed_by(lambda seconds: context.clock.fast_forward(round(seconds * 1000)))
    page = context.new_page()
    page.goto(address)
    return page
