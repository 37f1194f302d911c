"""Entry slips: the trainer's list and sheet, and the door where one is typed."""

from playwright.sync_api import Locator, Page, expect

from motcua.testkit.pages.screen import Screen


class Slips(Screen):
    """Phiếu vào lớp, from the class's own page."""

    def open(self) -> "Slips":
        self.page.get_by_role("link", name="Phiếu vào lớp").click()
        return self

    def print_for(self, *names: str) -> list[str]:
        """Make slips for those people alone; the codes on the sheet."""
        for box in self.page.get_by_role("checkbox").all():
            box.uncheck()
        for name in names:
            self.page.get_by_role("checkbox", name=name).check()
        self.press("Làm phiếu và mở trang in")
        expect(self.page.get_by_role("button", name="In phiếu")).to_be_visible()
        return [each.inner_text() for each in self.page.locator(".slip-code").all()]

    def covered_codes(self) -> list[str]:
        """The codes of the sheet that reach into the QR code beside them."""
        slips = self.page.get_by_role("listitem").filter(
            has=self.page.get_by_role("img", name="Mã QR")
        )
        return [
            slip.locator(".slip-code").inner_text()
            for slip in slips.all()
            if _overlap(slip.locator(".slip-code"), slip.get_by_role("img", name="Mã QR"))
        ]

    def back(self) -> "Slips":
        self.page.get_by_role("link", name="Về danh sách phiếu").click()
        return self

    def withdraw(self, name: str) -> None:
        self.press(f"Thu hồi phiếu của {name}")


_TEXT_BOX = """el => {
  const range = document.createRange();
  range.selectNodeContents(el);
  return range.getBoundingClientRect().toJSON();
}"""


def _overlap(one: Locator, other: Locator) -> bool:
    """Whether what stands in them does; text may reach beyond its own box."""
    a, b = one.evaluate(_TEXT_BOX), other.evaluate(_TEXT_BOX)
    beside = a["right"] <= b["left"] or b["right"] <= a["left"]
    return not (beside or a["bottom"] <= b["top"] or b["bottom"] <= a["top"])


class Door(Screen):
    """Vào lớp bằng phiếu."""

    def open(self, code: str = "") -> "Door":
        """As the link of the sign-in page leads there, or as the QR code does."""
        self.page.goto(f"/vao-lop#{code}" if code else "/dang-nhap")
        if not code:
            self.page.get_by_role("link", name="Vào lớp bằng phiếu").click()
        return self

    @property
    def code(self) -> Locator:
        return self.page.get_by_role("textbox", name="Mã trên phiếu")

    def enter(self) -> Page:
        self.press("Vào lớp")
        return self.page
