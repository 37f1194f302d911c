"""Queries about links and the unit's settings."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from rostering.hours import LATE
from web.roster.duty.models import DutySettingsRow, LinkRow
from web.shell.ids import could_be_id
from web.shell.links import link_to

_LINK = LinkRow.__table__.c
_SETTINGS = DutySettingsRow.__table__.c


@dataclass(frozen=True, slots=True)
class Link:
    """A link; ``code`` is its name (``web.shell.links``), see ``LinkRow``."""

    code: str
    unit_id: int
    member_id: str | None
    made_at: datetime
    revoked_at: datetime | None

    @property
    def calendar(self) -> str:
        """The address of a personal calendar."""
        return f"/lich-ca-nhan/{link_to(self.code)}.ics"

    @property
    def lobby(self) -> str:
        """The address of the page for the lobby."""
        return f"/dang-truc/{link_to(self.code)}"


@dataclass(frozen=True, slots=True)
class DutySettings:
    """A unit's own settings; see ``DutySettingsRow``."""

    swaps_approved: bool = True
    ask_minutes: int = 15
    late_minutes: int | None = None

    @property
    def raises_alarm(self) -> bool:
        """Whether the head is notified without looking."""
        return self.late_minutes != 0

    @property
    def late_after(self) -> timedelta:
        """From the beginning of a session until somebody is missed."""
        return timedelta(minutes=self.late_minutes) if self.late_minutes else LATE


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


def links_of(connection: Connection, member_id: str) -> list[tuple[datetime, datetime | None]]:
    """When each link to one's calendar was created and revoked; never the link itself."""
    question = select(_LINK.made_at, _LINK.revoked_at).where(_LINK.member_id == member_id)
    rows = connection.execute(question.order_by(_LINK.made_at))
    return [(row.made_at, row.revoked_at) for row in rows]


def _links() -> Select[Any]:
    return select(*(_LINK[name] for name in Link.__dataclass_fields__))


def add_link(connection: Connection, link: Link) -> None:
    """A new link."""
    values = {name: getattr(link, name) for name in Link.__dataclass_fields__}
    connection.execute(insert(LinkRow), [values])


def revoke(connection: Connection, code: str, now: datetime) -> None:
    """Nobody gets in by this link any more."""
    connection.execute(update(LinkRow).where(_LINK.code == code).values(revoked_at=now))


def duty_settings(connection: Connection, unit_id: int) -> DutySettings:
    """The unit's settings; the defaults until it has saved its own."""
    columns = (_SETTINGS[name] for name in DutySettings.__dataclass_fields__)
    row = connection.execute(select(*columns).where(_SETTINGS.unit_id == unit_id)).first()
    return DutySettings(*row) if row else DutySettings()


def save_duty_settings(connection: Connection, unit_id: int, settings: DutySettings) -> None:
    """Store the unit's settings."""
    connection.execute(delete(DutySettingsRow).where(_SETTINGS.unit_id == unit_id))
    values = {name: getattr(settings, name) for name in DutySettings.__dataclass_fields__}
    connection.execute(insert(DutySettingsRow), [{"unit_id": unit_id, **values}])
