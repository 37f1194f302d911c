"""Where a clerk chooses what to practise."""

from playwright.sync_api import Locator

from motcua.testkit.pages.screen import Screen


class Practice(Screen):
    """Luyện tập."""

    def open(self) -> "Practice":
        self.page.goto("/luyen-tap")
        return self

    def practise(self, title: str) -> Locator:
        """The button that starts this scenario, the next lesson, with hints allowed."""
        return self.page.get_by_role("button", name=f"Luyện tình huống “{title}”")

    def search(self, text: str) -> None:
        self.page.get_by_role("searchbox", name="Tìm tình huống").fill(text)
        self.press("Tìm")

    def unfold(self, group: str) -> None:
        """Show the scenarios about one procedure, or hide them."""
        self.page.get_by_role("heading", name=group, exact=True).click()

    def go_on(self, title: str) -> None:
        """Take up the newest run of this scenario again."""
        self.page.get_by_role("link", name=f"Làm tiếp lượt “{title}”").first.click()
