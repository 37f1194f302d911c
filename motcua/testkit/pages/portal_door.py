"""The portal's door and its menu."""

from motcua.testkit.models import Officer
from motcua.testkit.pages.account_list import AccountList
from motcua.testkit.pages.screen import Screen


class PortalSignIn(Screen):
    """Where the portal asks for the officer's account."""

    def sign_in(self, officer: Officer) -> "PortalHome":
        """Sign in; with a wrong account the same screen says so."""
        self.page.get_by_role("textbox", name="Tên đăng nhập").fill(officer.username)
        self.page.get_by_label("Mật khẩu").fill(officer.password)
        self.press("Đăng nhập")
        return PortalHome(self.page)


class PortalHome(Screen):
    """The menu."""

    def open_accounts(self) -> AccountList:
        """Quản trị hệ thống › Tạo tài khoản công dân."""
        self.follow("Tạo tài khoản công dân")
        return AccountList(self.page)

    def sign_out(self) -> None:
        """Leave the portal."""
        self.press("Thoát")
