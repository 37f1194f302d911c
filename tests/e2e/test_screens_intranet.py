"""axe, reflow and large letters on every screen of the intranet, mistakes included."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext

from tests.e2e.axe import look_at

NewContext = Callable[..., BrowserContext]


def test_x(signed_in: NewContext) -> None:
    page = signed_in("canbo1").new_page()
    found = []
    for address in (
        "/",
        "/luyen-tap",
        "/so-luyen-tap",
        "/doi-chieu",
        "/mat-khau",
        "/so-luyen-tap?tu_ngay=khong-phai",
    ):
        page.goto(address)
        found += look_at(page, address)
    assert found == []
