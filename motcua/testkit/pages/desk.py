"""The desk: the citizen opposite, and the ways to scanner and portal."""

from playwright.sync_api import Locator, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from motcua.testkit import phrases
from motcua.testkit.pages.portal_door import PortalSignIn
from motcua.testkit.pages.scanner import Scanner
from motcua.testkit.pages.screen import Screen

_TRIES = 3
_SOON_MS = 5_000


class Desk(Screen):
    """Where a clerk sits."""

    @property
    def talk(self) -> Locator:
        """All that was said."""
        return self.page.get_by_role("log", name="Lời đã nói")

    def say(self, phrase: str) -> None:
        """Say one of the desk's phrases, by its name in the phrase book: ``greet``."""
        section, label = phrases.find(phrase)
        self._lay_open(section, label)
        self.press_in_place(label)

    def _lay_open(self, section: str, label: str) -> None:
        """Open a section that holds the phrase, when it is not among those for now.

        What lies open changes by itself, too; looking again then finds it.
        """
        for _ in range(_TRIES):
            if self.page.get_by_role("button", name=label, exact=True).count():
                return
            self.lay_open(section)

    def lay_open(self, title: str) -> Locator:
        """The fold with that title, laid open: a section of phrases, or a line of the check."""
        heading = self.page.locator("summary").get_by_text(title, exact=True)
        fold = self.main.get_by_role("group").filter(has=heading).last
        for _ in range(_TRIES):
            if not heading.first.is_visible():
                self.page.get_by_text("Câu khác", exact=True).click()
            if fold.get_attribute("open") is not None:
                break
            try:
                fold.get_by_text(title, exact=True).click(timeout=_SOON_MS)
            except PlaywrightTimeoutError:  # other phrases came meanwhile, all folded
                continue
            break
        return fold

    @property
    def arrival(self) -> Locator:
        """The check at arrival, where VNeID is practised."""
        return self.page.get_by_role("region", name="Kiểm tra khi tiếp đón")

    def ask_about_vneid(self) -> None:
        """Ask whether there is an account, by the panel's own button."""
        self.lay_open("Hỏi về VNeID")
        self.press_in_place("Hỏi công dân")

    def note_arrival(self, result: str) -> None:
        """Note how the citizen stands: ``no_account``, ``level2_not_active``…"""
        self._choose("Kết quả kiểm tra", result, "Ghi kết quả")

    def offer_help(self) -> None:
        """Invite the citizen to be helped, by the panel's own button."""
        self.lay_open("Mời nhận hỗ trợ")
        self.press_in_place("Mời công dân")

    def choose_branch(self, branch: str) -> None:
        """Put the citizen in a branch: ``b1`` to ``b4``."""
        self._choose("Nhánh hướng dẫn", branch, "Chọn nhánh")

    def refer(self, office: str) -> None:
        """Tell the citizen where to go: ``province_police``, ``commune_police``…"""
        self._choose("Giới thiệu tới Công an", office, "Giới thiệu")

    def send_number(self) -> None:
        """Send the citizen's number to social insurance."""
        self.lay_open("Gửi số định danh sang cơ quan bảo hiểm xã hội")
        self.press_in_place("Gửi số định danh")

    def hand_over(self, supporter: str) -> None:
        """Hand the citizen over to a team: ``activation_team``, ``youth_union``…"""
        self._choose("Chuyển cho tổ hỗ trợ", supporter, "Chuyển công dân")

    def receive(self) -> None:
        """Receive the dossier, whatever the check has found."""
        self.press_in_place("Tiếp nhận hồ sơ")

    def wait_for_result(self) -> None:
        """Move the clock on to the result that is awaited."""
        self.press_in_place("Tua đồng hồ tới khi có kết quả")
        expect(self.arrival.get_by_text("Đã có kết quả")).not_to_have_count(0)

    def _choose(self, title: str, value: str, button: str) -> None:
        fold = self.lay_open(title)
        fold.get_by_role("radio").and_(self.page.locator(f'[value="{value}"]')).check()
        self.press_in_place(button)

    def ask_hint(self) -> None:
        """Ask what comes next."""
        self.press_in_place("Gợi ý")

    def open_portal(self) -> PortalSignIn:
        """Open the portal, which comes in its own tab."""
        with self.page.context.expect_page() as opened:
            self.page.get_by_role("link", name="Mở trang quản trị (cửa sổ mới)").click()
        opened.value.wait_for_load_state()
        return PortalSignIn(opened.value)

    def go_to_scanner(self) -> Scanner:
        """Walk to the scanner."""
        self.follow("Máy quét")
        return Scanner(self.page)

    def close_visit(self) -> None:
        """End the visit, and yes to the question whether to."""
        self.ask_to_close()
        self.confirm_closing()

    def ask_to_close(self) -> None:
        """Kết thúc lượt, up to the question."""
        self.follow("Kết thúc lượt")

    def confirm_closing(self) -> None:
        """Yes to the question."""
        self.press("Kết thúc lượt")
