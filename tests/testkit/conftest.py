"""The kit used as a tester would, with the browser of this machine."""

import pytest

from motcua.testkit.client import Simulator
from tests.e2e import browsers
from tests.testkit.inner_runs import NO_BROWSER


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    return browser_type_launch_args | browsers.launch()


@pytest.fixture(scope="session")
def base_url() -> None:
    """None: addresses come from worlds. pytest 9 warns of the same fixture in pytest-playwright."""


@pytest.fixture
def here(sim_server: Simulator) -> list[str]:
    """Arguments by which a pytest run inside this one uses its simulator.

    Playwright's plugin cannot run inside itself, and these runs open no browser.
    """
    return [*NO_BROWSER, "--sim-url", sim_server.url, "--sim-token", sim_server.token]
