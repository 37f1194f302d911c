"""A citizen with a telephone in a browser of its own."""

from dataclasses import dataclass

from playwright.sync_api import Page

from motcua.testkit.pages import Handset, Vneid
from sandbox import people
from sandbox.setup import VneidPart
from sandbox.state import World
from tests.core.telephone import Owner, telephone_setup
from tests.e2e.inside import Inside
from web.worlds.service import Seed

SIZE = {"width": 390, "height": 844}
ANSWERS = {
    "Trường tiểu học của bạn tên là gì?": "Trường Mẫu",
    "Món ăn bạn thích nhất là gì?": "Canh chua",
}


@dataclass
class Telephone(Owner):
    """``page`` shows the home screen at first."""

    page: Page
    inside: Inside
    world_id: str

    @classmethod
    def of(
        cls, page: Page, inside: Inside, part: VneidPart | None = None, **traits: object
    ) -> "Telephone":
        """In a world where the citizen has these traits, and else the plainest ones."""
        setup = telephone_setup(part, **traits)
        found = cls(page, inside, inside.create_world(Seed(7, "2023", "", setup)).id)
        page.goto(found.home)
        return found

    @property
    def home(self) -> str:
        return self.inside.handset(self.world_id)

    @property
    def world(self) -> World:
        return self.inside.world(self.world_id)

    def paper(self, kind: str) -> str:
        """The right number of one of the citizen's papers."""
        return people.paper_number(self.world.citizen, kind)

    def handset(self) -> Handset:
        """The home screen."""
        self.page.goto(self.home)
        return Handset(self.page)

    def app(self, place: str = "") -> Vneid:
        """VNeID, at the screen in front or at a place."""
        self.page.goto(f"{self.home}vneid/{place}")
        return Vneid(self.page)

    def clerk_does(self, *commands: object) -> None:
        """What the clerk does meanwhile."""
        self.inside.do(self.world_id, *commands)
