"""The rounds of the selector contract, one a module; each yields screen after screen."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from playwright.sync_api import Page

from motcua.testkit.pages.screen import Screen
from motcua.testkit.simulator import Simulator
from motcua.testkit.world import World

Screens = Iterator[tuple[str, list[str]]]
OpenPage = Callable[[str], Page]  # in a browser context of its own

SEED = 7
PASSWORD, PASSCODE = "Mau#1234", "246810"
MORNING = datetime(2022, 6, 15, 1, tzinfo=UTC)  # times that stand on controls stay the same

_CONTROL = re.compile(
    r"^\s*- '?((?:button|checkbox|combobox|link|radio|searchbox|spinbutton|switch|tab|textbox)"
    r' ".*?(?<!\\)")',
    re.MULTILINE,
)


def controls(name: str, screen: Screen) -> tuple[str, list[str]]:
    """That screen's controls by role and name, each once, in order."""
    found = _CONTROL.findall(screen.page.locator("body").aria_snapshot())
    return name, list(dict.fromkeys(found))


def vneid_world(simulator: Simulator, citizen: str) -> World:
    """A world about VNeID, its clock standing still."""
    return simulator.create(
        seed=SEED, citizen=citizen, era="2023", topics=["vneid"], frozen_at=MORNING
    )
