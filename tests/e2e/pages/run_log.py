"""The log of runs, and the page that tells one run back."""

from playwright.sync_api import Locator

from motcua.testkit.pages.screen import Screen
from web.practice.debrief.words import QUESTIONS


class RunPage(Screen):
    """One run with its marks."""

    def sign(self, **answers: str) -> None:
        """Answer some of the three questions and sign."""
        for question, answer in answers.items():
            self.page.get_by_label(QUESTIONS[question]).fill(answer)
        self.press("Ký lời này")

    @property
    def signed(self) -> Locator:
        """All that was signed about the run."""
        return self.page.get_by_role("region", name="Lời đã ký")

    def try_again(self, finding: str) -> None:
        """Once more from before what that finding speaks of."""
        told = self.to_do_differently.get_by_role("article").filter(has_text=finding)
        with self.page.expect_navigation():
            told.get_by_role("button", name="Làm lại từ trước bước này").click()

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
