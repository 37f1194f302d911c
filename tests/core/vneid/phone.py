"""A citizen with a telephone, played on paper."""

from dataclasses import dataclass, replace

from sandbox import people
from sandbox.citizens import CardKind, EidState, PhoneOwnership, Traits
from sandbox.desk import Say
from sandbox.events import Answered
from sandbox.faults import OrderFault
from sandbox.log import Actor, Fact
from sandbox.mock_vneid.commands import (
    EnterCode,
    RequestActivation,
    SetPasscode,
    SetPassword,
    SetQuestions,
    SignIn,
)
from sandbox.mock_vneid.values import Device, Vneid
from sandbox.own_secrets import passcode, password
from sandbox.setup import Setup, VneidPart
from tests.core.play import Play

GOOD = "Mau#1234"
CODE = "246810"
ANSWERED = SetQuestions("first_school", "Trường Mẫu", "favourite_dish", "Canh chua")
TRAITS = Traits(
    account=False,
    card=CardKind.CHIP,
    phone=PhoneOwnership.OWN,
    smartphone=True,
    eid=EidState.LEVEL2_ISSUED,
)


@dataclass
class Phone(Play):
    """One world and the commands of a careful citizen."""

    @property
    def eid(self) -> Vneid:
        """How the citizen stands now, results that have come included."""
        return self.world.vneid.at(self.now)

    def level_now(self) -> EidState:
        """The citizen's level, results that have come included."""
        return self.eid.level

    @property
    def number(self) -> str:
        """The citizen's personal number."""
        return self.world.citizen.personal_id

    @property
    def own(self) -> str:
        """The citizen's own phone number."""
        return people.own_phone(self.world.citizen)

    @property
    def code(self) -> str:
        """The newest code VNeID has sent."""
        assert self.world.vneid.code
        return self.world.vneid.code.digits

    @property
    def password(self) -> str:
        """The password an account had from the start."""
        return password(self.seed)

    @property
    def passcode(self) -> str:
        """The passcode an account had from the start."""
        return passcode(self.seed)

    def ask_activation(self, device: Device = Device.HANDSET) -> None:
        """[Gửi yêu cầu]."""
        self.do(RequestActivation(self.number, self.own, device))

    def activate(self, device: Device = Device.HANDSET) -> None:
        """All screens of the activation, with GOOD and CODE."""
        self.ask_activation(device)
        self.do(EnterCode(self.code))
        self.do(SetPassword(GOOD, GOOD))
        self.do(SetPasscode(CODE, CODE))
        self.do(ANSWERED)

    def sign_in(self) -> None:
        """With the password the account had from the start."""
        self.do(SignIn(self.number, self.password))

    def hear(self, phrase: str) -> str:
        """What the citizen says to that."""
        facts = self.do(Say(phrase)).facts
        return " ".join(fact.words for fact in facts if isinstance(fact, Answered))

    def order(self, channel: str, action: str, what: str = "", times: int = 1) -> None:
        """Order trouble."""
        self.do(OrderFault(channel, action, times, what=what), Actor.TESTER)

    def facts(self, kind: type[Fact]) -> list[Fact]:
        """Every fact of that kind, in order."""
        return [entry.fact for entry in self.log if isinstance(entry.fact, kind)]


def phone(era: str = "2023", part: VneidPart | None = None, **traits: object) -> Phone:
    """A world in which the citizen has these traits, and else the plainest ones."""
    chosen = replace(TRAITS, **traits)  # type: ignore[arg-type]  # names checked by the dataclass
    return Phone(Setup(traits=chosen, vneid=part or VneidPart()), era=era)


def active(era: str = "2023", **part: object) -> Phone:
    """The same with an active level-2 account; ``part`` are fields of VneidPart."""
    chosen = VneidPart(**part)  # type: ignore[arg-type]  # names checked by the dataclass
    return phone(era, chosen, eid=EidState.LEVEL2_ACTIVE)
