"""Queries about who came."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select

from rostering.values import Slot
from web.roster.planning.attendance_models import PresenceRow
from web.roster.planning.models import MemberRow

_PRESENCE = PresenceRow.__table__.c
_MEMBER = MemberRow.__table__.c

Place = tuple[str, date, str, str]
"""Member, day, half and venue: where somebody checked in."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether somebody came, and when that was recorded."""

    came: bool
    at: datetime


def place_of(member_id: str, slot: Slot) -> Place:
    """The key under which somebody's presence is stored."""
    return member_id, slot.session.day, slot.session.half.value, slot.venue


def presence(
    connection: Connection, unit_id: int, first: date, last: date | None = None
) -> dict[Place, Presence]:
    """All attendance recorded in a unit for a day, or for the days from one to another."""
    columns = (_PRESENCE.member_id, _PRESENCE.day, _PRESENCE.half, _PRESENCE.venue_id)
    question = (
        select(*columns, _PRESENCE.came, _PRESENCE.at)
        .join_from(PresenceRow, MemberRow, _PRESENCE.member_id == _MEMBER.id)
        .where(_MEMBER.unit_id == unit_id, _PRESENCE.day.between(first, last or first))
    )
    return {
        (row.member_id, row.day, row.half, row.venue_id): Presence(row.came, row.at)
        for row in connection.execute(question)
    }


def save_presence(
    connection: Connection, place: Place, presence: Presence, recorded_by: int
) -> None:
    """Record whether somebody came, in place of what was recorded before."""
    names = ("member_id", "day", "half", "venue_id")
    previous = delete(PresenceRow).where(
        *(_PRESENCE[name] == value for name, value in zip(names, place, strict=True))
    )
    connection.execute(previous)
    row = dict(zip(names, place, strict=True)) | {
        "came": presence.came,
        "at": presence.at,
        "said_by": recorded_by,
    }
    connection.execute(insert(PresenceRow), [row])
