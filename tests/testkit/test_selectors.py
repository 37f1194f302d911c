"""The selector contract: what testers' tests hold on to does not change unnoticed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from motcua.testkit import selectors
from motcua.testkit.client import Simulator
from tests.repo.house import ROOT
from tools.lock_selectors import PHRASES, written_phrases

HINT = "Selectors changed: run `python -m tools.lock_selectors` and tell testers in CHANGELOG.md."


@pytest.fixture
def open_page(new_context: Callable[..., BrowserContext]) -> Callable[[str], Page]:
    def open_page(address: str) -> Page:
        page = new_context().new_page()
        page.goto(address)
        return page

    return open_page


def test_every_control_is_as_the_contract_says(
    sim_server: Simulator, open_page: Callable[[str], Page]
) -> None:
    assert selectors.walk(sim_server, open_page) == selectors.locked(), HINT


def test_the_phrases_are_those_of_the_office() -> None:
    assert PHRASES.read_text("utf-8") == written_phrases(), HINT


def test_the_changelog_tells_testers_of_this_edition() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert selectors.edition(selectors.locked()) in changes, HINT


def test_every_control_has_a_name() -> None:
    nameless = [
        f"{screen}: {control}"
        for screen, controls in selectors.locked().items()
        for control in controls
        if control.endswith('""')
    ]
    assert nameless == []
