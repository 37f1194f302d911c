"""What a roster is made from and what it is: people, places, sessions, shifts.

All values are frozen and compare by content. Ids are whatever text the caller keeps people and
places under, each once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

SUPPORTER = "supporter"  # helps citizens install and activate at the desk (S0-15)
PROPAGANDA = "dvc_account_propaganda"  # speaks for the portal's accounts (S0-17)


class Half(StrEnum):
    """The two sessions of a day; their codes sort in their order."""

    MORNING = "am"
    AFTERNOON = "pm"


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """Half a day on which the office is open, or keeps people on duty.

    ``like`` is the weekday (Monday 0) whose opening hours hold: its own, or the swapped day's.
    ``off`` is the holiday's name when this is duty on a day off, else "".
    """

    day: date
    half: Half
    like: int = field(compare=False)
    off: str = field(default="", compare=False)

    @property
    def week(self) -> tuple[int, int]:
        """The year and number of the ISO week, which limits count by."""
        year, week, _ = self.day.isocalendar()
        return year, week


@dataclass(frozen=True, slots=True)
class Opening:
    """How many people a place wants in one session, ``competent`` of them able to work alone.

    ``weekday``: Monday 0 to Sunday 6; None means duty on a day off, any weekday.
    """

    weekday: int | None
    half: Half
    wanted: int = 1
    competent: int = 1
    duty: str = SUPPORTER


@dataclass(frozen=True, slots=True)
class Venue:
    """A place with its openings: the desk, the police post, the post office …"""

    id: str
    name: str
    openings: tuple[Opening, ...]


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One duty at one place in one session: what has to be filled."""

    session: Session
    venue: str
    duty: str
    wanted: int = field(default=1, compare=False)
    competent: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Organisation:
    """Where people come from; ``share`` weighs its people's part (1.0 is a full part).

    ``may_be_empty``: all its people may be on duty at once. So it is for the desk itself, not for
    a mass organisation with two people, one of whom has to stay.
    """

    id: str
    name: str
    share: float = 1.0
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Leave:
    """Days off, both ends included; ``half`` leaves the other half of each day free."""

    first: date
    last: date
    half: Half | None = None

    def covers(self, session: Session) -> bool:
        """Whether the session falls into it."""
        return self.first <= session.day <= self.last and self.half in {None, session.half}


@dataclass(frozen=True, slots=True)
class More:
    """Shifts somebody agreed to beyond a limit, on one day or from a Monday to its Sunday."""

    first: date
    last: date
    shifts: int


@dataclass(frozen=True, slots=True)
class Limits:
    """The most shifts in a day, an ISO week and the whole period; None is no limit."""

    per_day: int | None = None
    per_week: int | None = None
    per_period: int | None = None
    more: tuple[More, ...] = ()

    def more_in(self, first: date, last: date) -> int:
        """Shifts agreed to beyond the limit of exactly these days."""
        return sum(more.shifts for more in self.more if (more.first, more.last) == (first, last))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be on duty.

    ``competent``: duties they can do alone; ``learning``: duties they may do beside somebody
    competent. ``venues`` and ``available`` (weekday, half) are None for "everywhere" and "always".
    ``share``: full time is 1.0. ``carried``: shifts done above (or, negative, below) what was due
    in earlier periods. ``agreed``: sessions they come to although leave or hours speak against it.
    """

    id: str
    name: str
    organisation: Organisation
    competent: frozenset[str] = frozenset({SUPPORTER})
    learning: frozenset[str] = frozenset()
    capable_phone: bool = True
    experienced: bool = True
    share: float = 1.0
    venues: frozenset[str] | None = None
    available: frozenset[tuple[int, Half]] | None = None
    leave: tuple[Leave, ...] = ()
    limits: Limits = Limits()
    starts: date | None = None
    ends: date | None = None
    carried: float = 0.0
    agreed: frozenset[Session] = frozenset()


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody would like (or, ``wants`` False, would rather not); None matches any."""

    person: str
    wants: bool
    weekday: int | None = None
    half: Half | None = None
    day: date | None = None

    def matches(self, session: Session) -> bool:
        """Whether the wish is about this session."""
        return (
            self.weekday in {None, session.like}
            and self.half in {None, session.half}
            and self.day in {None, session.day}
        )


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """A person on duty in a slot."""

    slot: Slot
    person: str


@dataclass(frozen=True, slots=True)
class Weights:
    """What the soft rules cost, in whole points.

    ``fair``: one person one shift from their due (twice as far costs four times as much);
    ``organisation``: the same for an organisation as a whole; ``wish``: a wish not met;
    ``weekday``: a shift too many on the same weekday; ``alone``: new people without an experienced
    one; ``phone``: a session without a capable telephone.
    """

    fair: int = 10
    organisation: int = 4
    wish: int = 8
    weekday: int = 3
    alone: int = 15
    phone: int = 15


@dataclass(frozen=True, slots=True)
class Request:
    """Everything a roster is made from.

    ``frozen`` shifts are facts: counted whatever speaks against them. On ``frozen_days`` nothing
    else is added. ``previous`` is what was published: with it, as little as possible is
    changed. ``may_empty``: organisations that agreed to be empty in a session.
    ``seed`` chooses between rosters that are equally good.
    """

    people: tuple[Person, ...]
    slots: tuple[Slot, ...]
    wishes: tuple[Wish, ...] = ()
    frozen: frozenset[Shift] = frozenset()
    frozen_days: frozenset[date] = frozenset()
    previous: frozenset[Shift] | None = None
    may_empty: frozenset[tuple[str, Session]] = frozenset()
    weights: Weights = Weights()
    seed: int = 0
    venue_names: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """What is missing in a slot: an object that cannot be published away.

    ``people`` are missing in all, ``competent`` of them have to be able to work alone; with
    ``competent`` above 0 the slot has too few who can help a citizen, the worse case.
    """

    slot: Slot
    people: int
    competent: int


@dataclass(frozen=True, slots=True)
class Roster:
    """Shifts in order, and what is missing on days that are not frozen."""

    shifts: tuple[Shift, ...]
    gaps: tuple[Gap, ...] = ()
