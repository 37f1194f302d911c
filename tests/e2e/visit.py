"""One visit as a story sees it: a browser at the desk, and the citizen opposite."""

from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Locator, Page

from motcua.testkit.models import Citizen, Officer
from motcua.testkit.pages import AccountForm, AccountList, Desk, Handset, PortalSignIn, Scanner
from sandbox import people
from sandbox.state import World
from tests.e2e import hurry
from tests.e2e.inside import Inside
from web.practice.runs.runs import RunRecord

SMOOTH = "tk-01-thuan-loi"


@dataclass
class Visit:
    """``page`` shows the desk at first."""

    page: Page
    inside: Inside
    run: RunRecord

    @classmethod
    def at(cls, page: Page, inside: Inside) -> "Visit":
        """The visit at whose desk this page stands."""
        return cls(page, inside, inside.run_in(page.url.rpartition("/")[2]))

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    @property
    def world_id(self) -> str:
        return self.run.world_id

    @property
    def world(self) -> World:
        """As it stands now."""
        return self.inside.world(self.world_id)

    @property
    def citizen(self) -> Citizen:
        return self.inside.citizen(self.world_id)

    @property
    def officer(self) -> Officer:
        """The account on the card at the desk."""
        username, password = people.officer_sign_in(self.world.seed)
        return Officer(username=username, password=password)

    def desk(self) -> Desk:
        self.page.goto(self.run.desk)
        return Desk(self.page)

    def scanner(self) -> Scanner:
        """The scanner, on a page of its own."""
        page = self.context.new_page()
        page.goto(f"{self.run.desk}/may-quet")
        return Scanner(page)

    def portal_door(self) -> PortalSignIn:
        self.page.goto(f"{self.run.desk}/quantri/dang-nhap")
        return PortalSignIn(self.page)

    def accounts(self) -> AccountList:
        self.page.goto(f"{self.run.desk}/quantri/tai-khoan")
        return AccountList(self.page)

    def accounts_of_the_citizen(self) -> Locator:
        """How many the portal's list finds under the citizen's number."""
        self.accounts().search(id_number=self.citizen.id_number)
        return self.page.get_by_role("status").filter(has_text="Tìm thấy")

    def form(self, page: Page | None = None) -> AccountForm:
        """The first account form, on this page or another."""
        page = page or self.page
        page.goto(f"{self.run.desk}/quantri/tai-khoan/{hurry.FORM}")
        return AccountForm(page)

    def handset(self, page: Page) -> Handset:
        """The citizen's telephone, on a page of its own."""
        page.goto(self.inside.handset(self.world_id))
        return Handset(page)

    def code(self) -> str:
        """The newest one-time code, as the citizen would read it."""
        return self.world.portal.forms[0].codes[-1].digits

    def hurry_to_form(self) -> AccountForm:
        """The portal's form, empty."""
        self.inside.do(self.world_id, *hurry.to_form(self.world))
        return self.form()

    def hurry_to_look_up(self) -> AccountForm:
        """The form, its number looked up and free."""
        self.inside.do(self.world_id, *hurry.to_look_up(self.world))
        return self.form()

    def hurry_to_paper(self) -> AccountForm:
        """The form, with the request form ready."""
        self.inside.do(self.world_id, *hurry.to_paper(self.world, self.world_id))
        return self.form()

    def hurry_to_code(self) -> AccountForm:
        """The form, with a code on the citizen's telephone."""
        self.inside.do(self.world_id, *hurry.to_code(self.world, self.world_id))
        return self.form()
