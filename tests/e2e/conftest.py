"""Stories on real screens, in a browser that sees nothing but this machine."""

import pytest

from tests.e2e import browsers


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """pytest-playwright's own arguments stay: without them its options would do nothing."""
    return browser_type_launch_args | browsers.launch()


@pytest.fixture(scope="session")
def base_url(pytestconfig: pytest.Config) -> str | None:
    """Where the stories begin; pytest 9 warns of the same fixture in pytest-playwright."""
    chosen: str | None = pytestconfig.getoption("--base-url")
    return chosen
