"""The part of a colleague who plays the citizen."""

from playwright.sync_api import Locator

from motcua.testkit.pages.screen import Screen


class Part(Screen):
    """Lời dặn: what was asked, how to answer, who one is."""

    @property
    def asked(self) -> Locator:
        """What the clerk just said."""
        return self.main.get_by_role("status")

    def answer(self, words: str) -> None:
        self.press(words)
