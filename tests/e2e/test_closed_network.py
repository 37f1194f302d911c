"""The browser of the stories reaches this machine and nothing else."""

import socket

import pytest
from playwright.sync_api import Error, Page

from tests.e2e.watch import Watch


@pytest.mark.parametrize("address", ["http://example.test/", "http://192.0.2.1/"])
def test_the_browser_reaches_no_other_machine(page: Page, watch: Watch, address: str) -> None:
    watch.forgive("ERR_NAME_NOT_RESOLVED")
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto(address)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_the_browser_reaches_this_machine(page: Page, watch: Watch, name: str) -> None:
    watch.forgive("ERR_CONNECTION_REFUSED")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        page.goto(f"http://{name}:{port}/")
