"""Tables: who came, who could not come and who stood in, who has seen a published version."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime

_MEMBER = "roster_member.id"
_VENUE = "roster_venue.id"
_PERSON = "person.id"


class AbsenceRow(Base):
    """Somebody cannot come; ``ranked`` are asked in turn, each for ``limit_s`` seconds.

    ``outcome`` is one of ``absence_store.Outcome`` once it is closed.
    """

    __tablename__ = "roster_absence"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    member_id: Mapped[str] = mapped_column(ForeignKey(_MEMBER), index=True)
    day: Mapped[date]
    half: Mapped[str] = mapped_column(String(2))
    venue_id: Mapped[str] = mapped_column(ForeignKey(_VENUE))
    duty: Mapped[str] = mapped_column(String(40))
    began_at: Mapped[datetime] = mapped_column(UtcDateTime)
    limit_s: Mapped[int]
    ranked: Mapped[list[str]] = mapped_column(JSON)
    told_by: Mapped[int] = mapped_column(ForeignKey(_PERSON))
    outcome: Mapped[str | None] = mapped_column(String(10))
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_by: Mapped[int | None] = mapped_column(ForeignKey(_PERSON))


class AbsenceAnswerRow(Base):
    """The answer of somebody who was asked to stand in."""

    __tablename__ = "roster_absence_answer"

    absence_id: Mapped[str] = mapped_column(ForeignKey("roster_absence.id"), primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey(_MEMBER), primary_key=True)
    agrees: Mapped[bool]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    said_by: Mapped[int] = mapped_column(ForeignKey(_PERSON))


class PresenceRow(Base):
    """Somebody checked in at the desk, or the head recorded that they have not come."""

    __tablename__ = "roster_presence"

    member_id: Mapped[str] = mapped_column(ForeignKey(_MEMBER), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    half: Mapped[str] = mapped_column(String(2), primary_key=True)
    venue_id: Mapped[str] = mapped_column(ForeignKey(_VENUE), primary_key=True)
    came: Mapped[bool]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    said_by: Mapped[int] = mapped_column(ForeignKey(_PERSON))


class ReadRow(Base):
    """A member has seen a published version; the first time counts."""

    __tablename__ = "roster_read"

    version_id: Mapped[str] = mapped_column(ForeignKey("roster_version.id"), primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey(_MEMBER), primary_key=True, index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
