"""Where the intranet begins."""

from playwright.sync_api import Locator

from motcua.testkit.pages.screen import Screen


class SignIn(Screen):
    """Đăng nhập."""

    def open(self) -> "SignIn":
        self.page.goto("/dang-nhap")
        return self

    @property
    def username(self) -> Locator:
        return self.page.get_by_role("textbox", name="Tên đăng nhập")

    @property
    def password(self) -> Locator:
        return self.page.get_by_label("Mật khẩu")

    def sign_in(self, username: str, password: str) -> None:
        self.username.fill(username)
        self.password.fill(password)
        self.press("Đăng nhập")
