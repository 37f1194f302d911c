"""The log of runs, and the page that tells one run back."""

from playwright.sync_api import Locator

from motcua.testkit.pages.screen import Screen


class RunPage(Screen):
    """One run with its marks."""

    @property
    def result(self) -> Locator:
        return self.page.get_by_role("region", name="Kết quả")

    @property
    def to_do_differently(self) -> Locator:
        return self.page.get_by_role("region", name="Những chỗ nên làm khác")


class RunLog(Screen):
    """Sổ luyện tập."""

    def open(self) -> "RunLog":
        self.page.goto("/so-luyen-tap")
        return self

    def search(self, text: str) -> None:
        self.page.get_by_role("searchbox", name="Tìm theo tên người, tình huống").fill(text)
        self.press("Lọc sổ")

    @property
    def newest(self) -> Locator:
        """The first line below the headings."""
        return self.page.get_by_role("row").nth(1)

    def open_newest(self) -> RunPage:
        with self.page.expect_navigation():
            self.newest.get_by_role("link").click()
        return RunPage(self.page)
