"""The citizen's way into the public portal."""

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from motcua.testkit.pages.screen import Screen


class _Typing(Screen):
    def _type(self, name: str, text: str) -> None:
        self.page.get_by_role("textbox", name=name, exact=True).fill(text)


class PublicPortal(_Typing):
    """Signs in with VNeID or with the portal's own account, up to the account page."""

    @property
    def told(self) -> Locator:
        """What the account page says about the citizen, value by value."""
        return self.main.get_by_role("definition")

    @property
    def qr(self) -> Locator:
        """The picture for the telephone."""
        return self.page.get_by_role("img", name="Mã QR để quét bằng VNeID diễn tập")

    def open_sign_in(self) -> None:
        """[Đăng nhập] on the first page."""
        self.follow("Đăng nhập")

    def sign_in_with_qr(self, scan: Callable[[], object]) -> None:
        """Show the QR code to the telephone; ``scan`` is what happens there."""
        expect(self.qr).to_be_visible()
        scan()
        expect(self.heading).to_have_text("Tiếp tục trên điện thoại")

    def give_number(self, number: str, password: str) -> None:
        """The personal number and the VNeID password."""
        self._type("Số định danh cá nhân", number)
        self._type("Mật khẩu VNeID", password)
        self.press("Đăng nhập")

    def enter_code(self, code: str) -> None:
        """The confirmation code of the newest message."""
        self._type("Nhập mã xác nhận", code)
        self.press("Xác nhận")

    def resend_code(self) -> None:
        """Ask for a new code."""
        self.press("Gửi lại mã")

    def share_consent(self, *, ticked: bool = True) -> None:
        """Tick the consent, unless told not to, and share."""
        self.page.get_by_role("checkbox", name="Tôi đã đọc và hiểu rõ").set_checked(ticked)
        self.press("Xác nhận chia sẻ")

    def confirm_passcode(self, passcode: str) -> None:
        """The six digits, the last screen."""
        self._type("Mật mã", passcode)
        self.press("Xác nhận")

    def choose_another_way(self) -> None:
        """Back to the ways in."""
        self.follow("Chọn cách đăng nhập khác")

    def open_account_sign_in(self) -> None:
        """The portal's own account, in the years when there were such accounts."""
        self.follow("Đăng nhập bằng tài khoản của Cổng")

    def sign_in_with_account(self, number: str, password: str) -> None:
        """The number the account was made for, and its password."""
        self._type("Số CMND/CCCD", number)
        self._type("Mật khẩu của Cổng", password)
        self.press("Đăng nhập")

    def change_password(self, password: str, again: str | None = None) -> None:
        """A password of one's own, twice the same unless told otherwise."""
        self._type("Mật khẩu mới", password)
        self._type("Nhập lại mật khẩu mới", password if again is None else again)
        self.press("Đổi mật khẩu")

    def sign_out(self) -> None:
        """Leave the portal."""
        self.press("Đăng xuất")


class Computer(_Typing):
    """Activates VNeID on the desk's computer, for somebody without a smartphone."""

    def open_activation(self) -> None:
        """VNeID's page, [Kích hoạt tài khoản]."""
        self.follow("Kích hoạt tài khoản")

    def request(self, number: str, phone: str) -> None:
        """Number and phone, [Gửi yêu cầu]."""
        self._type("Số định danh cá nhân", number)
        self._type("Số điện thoại", phone)
        self.press("Gửi yêu cầu")

    def enter_code(self, code: str) -> None:
        """The code of the newest message."""
        self._type("Mã OTP", code)
        self.press("Xác nhận")

    def resend_code(self) -> None:
        """Ask for a new code."""
        self.press("Gửi lại mã")

    def set_password(self, password: str, again: str | None = None) -> None:
        """A password, twice the same unless told otherwise."""
        self._type("Mật khẩu mới", password)
        self._type("Nhập lại mật khẩu", password if again is None else again)
        self.press("Tiếp tục")

    def set_passcode(self, passcode: str, again: str | None = None) -> None:
        """Six digits, twice the same unless told otherwise."""
        self._type("Mật mã mới", passcode)
        self._type("Nhập lại mật mã", passcode if again is None else again)
        self.press("Tiếp tục")

    def answer_questions(self, *answers: str) -> None:
        """Choose a different question for each of the two answers, and finish."""
        for place, (which, answer) in enumerate(zip(("nhất", "hai"), answers, strict=True), 1):
            question = self.page.get_by_role("combobox", name=f"Câu hỏi thứ {which}")
            question.select_option(index=place)
            self._type(f"Trả lời câu thứ {which}", answer)
        self.press("Hoàn tất")

    def open_portal(self) -> PublicPortal:
        """The public portal's door, after the activation."""
        self.follow("Đăng nhập Cổng Dịch vụ công")
        return PublicPortal(self.page)
