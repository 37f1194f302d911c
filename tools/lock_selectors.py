"""Write the contract with testers anew: ``python -m tools.lock_selectors``.

The phrases come first, since the walk through the screens says them. A change of
``motcua/testkit/selectors.lock.json`` breaks testers' tests, so it needs a line in
CHANGELOG.md.
"""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from motcua.testkit import phrases, selectors
from motcua.testkit.client import Simulator
from motcua.testkit.shared_office import SharedOffice
from sandbox.phrases import SECTIONS, phrase_book
from tests.e2e import browsers

LOCK = Path(selectors.__file__).with_name(selectors.LOCK)
PHRASES = LOCK.with_name(phrases.LOCK)


def opener(browser: Browser) -> Callable[[str], Page]:
    """Opens each address in a browser context of its own."""

    def open_page(address: str) -> Page:
        page = browser.new_context().new_page()
        page.goto(address)
        return page

    return open_page


def written_phrases() -> str:
    """The text of the phrases' lock file: each phrase in the first section that offers it."""
    offered: dict[str, dict[str, str]] = {title: {} for title in SECTIONS.values()}
    for name, phrase in phrase_book().items():
        offered[SECTIONS[phrase.sections[0]]][name] = phrase.label
    return json.dumps(offered, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Walk the screens of an office made for this, and write down what is there."""
    PHRASES.write_text(written_phrases(), "utf-8")
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
    LOCK.write_text(selectors.lock_text(found), "utf-8")
    print(f"{sum(map(len, found.values()))} controls on {len(found)} screens in {LOCK.name}.")
    print(f"CHANGELOG.md needs a line that names this edition: {selectors.edition(found)}")


if __name__ == "__main__":
    main()
