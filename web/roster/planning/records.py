"""Stored records of rosters, as plain values: members, places, leave, periods, versions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from rostering.values import Half, Organisation, Venue


class LeaveState(StrEnum):
    """The state of a request for leave."""

    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"


class HomeKind(StrEnum):
    """What members' organisations are (S0-15, S1-01, S1-02)."""

    DESK = "desk"
    BODY = "body"  # Fatherland Front, Youth Union and their like
    POLICE = "police"
    PARTNER = "partner"  # post office, telecommunications
    OTHER = "other"


class VersionState(StrEnum):
    """A draft is worked on; a published version never changes again."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who can be on duty; see ``MemberRow``."""

    id: str
    unit_id: int
    organisation: Organisation
    person_id: int | None
    name: str
    competent: frozenset[str]
    learning: frozenset[str]
    capable_phone: bool
    experienced: bool
    percent: int
    venues: frozenset[str] | None
    available: frozenset[tuple[int, Half]] | None
    per_day: int | None
    per_week: int | None
    per_period: int | None
    starts: date | None
    ends: date | None
    active: bool

    @property
    def page(self) -> str:
        """The address of the member's page."""
        return f"/lich-truc/nguoi/{self.id}"


@dataclass(frozen=True, slots=True)
class Home:
    """An organisation with how many of its members are on the list."""

    organisation: Organisation
    kind: HomeKind
    members: int

    @property
    def page(self) -> str:
        """The address of its page."""
        return f"/lich-truc/to-chuc/{self.organisation.id}"


@dataclass(frozen=True, slots=True)
class Place:
    """A venue, and whether anything is still planned for it."""

    venue: Venue
    active: bool


@dataclass(frozen=True, slots=True)
class LeaveRecord:
    """Days off somebody asked for; see ``LeaveRow``."""

    id: str
    member_id: str
    first: date
    last: date
    half: Half | None
    state: LeaveState
    note: str
    asked_at: datetime
    decided_by: int | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PeriodRecord:
    """What rosters are made for; see ``PeriodRow``. ``venues`` are ids."""

    id: str
    unit_id: int
    first: date
    last: date
    plan_start: date | None
    decision_number: str
    decision_date: date | None
    venues: tuple[str, ...]
    made_by: int
    made_at: datetime
    on_duty: frozenset[date] = frozenset()
    frozen_days: frozenset[date] = frozenset()
    agreed: tuple[Mapping[str, object], ...] = ()
    carried: Mapping[str, float] = field(default_factory=dict)
    weights: Mapping[str, int] = field(default_factory=dict)
    seed: int = 0
    wishes_until: date | None = None

    @property
    def page(self) -> str:
        """The address of the period's page."""
        return f"/lich-truc/ky/{self.id}"


@dataclass(frozen=True, slots=True)
class Version:
    """One roster of a period; see ``VersionRow``."""

    id: str
    period_id: str
    number: int
    state: VersionState
    changes: int
    why: str
    made_by: int
    made_at: datetime
    approved_by: int | None = None
    published_at: datetime | None = None

    @property
    def published(self) -> bool:
        """Whether it can no longer change."""
        return self.state is VersionState.PUBLISHED

    @property
    def page(self) -> str:
        """The address of the version's page."""
        return f"/lich-truc/ban/{self.id}"


@dataclass(frozen=True, slots=True)
class GapRecord:
    """A gap of a version, with who accepted it and why; nobody yet when ``accepted_by`` is None."""

    day: date
    half: Half
    venue: str
    duty: str
    people: int
    competent: int
    accepted_by: int | None = None
    reason: str = ""
    accepted_at: datetime | None = None
