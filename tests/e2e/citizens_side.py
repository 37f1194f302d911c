"""A world as its citizen's side sees it: portal, desk's computer and telephone."""

from dataclasses import dataclass, replace

from playwright.sync_api import Page

from motcua.testkit.pages import Computer, Handset, PublicPortal
from sandbox import people
from sandbox.citizens import CardKind, EidState, PhoneOwnership, Traits
from sandbox.own_secrets import passcode, password
from sandbox.setup import Setup
from sandbox.state import World
from tests.e2e.inside import Inside
from web.worlds.service import Seed

SEED = 7
PHONE = {"width": 390, "height": 844}
ACTIVE = Traits(
    account=False,
    card=CardKind.CHIP,
    phone=PhoneOwnership.OWN,
    smartphone=True,
    eid=EidState.LEVEL2_ACTIVE,
)
TO_ACTIVATE = replace(ACTIVE, min_age=65, smartphone=False, eid=EidState.LEVEL2_ISSUED)


@dataclass
class CitizensSide:
    """``home`` is the citizen's link."""

    inside: Inside
    world_id: str
    home: str

    @classmethod
    def of(cls, inside: Inside, traits: Traits = ACTIVE, era: str = "2025") -> "CitizensSide":
        """The link to a new world about a citizen like that."""
        setup = Setup(traits=traits, topics=("vneid",))
        made = inside.create_world(Seed(SEED, era, "", setup))
        return cls(inside, made.id, inside.handset(made.id))

    @property
    def world(self) -> World:
        return self.inside.world(self.world_id)

    @property
    def number(self) -> str:
        return self.world.citizen.personal_id

    @property
    def phone(self) -> str:
        return people.registered_phone(self.world.citizen)

    @property
    def password(self) -> str:
        return password(SEED)

    @property
    def passcode(self) -> str:
        return passcode(SEED)

    @property
    def code(self) -> str:
        """The newest code, as the citizen would read it."""
        sent = self.world.vneid.code
        assert sent
        return sent.digits

    def do(self, *commands: object) -> None:
        """What happens elsewhere."""
        self.inside.do(self.world_id, *commands)

    def portal(self, page: Page, place: str = "") -> PublicPortal:
        page.goto(f"{self.home}cong/{place}")
        return PublicPortal(page)

    def computer(self, page: Page) -> Computer:
        page.goto(f"{self.home}may-tinh/")
        return Computer(page)

    def handset(self, page: Page) -> Handset:
        page.goto(self.home)
        return Handset(page)
