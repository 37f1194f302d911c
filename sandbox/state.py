"""The state of a world: what its log adds up to. Values only; rules live elsewhere."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

from sandbox.citizens import Citizen
from sandbox.details import Details
from sandbox.era import Era
from sandbox.events import FileAttached, SmsSent, StepRefused
from sandbox.log import Actor, Fact
from sandbox.mock_vneid.values import Vneid
from sandbox.refusal import Problem, Refusal, Refused
from sandbox.rules import Rule
from sandbox.setup import Setup


class Chance(Protocol):
    """Where codes come from: the shell's true chance, or a test's fixed values."""

    def digits(self, count: int) -> str:
        """``count`` decimal digits."""

    def password(self) -> str:
        """A password as the portal hands out."""


@dataclass(frozen=True, slots=True)
class Code:
    """A one-time code sent for one form to one phone; ``expires_at`` still counts as in time."""

    number: int
    digits: str = field(repr=False)
    phone: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Form:
    """One account form, from THÊM MỚI to HỦY or TẠO TÀI KHOẢN.

    ``downloaded`` are the details the last request form was made from;
    ``misses`` counts wrong tries at the newest code.
    """

    number: int
    looked_up: str = ""
    found: bool = False
    details: Details = field(default_factory=Details)
    attachment: FileAttached | None = None
    downloaded: Details | None = None
    codes: tuple[Code, ...] = ()
    misses: int = 0
    cancelled: bool = False
    created_as: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether the form can still be worked on."""
        return not self.cancelled and self.created_as is None

    @property
    def is_pending(self) -> bool:
        """Whether something of the citizen's hangs in it; THÊM MỚI alone leaves nothing."""
        begun = self.looked_up or self.attachment or self.details != Details()
        return self.is_open and bool(begun) and not self.found


@dataclass(frozen=True, slots=True)
class CreatedAccount:
    """An account made in this world, with the password that was sent to the citizen."""

    number: int
    details: Details
    created_at: datetime
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Portal:
    """The admin portal; ``own_found``: a look-up has shown an account the citizen had before."""

    signed_in: bool = False
    own_found: bool = False
    forms: tuple[Form, ...] = ()
    accounts: tuple[CreatedAccount, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Ordered trouble with its hits left, out of ``times``."""

    number: int
    channel: str
    action: str
    times: int
    left: int
    to: str = ""
    what: str = ""
    seconds: int = 0
    status: int = 0
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """The telephone network: every message ever sent, whatever became of it.

    ``cleared`` are the numbers a tester has cleared from the list they read.
    """

    sms: tuple[SmsSent, ...] = ()
    cleared: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Desk:
    """What has been said and done across the desk.

    ``played``: a person plays the citizen, and ``asked`` is the phrase they have yet to answer.
    ``codes_read`` are the messages read aloud.
    """

    phrases_said: tuple[str, ...] = ()
    scans: int = 0
    checked: Details | None = None
    check_passed: bool = False
    left: bool = False
    closed: str = ""
    played: bool = False
    asked: str = ""
    codes_read: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Arrival:
    """The check at arrival: what was found, chosen and done. ``choice`` accepted or declined."""

    result: str = ""
    choice: str = ""
    branch: str = ""
    supporter: str = ""
    referred_to: str = ""
    number_sent: bool = False
    received: bool = False


@dataclass(frozen=True, slots=True)
class PublicPortal:
    """The public portal as the citizen sees it.

    ``asking`` is the way a sign-in has begun, ``way`` how the citizen is signed in; ``password``
    is the seal of a password chosen there. ``came_in`` and ``came_fresh`` stay true after leaving:
    they have come to their own page, and in by the password of the message.
    """

    asking: str = ""
    way: str = ""
    must_change: bool = False
    password: str = ""
    came_in: bool = False
    came_fresh: bool = False

    @property
    def on_account_page(self) -> bool:
        """Whether the citizen has come as far as their own page; dossiers begin there."""
        return bool(self.way) and not self.must_change


@dataclass(frozen=True, slots=True)
class Clock:
    """World time: real time minus ``behind`` seconds, or standing still at ``frozen_at``.

    ``skipped`` are the seconds it has been moved forward by, which nobody spent waiting.
    """

    behind: float = 0.0
    frozen_at: datetime | None = None
    skipped: float = 0.0

    def read(self, real: datetime) -> datetime:
        """The world's time at that real instant."""
        return self.frozen_at or real - timedelta(seconds=self.behind)


@dataclass(frozen=True, slots=True)
class World:
    """One isolated pretend reality, folded from its log up to ``seq``."""

    seq: int
    seed: int
    era: Era
    scenario: str
    setup: Setup
    citizen: Citizen
    vneid: Vneid
    started_at: datetime
    last_at: datetime
    clock: Clock = field(default_factory=Clock)
    portal: Portal = field(default_factory=Portal)
    network: Network = field(default_factory=Network)
    faults: tuple[Fault, ...] = ()
    desk: Desk = field(default_factory=Desk)
    arrival: Arrival = field(default_factory=Arrival)
    public: PublicPortal = field(default_factory=PublicPortal)

    def form(self, number: int) -> Form | None:
        """The form of that number, counted from 1."""
        return self.portal.forms[number - 1] if 0 < number <= len(self.portal.forms) else None

    def spent(self, now: datetime) -> timedelta:
        """How long the visit has really taken by the world's time ``now``."""
        return now - self.started_at - timedelta(seconds=self.clock.skipped)

    def with_form(self, form: Form) -> "World":
        """The same world with one form replaced, or added at the end."""
        forms = (*self.portal.forms[: form.number - 1], form, *self.portal.forms[form.number :])
        return replace(self, portal=replace(self.portal, forms=forms))


@dataclass(frozen=True, slots=True)
class Decision:
    """What a command led to: facts for the log and, when refused, the reasons in words."""

    facts: tuple[Fact, ...] = ()
    refusal: Refusal | None = None


def happened(*facts: Fact) -> Decision:
    """A step that was taken."""
    return Decision(facts)


def refused(
    step: str,
    *problems: Problem,
    after: tuple[Fact, ...] = (),
    form: int = 0,
    hand: Actor | None = None,
) -> Decision:
    """A step that was not taken; ``after`` are facts that stay true all the same."""
    reasons = tuple(Refused(problem.rule, problem.field) for problem in problems)
    return Decision((*after, StepRefused(step, reasons, form, hand)), Refusal(step, problems))


def refused_by(step: str, rule: Rule, field_name: str = "", **values: str) -> Decision:
    """A step not taken for one reason."""
    return refused(step, Problem(rule, field_name, tuple(values.items())))
