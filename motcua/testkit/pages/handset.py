"""The citizen's telephone."""

import re

from playwright.sync_api import Locator, expect

from motcua.testkit.pages.screen import Screen
from motcua.testkit.pages.vneid import Vneid

_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")


class Handset(Screen):
    """What the citizen sees and says; the newest message stands first."""

    @property
    def messages(self) -> Locator:
        """The messages, newest first."""
        return self.main.get_by_role("listitem")

    @property
    def said_aloud(self) -> Locator:
        """The code while the citizen reads it aloud."""
        return self.main.get_by_role("status")

    def read_code(self) -> str:
        """The digits of the newest message, once it is there."""
        self.reload()
        expect(self.messages.first).to_contain_text(_CODE)
        return str(_CODE.findall(self.messages.first.inner_text())[-1])

    def open_message(self) -> None:
        """Read the newest message in large letters."""
        with self.page.expect_navigation():
            self.messages.first.get_by_role("link").click()

    def reload(self) -> None:
        """Tải lại, instead of waiting until the screen does so itself."""
        self.follow("Tải lại")

    def open_vneid(self) -> Vneid:
        """The app, from the home screen."""
        self.follow("VNeID")
        return Vneid(self.page)

    def read_old_phone(self) -> str:
        """The digits on the former telephone, from the home screen; "" when it shows none."""
        self.follow("Máy cũ")
        found = _CODE.search(self.main.inner_text().replace(" ", ""))
        return found.group() if found else ""

    def call_hotline(self) -> None:
        """Gọi điện, from the home screen, and have the account locked."""
        self.follow("Gọi điện")
        self.press("Gọi và nhờ khóa tài khoản")

    def enrol(self, office: str) -> None:
        """Go to the police, from the home screen, and be enrolled; ``office`` as on the link."""
        self.follow(f"Tới {office}")
        self.press("Làm thủ tục")

    def home(self) -> None:
        """Back to the home screen."""
        self.follow("Màn hình chính")
