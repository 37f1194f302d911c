"""What VNeID knows of the citizen in one world. Values only; rules live in the steps."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from sandbox.citizens import CardKind, Citizen, EidState
from sandbox.own_secrets import passcode, password, seal
from sandbox.setup import VneidPart


class Device(StrEnum):
    """Where somebody works with VNeID; LOST is an old phone nobody can look at any more."""

    NONE = ""
    HANDSET = "handset"
    OLD = "old"
    LOST = "lost"
    COMPUTER = "computer"


class Purpose(StrEnum):
    """What a row of screens is about."""

    ACTIVATE = "activate"
    DEVICE = "device"
    PASSWORD = "password"  # noqa: S105  # the name of a purpose
    PASSCODE = "passcode"
    PORTAL = "portal"


class Wanted(StrEnum):
    """What the screen in front asks for."""

    CHIP = "chip"
    CODE = "code"
    PASSWORD = "password"  # noqa: S105  # the name of a field
    PASSCODE = "passcode"
    QUESTIONS = "questions"
    CONSENT = "consent"
    CONFIRM = "confirm"


SCREENS: dict[Purpose, tuple[Wanted, ...]] = {
    Purpose.ACTIVATE: (Wanted.CODE, Wanted.PASSWORD, Wanted.PASSCODE, Wanted.QUESTIONS),
    Purpose.DEVICE: (Wanted.CHIP, Wanted.CODE),
    Purpose.PASSWORD: (Wanted.CODE, Wanted.PASSWORD),
    Purpose.PASSCODE: (Wanted.CODE, Wanted.PASSCODE),
    Purpose.PORTAL: (Wanted.CODE, Wanted.CONSENT, Wanted.CONFIRM),
}


@dataclass(frozen=True, slots=True)
class Task:
    """The row of screens somebody is in, and what the present one asks for."""

    purpose: Purpose
    wanted: Wanted
    device: Device = Device.HANDSET


@dataclass(frozen=True, slots=True)
class SentCode:
    """The newest code; ``to`` a phone number, or "old" for the screen of the old phone."""

    digits: str = field(repr=False)
    to: str
    expires_at: datetime
    misses: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """A level granted from ``ready_at`` on; ``card``: a chip card came with it."""

    level: EidState
    ready_at: datetime
    card: bool = False


@dataclass(frozen=True, slots=True)
class Application:
    """A level-1 registration being filled in on the phone."""

    card_read: bool = False
    face: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """A request to integrate a paper, on one calendar day in Viet Nam."""

    paper: str
    day: date


@dataclass(frozen=True, slots=True)
class Vneid:
    """The citizen's electronic identity; ``device`` is the one place it is signed in.

    ``linked_here``: at this visit they have signed in on the telephone in hand, even if no longer.

    ``password`` and ``passcode`` are seals, "" when never set; misses count wrong tries in a
    row, ``slips`` every wrong code there ever was.
    """

    level: EidState
    chip_card: bool
    device: Device = Device.NONE
    linked_here: bool = False
    password: str = ""
    passcode: str = ""
    results: tuple[Result, ...] = ()
    application: Application | None = None
    task: Task | None = None
    code: SentCode | None = None
    password_misses: int = 0
    passcode_misses: int = 0
    slips: int = 0
    hotline: bool = False
    papers: tuple[str, ...] = ()
    requests: tuple[Request, ...] = ()
    child_until: datetime | None = None

    def at(self, now: datetime) -> "Vneid":
        """The same with every result that is ready by ``now`` taken in."""
        ready = [result for result in self.results if result.ready_at <= now]
        if not ready:
            return self
        card = self.chip_card or any(result.card for result in ready)
        return replace(self, level=ready[-1].level, chip_card=card)


def at_start(seed: int, citizen: Citizen, part: VneidPart) -> Vneid:
    """How the citizen stands when sitting down; the hidden parts come from the seed."""
    known = citizen.eid in (EidState.LEVEL1, EidState.LEVEL2_ACTIVE)
    with_password = known or (part.had_level1 and citizen.eid is EidState.LEVEL2_ISSUED)
    return Vneid(
        level=citizen.eid,
        chip_card=citizen.card is CardKind.CHIP,
        device=_device(citizen, part) if known else Device.NONE,
        password=seal(seed, "password", password(seed)) if with_password else "",
        passcode=seal(seed, "passcode", passcode(seed)) if known else "",
        passcode_misses=part.passcode_misses,
        papers=part.papers if known else (),
    )


def _device(citizen: Citizen, part: VneidPart) -> Device:
    device = Device(part.signed_in_on)
    usable = citizen.has_smartphone or device is not Device.HANDSET
    return device if usable else Device.NONE
