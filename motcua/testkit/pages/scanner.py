"""The scanner: what to scan and how, and the files it made."""

from motcua.testkit.document import Document
from motcua.testkit.pages.screen import Screen

_HOLDERS = {"citizen": "Thẻ của công dân", "relative": "Thẻ của người nhà đi cùng"}
_SIDES = {
    "both": "Cả hai mặt vào một tệp",
    "front": "Chỉ mặt trước",
    "back": "Chỉ mặt sau",
}
_FORMATS = {"pdf": "PDF", "docx": "Word (DOCX)", "jpg": "Ảnh JPG"}
_SIZES = {
    "150-grey": "150 dpi, đen trắng",
    "150-colour": "150 dpi, màu",
    "300-colour": "300 dpi, màu",
    "at-limit": "400 dpi, nén vừa đủ",
    "over-limit": "400 dpi, nén ít",
    "600-colour": "600 dpi, màu",
}


class Scanner(Screen):
    """Puts a card on the glass and takes the file away."""

    def scan(
        self,
        sides: str = "both",
        fmt: str = "pdf",
        size: str = "150-grey",
        holder: str = "citizen",
    ) -> Document:
        """Scan once, and take the new file."""
        for name in (_HOLDERS[holder], _SIDES[sides], _FORMATS[fmt], _SIZES[size]):
            self.page.get_by_role("radio", name=name).check()
        self.press("Quét")
        return self.take(self.page.get_by_role("link", name="Tải CCCD-").first)

    def back_to_desk(self) -> None:
        """Walk back."""
        self.follow("‹ Về bàn làm việc")
