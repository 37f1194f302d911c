"""The list of accounts that the portal knows."""

from playwright.sync_api import Locator

from motcua.testkit.pages.account_form import AccountForm
from motcua.testkit.pages.screen import Screen

_BOXES = {
    "name": "Tên công dân",
    "phone": "Số điện thoại",
    "id_number": "CMND/CCCD",
    "officer": "Cán bộ tạo",
    "since": "Từ ngày",
    "until": "Đến ngày",
}


class AccountList(Screen):
    """Looks for accounts, and begins a new one."""

    @property
    def found(self) -> Locator:
        """How many were found: «Tìm thấy N kết quả»."""
        return self.main.get_by_role("status")

    @property
    def rows(self) -> Locator:
        """The lines of this page."""
        return (
            self.page.get_by_role("table")
            .get_by_role("row")
            .filter(has=self.page.get_by_role("cell"))
        )

    def search(self, *, unit: str | None = None, **boxes: str) -> None:
        """TÌM KIẾM by name, phone, id_number, officer, unit, since and until; others stay."""
        for name, text in boxes.items():
            self.page.get_by_role("textbox", name=_BOXES[name], exact=True).fill(text)
        if unit is not None:
            self.page.get_by_role("combobox", name="Đơn vị tạo").select_option(label=unit)
        self.press("TÌM KIẾM")

    def come_back(self) -> None:
        """Come back to the list from a form or its result."""
        self.follow("Tạo tài khoản công dân")

    def new_form(self) -> AccountForm:
        """THÊM MỚI."""
        self.press("THÊM MỚI")
        return AccountForm(self.page)
