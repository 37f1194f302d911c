"""The whole account creation, from sign-in to debrief, by whichever hands."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from sandbox.phrases import phrase_book
from tests.e2e.hands import Hands
from tests.e2e.inside import Inside
from tests.e2e.office import PASSWORD
from tests.e2e.pages.practice import Practice
from tests.e2e.pages.run_log import RunPage
from tests.e2e.pages.sign_in import SignIn
from tests.e2e.visit import SMOOTH, Visit
from training.scenario import catalogue

TITLE = catalogue()[SMOOTH].title
_SPOKEN = re.compile(r"Công dân đọc: “Mã là ([\d ]+)”")


@dataclass
class SmoothRun:
    """A clerk who makes no mistake. ``listen`` opens the citizen's telephone or its pane."""

    page: Page
    hands: Hands
    inside: Inside
    downloads: Path
    listen: Callable[[Visit], Locator]

    def all_of_it(self, username: str) -> RunPage:
        self.sign_in(username)
        return self.from_home()

    def from_home(self) -> RunPage:
        visit = self.begin()
        portal = self.open_form(visit)
        self.look_up(visit, portal)
        scan = self.talk_and_scan()
        self.fill_in(visit, portal, scan)
        self.create(visit, portal)
        return self.close()

    def sign_in(self, username: str) -> None:
        door = SignIn(self.page).open()
        self.hands.write(door.username, username)
        self.hands.write(door.password, PASSWORD)
        self._go(self.page, "button", "Đăng nhập")

    def begin(self) -> Visit:
        menu = self.page.locator("summary").filter(has_text="Menu")
        if menu.is_visible():  # folded, on a small screen
            self.hands.press(menu)
        self._go(self.page, "link", "Luyện tập")
        with self.page.expect_navigation():
            self.hands.press(Practice(self.page).practise(TITLE))
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(TITLE)
        return Visit.at(self.page, self.inside)

    def open_form(self, visit: Visit) -> Page:
        self.say("greet")
        with self.page.context.expect_page() as opened:
            self.hands.press(self.page.get_by_role("link", name="Mở trang quản trị (cửa sổ mới)"))
        portal = opened.value
        self.write(portal, "Tên đăng nhập", visit.officer.username)
        self.hands.write(portal.get_by_label("Mật khẩu"), visit.officer.password)
        self._go(portal, "button", "Đăng nhập")
        self._go(portal, "button", "THÊM MỚI")
        return portal

    def look_up(self, visit: Visit, portal: Page) -> None:
        self.write(portal, "Số CMND/CCCD", visit.citizen.id_number)
        self._go(portal, "button", "Tra cứu")
        expect(portal.get_by_text("chưa có tài khoản")).to_be_visible()

    def talk_and_scan(self) -> Path:
        self.ask()
        self._go(self.page, "link", "Máy quét")
        self._go(self.page, "button", "Quét")
        with self.page.expect_download() as waiting:
            self.hands.press(self.page.get_by_role("link", name="Tải CCCD-"))
        scan = self.downloads / waiting.value.suggested_filename
        waiting.value.save_as(scan)
        self._go(self.page, "link", "‹ Về bàn làm việc")
        return scan

    def ask(self) -> None:
        for phrase in ("ask_phone", "ask_phone_owner", "ask_email"):
            self.say(phrase)

    def attach(self, portal: Page, scan: Path) -> None:
        self.hands.attach(portal.get_by_label("Đính kèm CCCD/CMND"), scan)

    def fill_in(self, visit: Visit, portal: Page, scan: Path) -> None:
        citizen = visit.citizen
        assert citizen.birth_date
        self.write(portal, "Họ và tên", citizen.full_name)
        self.write(portal, "Ngày sinh", f"{citizen.birth_date:%d/%m/%Y}")
        self.write(portal, "Số điện thoại", citizen.phone)
        self.write(portal, "Email", citizen.email or "")
        self.attach(portal, scan)
        self.hands.choose_first(portal.get_by_role("combobox", name="Đơn vị"))
        self._go(portal, "button", "Tải xuống")
        expect(portal.get_by_role("link", name="bản PDF")).to_be_visible()

    def create(self, visit: Visit, portal: Page) -> None:
        self.say("check_form")
        self._go(portal, "button", "Gửi mã OTP")
        self.say("ask_code")
        heard = self.listen(visit)
        expect(heard).to_have_text(_SPOKEN)
        said = _SPOKEN.search(heard.inner_text())
        assert said
        self.write(portal, "Nhập OTP", said[1].replace(" ", ""))
        self._go(portal, "button", "TẠO TÀI KHOẢN")
        expect(portal.get_by_role("heading", level=1)).to_have_text("Đã tạo tài khoản công dân")

    def close(self) -> RunPage:
        self.say("tell_created")
        self.say("goodbye")
        self._go(self.page, "link", "Kết thúc lượt")
        self._go(self.page, "button", "Kết thúc lượt")
        return RunPage(self.page)

    def say(self, phrase: str) -> None:
        """One of the desk's phrases, until it is written among what was said."""
        spoken = phrase_book()[phrase]
        self.hands.press(self.page.get_by_role("button", name=spoken.label, exact=True))
        talk = self.page.get_by_role("log", name="Lời đã nói")
        expect(talk).to_contain_text(spoken.says)
        expect(self.page.locator("form[aria-busy]")).to_have_count(0)

    def write(self, page: Page, label: str, text: str) -> None:
        """Into the first box of that name: the citizen's come before the officer's."""
        self.hands.write(page.get_by_role("textbox", name=label).first, text)

    def _go(self, page: Page, role: str, name: str) -> None:
        with page.expect_navigation():
            self.hands.press(page.get_by_role(role, name=name, exact=True).first)  # type: ignore[arg-type]  # one of Playwright's own role names


class BesideTheForm(SmoothRun):
    """Everything after the portal is opened is done there: the desk stands beside the form."""

    def open_form(self, visit: Visit) -> Page:
        self.page = super().open_form(visit)
        return self.page

    def talk_and_scan(self) -> Path:
        self.ask()
        self.hands.press(self.page.get_by_text("Máy quét", exact=True))
        self.hands.press(self.page.get_by_role("button", name="Quét", exact=True))
        return Path("CCCD-1.pdf")

    def attach(self, portal: Page, scan: Path) -> None:
        self.hands.press(portal.get_by_role("radio", name=scan.stem.partition("-")[0]))
