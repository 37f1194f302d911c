"""An office's first hours: the page that opens it, its people from Excel, its list of people."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from motcua.testkit.pages.screen import Screen
from tests.e2e.pages.sign_in import SignIn

OWN = "bốn từ chẳng liên quan"


class FirstRun(Screen):
    """Mở bộ phận lần đầu."""

    def fill(self, code: str, names: dict[str, str]) -> None:
        """The code, the unit's name, and the people's names by role."""
        self.page.get_by_role("textbox", name="Mã mở lần đầu").fill(code)
        self.page.get_by_role("textbox", name="Tên đơn vị").fill("Xã Mẫu Mới")
        for role, name in names.items():
            self.page.get_by_role("textbox", name=f"Họ và tên {role}").fill(name)

    def open_office(self) -> None:
        self.press("Mở bộ phận")


class Slips(Screen):
    """Phiếu mật khẩu lần đầu, also those of the first three people."""

    def passwords(self) -> dict[str, str]:
        """By name to sign in with."""
        slips = self.page.get_by_role("listitem").filter(has_text="Mật khẩu tạm")
        pairs = [slip.get_by_role("definition").all_inner_texts() for slip in slips.all()]
        return {pair[0]: pair[1] for pair in pairs}

    def cut_off(self) -> list[str]:
        """Slips whose words reach out of them, as the paper would cut them."""
        slips = self.page.get_by_role("listitem").filter(has_text="Mật khẩu tạm")
        return [slip.inner_text() for slip in slips.all() if slip.evaluate(_OVERFLOWS)]


_OVERFLOWS = "el => el.scrollHeight > el.clientHeight + 1 || el.scrollWidth > el.clientWidth + 1"


def first_sign_in(page: Page, username: str, password: str) -> None:
    """With the password of a slip, then with one's own."""
    SignIn(page).sign_in(username, password)
    page.get_by_label("Mật khẩu hiện nay").fill(password)
    page.get_by_label("Mật khẩu mới").fill(OWN)
    Screen(page).press("Đổi mật khẩu")
    page.goto("/")


class People(Screen):
    """Người dùng."""

    def bring_in(self, workbook: Path) -> None:
        """Choose a list; the page that shows it is next."""
        self.page.goto("/quan-tri/nhap-danh-sach")
        self.page.get_by_label("Tệp Excel (.xlsx)").set_input_files(workbook)
        self.press("Xem danh sách")

    def choose(self, *names: str) -> None:
        for name in names:
            self.page.get_by_role("checkbox", name=f"Chọn {name}").check()

    def tasks(self) -> Locator:
        """The lines of what a new office has to do first."""
        region = self.page.get_by_role("region", name="Việc cần làm đầu tiên")
        return region.get_by_role("listitem")

    def expect_done(self, words: str) -> None:
        expect(self.tasks().filter(has_text=words)).to_contain_text("Xong")
