"""The citizen's telephone."""

import re

from playwright.sync_api import Locator, expect

from motcua.testkit.pages.screen import Screen

_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")


class Handset(Screen):
    """What the citizen sees and says; the newest message stands last."""

    @property
    def messages(self) -> Locator:
        """The messages, oldest first."""
        return self.main.get_by_role("listitem")

    @property
    def said_aloud(self) -> Locator:
        """The code while the citizen reads it aloud."""
        return self.main.get_by_role("status")

    def read_code(self) -> str:
        """The digits of the newest message, once it is there."""
        self.reload()
        expect(self.messages.last).to_contain_text(_CODE)
        return str(_CODE.findall(self.messages.last.inner_text())[-1])

    def open_message(self) -> None:
        """Read the newest message in large letters."""
        with self.page.expect_navigation():
            self.messages.last.get_by_role("link").click()

    def reload(self) -> None:
        """Tải lại, instead of waiting until the screen does so itself."""
        self.follow("Tải lại")
