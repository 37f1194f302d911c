"""VNeID on the citizen's telephone."""

from playwright.sync_api import Locator

from motcua.testkit.pages.screen import Screen

_READ_CHIP = ("Đọc chip bằng NFC", "Xác thực NFC bằng thẻ gắn chip")


class Vneid(Screen):
    """The app, at whichever screen is in front; texts are typed as given, right or wrong."""

    @property
    def news(self) -> Locator:
        """The newest message, while the telephone shows it above the app."""
        return self.main.get_by_role("status")

    def reload(self) -> None:
        """Tải lại, instead of waiting until the screen does so itself."""
        self.follow("Tải lại")

    def back(self) -> None:
        """Leave the screen for the one before it."""
        self.follow("Quay lại")

    def understood(self) -> None:
        """Read what is said and go on."""
        self.follow("Đã hiểu")

    # Registering for level 1

    def register(self, number: str, phone: str) -> None:
        """Begin a registration."""
        self._open("Đăng ký tài khoản mức 1")
        self._type(**{"Số định danh cá nhân": number, "Số điện thoại": phone})
        self.press("Đăng ký")

    def begin_reading(self) -> None:
        """Say that the notes before the card are understood."""
        self.follow("Tôi đã hiểu")

    def read_chip(self) -> None:
        """Hold the card to the telephone, for a registration or on a new telephone."""
        shown = [name for name in _READ_CHIP if self._button(name).count()]
        self.press(shown[0])

    def read_qr(self) -> None:
        """Take a picture of the card's QR code."""
        self.press("Quét mã QR trên thẻ")

    def take_face(self) -> None:
        """Look into the drawn camera."""
        self.press("Chụp ảnh")

    def send(self) -> None:
        """Send the registration."""
        self.press("Gửi đăng ký")

    # Activating, and what other tasks ask for as well

    def request_activation(self, number: str, phone: str) -> None:
        """Kích hoạt, and Gửi yêu cầu."""
        self._open("Kích hoạt", "Kích hoạt tài khoản")
        self._type(**{"Số định danh cá nhân": number, "Số điện thoại": phone})
        self.press("Gửi yêu cầu")

    def enter_code(self, code: str) -> None:
        """Type the one-time code."""
        self._type(**{"Mã OTP": code})
        self.press("Xác nhận")

    def resend_code(self) -> None:
        """Ask for a new code."""
        self.press("Gửi lại mã")

    def set_password(self, password: str, again: str | None = None) -> None:
        """Choose a password."""
        repeated = password if again is None else again
        self._type(**{"Mật khẩu mới": password, "Nhập lại mật khẩu": repeated})
        self.press("Tiếp tục")

    def set_passcode(self, passcode: str, again: str | None = None) -> None:
        """Choose the six digits."""
        repeated = passcode if again is None else again
        self._type(**{"Mật mã mới": passcode, "Nhập lại mật mã": repeated})
        self.press("Tiếp tục")

    def answer_questions(self, answers: dict[str, str]) -> None:
        """Choose two questions by their words and answer them."""
        for place, (question, words) in zip(("nhất", "hai"), answers.items(), strict=True):
            self.main.get_by_label(f"Câu hỏi thứ {place}").select_option(label=question)
            self._type(**{f"Trả lời câu thứ {place}": words})
        self.press("Hoàn tất")

    # Signing in, and what was forgotten

    def sign_in(self, number: str, password: str) -> None:
        """Sign in with number and password."""
        self._open("Đăng nhập")
        self._type(**{"Số định danh cá nhân": number, "Mật khẩu": password})
        self.press("Đăng nhập")

    def forget_password(self, number: str, phone: str, full_name: str, birth_date: str) -> None:
        """Quên mật khẩu, and say who one is; the date as dd/mm/yyyy."""
        self._open("Quên mật khẩu")
        self._type(
            **{
                "Số định danh cá nhân": number,
                "Số điện thoại": phone,
                "Họ và tên": full_name,
                "Ngày sinh": birth_date,
            }
        )
        self.press("Tiếp tục")

    def forget_passcode(self) -> None:
        """Quên passcode, signed in; a code comes."""
        self._open("Quên passcode")
        self.press("Xác nhận")

    def unlink(self) -> None:
        """Thiết bị › Hủy liên kết."""
        self._open("Thiết bị")
        self.press("Hủy liên kết")

    # Signed in

    def integrate_paper(self, paper: str, number: str, passcode: str) -> None:
        """Ví giấy tờ › Tạo mới yêu cầu; ``paper`` as the list names it."""
        if self.heading.inner_text() == "VNeID của tôi":
            self.follow("Ví giấy tờ")
        self._open("Tạo mới yêu cầu")
        self.main.get_by_label("Loại giấy tờ").select_option(label=paper)
        self._type(**{"Số giấy tờ": number, "Mật mã (passcode)": passcode})
        self.press("Gửi yêu cầu")

    def register_child(self, number: str, passcode: str) -> None:
        """Đăng ký cho con."""
        self._open("Đăng ký cho con")
        self._type(**{"Số định danh của con": number, "Mật mã (passcode) của anh/chị": passcode})
        self.press("Đăng ký cho con")

    def scan_qr(self) -> None:
        """Quét QR of the public portal."""
        self._open("Quét QR")
        self.press("Quét mã QR của Cổng")

    def consent(self, *, ticked: bool = True) -> None:
        """Xác nhận chia sẻ, with or without the tick."""
        self.main.get_by_role("checkbox").set_checked(ticked)
        self.press("Xác nhận chia sẻ")

    def confirm_passcode(self, passcode: str) -> None:
        """Type the passcode that lets the portal in."""
        self._type(**{"Mật mã": passcode})
        self.press("Xác nhận")

    def _open(self, link: str, heading: str = "") -> None:
        """Go to that screen, unless it is in front already."""
        if self.heading.inner_text() != (heading or link):
            self.follow(link)

    def _type(self, **fields: str) -> None:
        for label, text in fields.items():
            self.main.get_by_label(label, exact=True).fill(text)

    def _button(self, name: str) -> Locator:
        return self.main.get_by_role("button", name=name, exact=True)
