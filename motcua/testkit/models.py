"""What the simulator answers. Fields a newer simulator adds are passed over."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A frozen answer."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Links(Shape):
    """Addresses of one world; they open in a browser without an account.

    ``vneid``, ``public_portal`` and ``computer`` are None where a simulator has no such room.
    """

    desk: str
    portal: str
    scanner: str
    handset: str
    vneid: str | None = None
    public_portal: str | None = None
    computer: str | None = None


class Officer(Shape):
    """The pretend officer's account on the portal."""

    username: str
    password: str


class Account(Shape):
    """An intranet account of a demo office."""

    username: str
    role: str
    password: str


class Phone(Shape):
    """A number; ``sim_owner`` own or relative, ``relation`` who that relative is."""

    number: str
    sim_owner: str
    relation: str = ""


class Citizen(Shape):
    """One persona with everything that is true of them; None where nobody knows."""

    handle: str
    role: str
    full_name: str
    sex: str | None
    birth_date: date | None
    card: str | None
    id_number: str
    personal_id: str | None
    phones: tuple[Phone, ...]
    email: str | None
    address: str | None
    has_smartphone: bool | None
    eid: str | None
    has_account: bool

    @property
    def phone(self) -> str:
        """The number they hold the contract of, "" when they have none."""
        return self._phone_of("own")

    @property
    def relatives_phone(self) -> str:
        """The number they use but somebody else holds, "" when there is none."""
        return self._phone_of("relative")

    def _phone_of(self, owner: str) -> str:
        return next((phone.number for phone in self.phones if phone.sim_owner == owner), "")


class Preset(Shape):
    """A stable handle for a kind of citizen, and what it stands for."""

    handle: str
    says: str


class Time(Shape):
    """A world's clock: ``mode`` running or frozen, ``now`` its own time in UTC."""

    mode: str
    now: datetime


class Message(Shape):
    """One SMS of kind otp, password, vneid_otp or vneid_notice; ``status`` what became of it.

    ``code`` are the six digits of an otp or vneid_otp, None for other kinds.
    """

    seq: int
    to: str
    kind: str
    body: str
    code: str | None
    issued_at: datetime
    deliver_at: datetime | None
    delivered_at: datetime | None
    expires_at: datetime | None
    superseded_by: int | None
    status: str


class Match(Shape):
    """What ordered trouble waits for; None matches any."""

    channel: str
    to: str | None
    kind: str | None
    step: str | None


class Action(Shape):
    """What ordered trouble does."""

    type: str
    seconds: int | None
    status: int | None


class Expectation(Shape):
    """Trouble ordered in advance: ``hits`` of ``times`` have struck, ``left`` are to come."""

    id: int
    match: Match
    action: Action
    times: int
    hits: int
    left: int
    withdrawn: bool
    ordered_by: str


class Event(Shape):
    """One line of a world's log."""

    seq: int
    at: datetime
    actor: str
    kind: str
    payload: dict[str, Any]


class Finding(Shape):
    """One mistake of a run, with the clause it breaks."""

    rule: str
    title: str
    clause: str
    points: int


class Score(Shape):
    """The marks of a run so far; ``points`` 0 to 100."""

    points: int
    passed: bool
    outcome: str
    findings: tuple[Finding, ...] = ()
    observations: tuple[Finding, ...] = ()


class ScenarioInfo(Shape):
    """One scenario that a world can be made of; ``topics`` account, vneid or both."""

    id: str
    title: str
    topics: tuple[str, ...] = ()


class WorldState(Shape):
    """A world as the simulator describes it."""

    id: str
    seed: int
    scenario: str
    era: str
    seq: int
    urls: Links
    officer: Officer
    citizen: Citizen
    clock: Time
    expires_at: datetime
