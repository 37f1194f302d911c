"""The questions asked about presence, links and the unit's customs."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from rostering.hours import LATE
from rostering.values import Slot
from web.roster.duty.models import CustomRow, LinkRow, PresenceRow
from web.roster.planning.models import MemberRow
from web.shell.ids import could_be_id

_PRESENCE = PresenceRow.__table__.c
_LINK = LinkRow.__table__.c
_CUSTOM = CustomRow.__table__.c
_MEMBER = MemberRow.__table__.c

Place = tuple[str, date, str, str]
"""Member, day, half and venue: where somebody said that they are."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether somebody came, and when that was said."""

    came: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Link:
    """A link; see ``LinkRow``."""

    code: str
    unit_id: int
    member_id: str | None
    made_at: datetime
    revoked_at: datetime | None

    @property
    def calendar(self) -> str:
        """The address of a personal calendar."""
        return f"/lich-ca-nhan/{self.code}.ics"

    @property
    def lobby(self) -> str:
        """The address of the page for the lobby."""
        return f"/dang-truc/{self.code}"


@dataclass(frozen=True, slots=True)
class Custom:
    """How a unit wants it; see ``CustomRow``."""

    swaps_approved: bool = True
    ask_minutes: int = 15
    late_minutes: int | None = None

    @property
    def raises_alarm(self) -> bool:
        """Whether the head is told without looking."""
        return self.late_minutes != 0

    @property
    def late_after(self) -> timedelta:
        """From the beginning of a session until somebody is missed."""
        return timedelta(minutes=self.late_minutes) if self.late_minutes else LATE


def place_of(member_id: str, slot: Slot) -> Place:
    """The key under which somebody's presence is kept."""
    return member_id, slot.session.day, slot.session.half.value, slot.venue


def presence(
    connection: Connection, unit_id: int, first: date, last: date | None = None
) -> dict[Place, Presence]:
    """Everything said in a unit about a day, or about the days from one to another."""
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


def keep_presence(connection: Connection, place: Place, said: Presence, said_by: int) -> None:
    """Say whether somebody came; what was said before is replaced."""
    names = ("member_id", "day", "half", "venue_id")
    forgetting = delete(PresenceRow).where(
        *(_PRESENCE[name] == value for name, value in zip(names, place, strict=True))
    )
    connection.execute(forgetting)
    row = dict(zip(names, place, strict=True)) | {
        "came": said.came,
        "at": said.at,
        "said_by": said_by,
    }
    connection.execute(insert(PresenceRow), [row])


def link(connection: Connection, code: str) -> Link | None:
    """The link of that code, revoked or not."""
    if not could_be_id(code):
        return None
    row = connection.execute(_links().where(_LINK.code == code)).first()
    return Link(*row) if row else None


def open_link(connection: Connection, unit_id: int, member_id: str | None) -> Link | None:
    """The link in use: of a member's calendar, or of the unit's lobby for None."""
    whose = _LINK.member_id.is_(None) if member_id is None else _LINK.member_id == member_id
    which = (_LINK.unit_id == unit_id, whose, _LINK.revoked_at.is_(None))
    row = connection.execute(_links().where(*which)).first()
    return Link(*row) if row else None


def _links() -> Select[Any]:
    return select(*(_LINK[name] for name in Link.__dataclass_fields__))


def add_link(connection: Connection, made: Link) -> None:
    """A new link."""
    values = {name: getattr(made, name) for name in Link.__dataclass_fields__}
    connection.execute(insert(LinkRow), [values])


def revoke(connection: Connection, code: str, now: datetime) -> None:
    """Nobody gets in by this link any more."""
    connection.execute(update(LinkRow).where(_LINK.code == code).values(revoked_at=now))


def custom(connection: Connection, unit_id: int) -> Custom:
    """The unit's customs; the usual ones until it has said otherwise."""
    columns = (_CUSTOM[name] for name in Custom.__dataclass_fields__)
    row = connection.execute(select(*columns).where(_CUSTOM.unit_id == unit_id)).first()
    return Custom(*row) if row else Custom()


def keep_custom(connection: Connection, unit_id: int, said: Custom) -> None:
    """Let the unit have it this way."""
    connection.execute(delete(CustomRow).where(_CUSTOM.unit_id == unit_id))
    values = {name: getattr(said, name) for name in Custom.__dataclass_fields__}
    connection.execute(insert(CustomRow), [{"unit_id": unit_id, **values}])
