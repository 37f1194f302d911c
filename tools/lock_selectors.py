"""Write the selector contract anew: ``python -m tools.lock_selectors``.

A change of ``motcua/testkit/selectors.lock.json`` breaks testers' tests, so it needs a
line in CHANGELOG.md.
"""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from motcua.testkit import selectors
from motcua.testkit.client import Simulator
from motcua.testkit.shared_office import SharedOffice
from tests.e2e import browsers

LOCK = Path(selectors.__file__).with_name(selectors.LOCK)


def opener(browser: Browser) -> Callable[[str], Page]:
    """Opens each address in a browser context of its own."""

    def open_page(address: str) -> Page:
        page = browser.new_context().new_page()
        page.goto(address)
        return page

    return open_page


def main() -> None:
    """Walk the screens of an office made for this, and write down what is there."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, sync_playwright() as playwright:
        shared = SharedOffice(Path(folder))
        office = shared.enter()
        try:
            simulator = Simulator(office["url"], office["tester_token"], office["accounts"])
            browser = playwright.chromium.launch(**browsers.launch())  # type: ignore[arg-type]  # a plain table
            found = selectors.walk(simulator, opener(browser))
            browser.close()
        finally:
            shared.leave()
    LOCK.write_text(selectors.written(found), "utf-8")
    print(f"{sum(map(len, found.values()))} controls on {len(found)} screens in {LOCK.name}.")
    print(f"CHANGELOG.md needs a line that names this edition: {selectors.edition(found)}")


if __name__ == "__main__":
    main()
