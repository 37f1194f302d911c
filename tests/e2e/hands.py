"""Two ways to use a screen: with mouse or finger, and with nothing but the keyboard."""

from pathlib import Path
from typing import Protocol

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as NothingHappened

MOST_STOPS = 200
SOON_MS, AT_LAST_MS = 5_000, 30_000
# Is it the one we look for, and can one see where one is? The handset's frame shows it inside.
_STOP = """target => {
    const here = document.activeElement;
    const seen = here.tagName === "IFRAME" || getComputedStyle(here).outlineStyle !== "none";
    return [here === target, seen || here === document.body, here.outerHTML.slice(0, 80)];
}"""


class Hands(Protocol):
    """What a clerk does to one control."""

    def press(self, control: Locator) -> None: ...

    def write(self, control: Locator, text: str) -> None: ...

    def choose_first(self, control: Locator) -> None: ...

    def attach(self, control: Locator, file: Path) -> None: ...


class Mouse:
    """Mouse, or finger."""

    def press(self, control: Locator) -> None:
        control.click()

    def write(self, control: Locator, text: str) -> None:
        control.fill(text)

    def choose_first(self, control: Locator) -> None:
        control.select_option(index=1)

    def attach(self, control: Locator, file: Path) -> None:
        control.set_input_files(file)


class Counted(Mouse):
    """Counts what it costs: presses, choices and files, and each change to another window."""

    def __init__(self) -> None:
        self.presses = self.changes = 0
        self._window: Page | None = None

    def press(self, control: Locator) -> None:
        self._act(control)
        super().press(control)

    def write(self, control: Locator, text: str) -> None:
        self._act(control, presses=0)
        super().write(control, text)

    def choose_first(self, control: Locator) -> None:
        self._act(control)
        super().choose_first(control)

    def attach(self, control: Locator, file: Path) -> None:
        self._act(control)
        super().attach(control, file)

    def _act(self, control: Locator, presses: int = 1) -> None:
        self.presses += presses
        self.changes += self._window not in (None, control.page)
        self._window = control.page


class Keyboard:
    """Tab from control to control, each stop visible; then Enter, Space, letters and arrows."""

    def press(self, control: Locator) -> None:
        self._go_to(control)
        control.page.keyboard.press("Enter")

    def write(self, control: Locator, text: str) -> None:
        self._go_to(control)
        control.page.keyboard.press("ControlOrMeta+A")
        control.page.keyboard.type(text)

    def choose_first(self, control: Locator) -> None:
        self._go_to(control)
        control.page.keyboard.press("ArrowDown")

    def attach(self, control: Locator, file: Path) -> None:
        self._go_to(control)
        try:
            self._choose(control, file, SOON_MS)
        except NothingHappened:  # a busy browser now and then swallows the key
            self._choose(control, file, AT_LAST_MS)

    def _choose(self, control: Locator, file: Path, patience_ms: int) -> None:
        with control.page.expect_file_chooser(timeout=patience_ms) as chooser:
            control.page.keyboard.press("Space")
        chooser.value.set_files(file)

    def _go_to(self, control: Locator) -> None:
        page, target = control.page, control.element_handle()
        for _ in range(MOST_STOPS):
            arrived, seen, what = page.evaluate(_STOP, target)
            assert seen, f"one cannot see that the focus is on {what}"
            if arrived:
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {control}")
