"""A citizen with a telephone in a browser of its own."""

from dataclasses import dataclass, replace

from playwright.sync_api import Page

from motcua.testkit.pages import Handset, Vneid
from sandbox import people
from sandbox.citizens import CardKind, EidState, PhoneOwnership, Traits
from sandbox.own_secrets import passcode, password
from sandbox.setup import Setup, VneidPart
from sandbox.state import World
from tests.e2e.inside import Inside
from web.worlds.service import Seed

SIZE = {"width": 390, "height": 844}
GOOD, CODE, WRONG = "Mau#1234", "246810", "314159"
ANSWERS = {
    "Trường tiểu học của bạn tên là gì?": "Trường Mẫu",
    "Món ăn bạn thích nhất là gì?": "Canh chua",
}
TRAITS = Traits(
    account=False,
    card=CardKind.CHIP,
    phone=PhoneOwnership.OWN,
    smartphone=True,
    eid=EidState.LEVEL2_ISSUED,
)


@dataclass
class Telephone:
    """``page`` shows the home screen at first."""

    page: Page
    inside: Inside
    world_id: str

    @classmethod
    def of(
        cls, page: Page, inside: Inside, part: VneidPart | None = None, **traits: object
    ) -> "Telephone":
        """In a world where the citizen has these traits, and else the plainest ones."""
        chosen = replace(TRAITS, **traits)  # type: ignore[arg-type]  # names checked by the dataclass
        setup = Setup(traits=chosen, vneid=part or VneidPart(), topics=("vneid",))
        found = cls(page, inside, inside.create_world(Seed(7, "2023", "", setup)).id)
        page.goto(found.home)
        return found

    @property
    def home(self) -> str:
        return self.inside.handset(self.world_id)

    @property
    def world(self) -> World:
        return self.inside.world(self.world_id)

    @property
    def number(self) -> str:
        return self.world.citizen.personal_id

    @property
    def own(self) -> str:
        return people.registered_phone(self.world.citizen)

    @property
    def code(self) -> str:
        assert self.world.vneid.code
        return self.world.vneid.code.digits

    @property
    def password(self) -> str:
        """As it was from the start."""
        return password(self.world.seed)

    @property
    def passcode(self) -> str:
        """As it was from the start."""
        return passcode(self.world.seed)

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
