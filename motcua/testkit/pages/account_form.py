"""The account form, from look-up to account."""

from playwright.sync_api import FilePayload, Locator

from motcua.testkit.document import Document
from motcua.testkit.models import Citizen
from motcua.testkit.pages.screen import Screen

OUR_UNIT = "Bộ phận Một cửa xã Mẫu"
_BOXES = {
    "id_number": "Số CMND/CCCD",
    "full_name": "Họ và tên",
    "birth_date": "Ngày sinh",
    "phone": "Số điện thoại",
    "email": "Email",
}


class AccountForm(Screen):
    """Creates one account, step by step."""

    def box(self, name: str) -> Locator:
        """One of the citizen's fields: id_number, full_name, birth_date, phone, email."""
        citizen = self.page.get_by_role("group", name="Thông tin công dân")
        return citizen.get_by_role("textbox", name=_BOXES[name])

    @property
    def code_box(self) -> Locator:
        """Nhập OTP."""
        return self.page.get_by_role("textbox", name="Nhập OTP")

    @property
    def code_note(self) -> Locator:
        """What is said about the newest code, with the time it has left."""
        return self.page.get_by_role("group", name="Mã OTP").get_by_role("status")

    def look_up(self, id_number: str) -> None:
        """Tra cứu."""
        self.type(id_number=id_number)
        self.press("Tra cứu")

    def fill(self, citizen: Citizen, unit: str = OUR_UNIT) -> None:
        """Type the truth about the citizen, and choose the unit."""
        born = f"{citizen.birth_date:%d/%m/%Y}" if citizen.birth_date else ""
        self.type(id_number=citizen.id_number, full_name=citizen.full_name, birth_date=born)
        self.type(phone=citizen.phone, email=citizen.email or "")
        self.choose_unit(unit)

    def type(self, **boxes: str) -> None:
        """Type into single fields, by the names of ``box``."""
        for name, text in boxes.items():
            self.box(name).fill(text)

    def choose_unit(self, unit: str) -> None:
        """Đơn vị, as it is written in the list."""
        self.page.get_by_role("combobox", name="Đơn vị").select_option(label=unit)

    def attach(self, document: Document) -> None:
        """Choose a file; it is sent with the next button."""
        file = FilePayload(name=document.name, mimeType=document.media, buffer=document.content)
        self.page.get_by_label("Đính kèm CCCD/CMND").set_input_files(file)

    def download_request_form(self) -> Document:
        """Tải xuống, and take the request form as PDF."""
        self.press("Tải xuống")
        return self.take(self.page.get_by_role("link", name="bản PDF"))

    def send_code(self) -> None:
        """Gửi mã OTP."""
        self.press("Gửi mã OTP")

    def enter_code(self, code: str) -> None:
        """Type the one-time code."""
        self.code_box.fill(code)

    def create_account(self) -> None:
        """TẠO TÀI KHOẢN."""
        self.press("TẠO TÀI KHOẢN")

    def cancel(self) -> None:
        """HỦY, and yes to the question whether to."""
        self.ask_to_cancel()
        self.confirm_cancelling()

    def ask_to_cancel(self) -> None:
        """HỦY, up to the question."""
        self.press("HỦY")

    def confirm_cancelling(self) -> None:
        """Yes to the question."""
        self.press("Đồng ý hủy")
