"""The training room: the trainer's board and the pages of those who take part."""

from playwright.sync_api import Locator, expect

from motcua.testkit.pages.screen import Screen


class Board(Screen):
    """Bảng theo dõi."""

    def row(self, name: str) -> Locator:
        return self.page.get_by_role("row").filter(has_text=name)

    @property
    def first_row(self) -> Locator:
        """Whoever needs help most."""
        return self.page.get_by_role("row").nth(1)

    def help(self, name: str) -> "Help":
        self.page.get_by_role("link", name=f"Giúp {name}").click()
        return Help(self.page)


class Help(Screen):
    """Giúp một người, nhiều người hoặc cả lớp."""

    def hint(self, words: str) -> None:
        self.page.get_by_role("textbox", name="Lời gợi ý").fill(words)
        self.page.get_by_role("button", name="Gửi gợi ý").click()
        expect(self.page.get_by_text("Đã gửi tới 1 người")).to_be_visible()

    def trouble(self, words: str) -> None:
        self.page.get_by_role("radio", name=words).check()
        self.page.get_by_role("button", name="Đặt trở ngại").click()
        expect(self.page.get_by_text("Đã gửi tới 1 người")).to_be_visible()


class Tasks(Screen):
    """Bài tập của một buổi."""

    def begin(self, title: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=f"Bắt đầu bài “{title}”").click()
