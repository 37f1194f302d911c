"""The citizen whose telephone is practised on, by client or browser: what they know and type."""

from dataclasses import replace

from sandbox import people
from sandbox.citizens import CardKind, EidState, PhoneOwnership, Traits
from sandbox.own_secrets import passcode, password
from sandbox.setup import Setup, VneidPart
from sandbox.state import World

GOOD, CODE, WRONG = "Mau#1234", "246810", "314159"
TRAITS = Traits(
    account=False,
    card=CardKind.CHIP,
    phone=PhoneOwnership.OWN,
    smartphone=True,
    eid=EidState.LEVEL2_ISSUED,
)


def telephone_setup(part: VneidPart | None = None, **traits: object) -> Setup:
    """A visit where the citizen has these traits, and else the plainest ones."""
    chosen = replace(TRAITS, **traits)  # type: ignore[arg-type]  # names checked by the dataclass
    return Setup(traits=chosen, vneid=part or VneidPart(), topics=("vneid",))


class Owner:
    """Of the telephone in ``world``."""

    @property
    def world(self) -> World:
        """As it stands now."""
        raise NotImplementedError

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
