"""The desk: the citizen opposite, and the ways to scanner and portal."""

from playwright.sync_api import Locator

from motcua.sandbox.phrases import phrase_book
from motcua.testkit.pages.portal_door import PortalSignIn
from motcua.testkit.pages.scanner import Scanner
from motcua.testkit.pages.screen import Screen


class Desk(Screen):
    """Where a clerk sits."""

    @property
    def talk(self) -> Locator:
        """All that was said."""
        return self.page.get_by_role("log", name="Lời đã nói")

    def say(self, phrase: str) -> None:
        """Say one of the desk's phrases, by its name in the phrase book: ``greet``."""
        self.press_in_place(phrase_book()[phrase].label)

    def ask_hint(self) -> None:
        """Ask what comes next."""
        self.press_in_place("Gợi ý")

    def open_portal(self) -> PortalSignIn:
        """Open the portal, which comes in its own tab."""
        with self.page.context.expect_page() as opened:
            self.page.get_by_role("link", name="Mở trang quản trị (thẻ mới)").click()
        opened.value.wait_for_load_state()
        return PortalSignIn(opened.value)

    def go_to_scanner(self) -> Scanner:
        """Walk to the scanner."""
        self.follow("Máy quét")
        return Scanner(self.page)

    def close_visit(self) -> None:
        """End the visit, and yes to the question whether to."""
        self.ask_to_close()
        self.confirm_closing()

    def ask_to_close(self) -> None:
        """Kết thúc lượt, up to the question."""
        self.follow("Kết thúc lượt")

    def confirm_closing(self) -> None:
        """Yes to the question."""
        self.press("Kết thúc lượt")
