"""Tables: what happens to a published roster from day to day. Lines are added, seldom changed."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from web.shell.database import Base, UtcDateTime

_MEMBER = "roster_member.id"
_VENUE = "roster_venue.id"
_PERSON = "person.id"


class SwapRow(Base):
    """A swap somebody asked for; ``state`` is one of ``exchange.State``."""

    __tablename__ = "roster_swap"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    asker_id: Mapped[str] = mapped_column(ForeignKey(_MEMBER))
    approved_by_head: Mapped[bool]
    state: Mapped[str] = mapped_column(String(10))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_by: Mapped[int | None] = mapped_column(ForeignKey(_PERSON))


class SwapPartRow(Base):
    """One shift of a swap: ``member_id`` hands it to ``to_id``."""

    __tablename__ = "roster_swap_part"

    swap_id: Mapped[str] = mapped_column(ForeignKey("roster_swap.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[date]
    half: Mapped[str] = mapped_column(String(2))
    venue_id: Mapped[str] = mapped_column(ForeignKey(_VENUE))
    duty: Mapped[str] = mapped_column(String(40))
    member_id: Mapped[str] = mapped_column(ForeignKey(_MEMBER))
    to_id: Mapped[str] = mapped_column(ForeignKey(_MEMBER))


class SwapAnswerRow(Base):
    """The answer of one of those concerned; ``said_by`` is the head where they have no account."""

    __tablename__ = "roster_swap_answer"

    swap_id: Mapped[str] = mapped_column(ForeignKey("roster_swap.id"), primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey(_MEMBER), primary_key=True)
    agrees: Mapped[bool]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    said_by: Mapped[int] = mapped_column(ForeignKey(_PERSON))


class LinkRow(Base):
    """An unguessable link: a member's calendar, or (no member) the unit's page for the lobby.

    ``code`` is the name in the link (``web.shell.links``).
    """

    __tablename__ = "roster_link"

    code: Mapped[str] = mapped_column(String(22), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    member_id: Mapped[str | None] = mapped_column(ForeignKey(_MEMBER), index=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DutySettingsRow(Base):
    """A unit's settings: whether its head approves swaps, how long each person is asked.

    ``late_minutes``: after which somebody who has not come is missed; 0 raises no alarm, None is
    the usual.
    """

    __tablename__ = "roster_custom"

    unit_id: Mapped[int] = mapped_column(
        ForeignKey("unit.id"), primary_key=True, autoincrement=False
    )
    swaps_approved: Mapped[bool]
    ask_minutes: Mapped[int]
    late_minutes: Mapped[int | None]
