"""Tables: who can be on duty and where, the office's calendar, periods and their versions.

Nobody and nothing that was ever on a roster is deleted: it is switched off. A published version,
its shifts and its gaps are facts; both databases refuse to change them.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime


class OrganisationRow(Base):
    """Where members come from; ``percent`` of a full part is due to its people.

    ``kind`` is one of ``records.HomeKind``.
    """

    __tablename__ = "roster_organisation"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    name: Mapped[str] = mapped_column(String(150))
    percent: Mapped[int]
    may_be_empty: Mapped[bool]
    kind: Mapped[str] = mapped_column(String(20), server_default="other")


class VenueRow(Base):
    """A place; ``openings`` are objects with the fields of ``values.Opening``."""

    __tablename__ = "roster_venue"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    name: Mapped[str] = mapped_column(String(150))
    openings: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    active: Mapped[bool]


class MemberRow(Base):
    """Somebody who can be on duty, with an account (``person_id``) or without.

    ``venues``: ids, None for everywhere. ``available``: [weekday, half] pairs, None for always.
    ``percent``: 100 is full time.
    """

    __tablename__ = "roster_member"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("roster_organisation.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    competent: Mapped[list[str]] = mapped_column(JSON)
    learning: Mapped[list[str]] = mapped_column(JSON)
    capable_phone: Mapped[bool]
    experienced: Mapped[bool]
    percent: Mapped[int]
    venues: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    available: Mapped[list[list[Any]] | None] = mapped_column(JSON(none_as_null=True))
    per_day: Mapped[int | None]
    per_week: Mapped[int | None]
    per_period: Mapped[int | None]
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    active: Mapped[bool]


class LeaveRow(Base):
    """Days off that were asked for; only ``approved`` ones keep somebody off a roster."""

    __tablename__ = "roster_leave"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("roster_member.id"), index=True)
    first: Mapped[date]
    last: Mapped[date]
    half: Mapped[str | None] = mapped_column(String(2))
    state: Mapped[str] = mapped_column(String(10))
    note: Mapped[str] = mapped_column(String(300))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class WishRow(Base):
    """What somebody would like, or rather not; see ``values.Wish``."""

    __tablename__ = "roster_wish"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("roster_member.id"), index=True)
    wants: Mapped[bool]
    weekday: Mapped[int | None]
    half: Mapped[str | None] = mapped_column(String(2))
    day: Mapped[date | None]


class OverrideRow(Base):
    """A day off or worked against the usual calendar; see ``calendar.Override``."""

    __tablename__ = "calendar_override"

    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    works: Mapped[bool]
    like: Mapped[date | None]
    name: Mapped[str] = mapped_column(String(150))
    source: Mapped[str] = mapped_column(String(150))


class PeriodRow(Base):
    """What rosters are made for.

    ``agreed``: what was agreed to beyond the rules (``concessions``). ``carried``: shifts above due
    from before, by member id. The decision is the one that set up the team (S0-20).
    """

    __tablename__ = "roster_period"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    first: Mapped[date]
    last: Mapped[date]
    plan_start: Mapped[date | None]
    decision_number: Mapped[str] = mapped_column(String(60))
    decision_date: Mapped[date | None]
    venues: Mapped[list[str]] = mapped_column(JSON)
    on_duty: Mapped[list[str]] = mapped_column(JSON)
    frozen_days: Mapped[list[str]] = mapped_column(JSON)
    agreed: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    carried: Mapped[dict[str, float]] = mapped_column(JSON)
    weights: Mapped[dict[str, int]] = mapped_column(JSON)
    seed: Mapped[int]
    wishes_until: Mapped[date | None]
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class VersionRow(Base):
    """One roster of a period; the newest published one holds. ``changes`` counts edits."""

    __tablename__ = "roster_version"
    __table_args__ = (UniqueConstraint("period_id", "number"),)

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    period_id: Mapped[str] = mapped_column(ForeignKey("roster_period.id"), index=True)
    number: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    changes: Mapped[int]
    why: Mapped[str] = mapped_column(String(300))
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ShiftRow(Base):
    """Somebody on duty."""

    __tablename__ = "roster_turn"

    version_id: Mapped[str] = mapped_column(ForeignKey("roster_version.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    half: Mapped[str] = mapped_column(String(2), primary_key=True)
    venue_id: Mapped[str] = mapped_column(ForeignKey("roster_venue.id"), primary_key=True)
    duty: Mapped[str] = mapped_column(String(40), primary_key=True)
    member_id: Mapped[str] = mapped_column(
        ForeignKey("roster_member.id"), primary_key=True, index=True
    )


class GapRow(Base):
    """Who is missing where, and who accepted that, with the reason they gave."""

    __tablename__ = "roster_gap"

    version_id: Mapped[str] = mapped_column(ForeignKey("roster_version.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    half: Mapped[str] = mapped_column(String(2), primary_key=True)
    venue_id: Mapped[str] = mapped_column(ForeignKey("roster_venue.id"), primary_key=True)
    duty: Mapped[str] = mapped_column(String(40), primary_key=True)
    people: Mapped[int]
    competent: Mapped[int]
    accepted_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(String(300))
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
