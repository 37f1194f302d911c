"""Queries about an office's venues and its own calendar."""

from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from rostering.calendar import Override
from rostering.values import Half, Opening, Venue
from sandbox.vietnamese import text_key
from web.roster.planning.models import OverrideRow, VenueRow
from web.roster.planning.records import Place

_VENUE = VenueRow.__table__.c
_DAY = OverrideRow.__table__.c


def places(connection: Connection, unit_id: int) -> list[Place]:
    """The unit's venues by name, those switched off too."""
    question = select(VenueRow.__table__).where(_VENUE.unit_id == unit_id)
    found = [_place(row) for row in connection.execute(question)]
    return sorted(found, key=lambda one: (text_key(one.venue.name), one.venue.id))


def place(connection: Connection, unit_id: int, venue_id: str) -> Place | None:
    """The unit's venue of that id."""
    which = (_VENUE.unit_id == unit_id, _VENUE.id == venue_id)
    row = connection.execute(select(VenueRow.__table__).where(*which)).first()
    return _place(row) if row else None


def add_place(connection: Connection, unit_id: int, place: Place) -> None:
    """A new venue."""
    values = {"id": place.venue.id, "unit_id": unit_id, **_stored(place)}
    connection.execute(insert(VenueRow), [values])


def change_place(connection: Connection, changed: Place) -> None:
    """Store everything about a venue anew."""
    statement = update(VenueRow).where(_VENUE.id == changed.venue.id)
    connection.execute(statement.values(**_stored(changed)))


def overrides(connection: Connection, unit_id: int) -> tuple[Override, ...]:
    """The office's own days, in order."""
    columns = (_DAY.day, _DAY.works, _DAY.name, _DAY.like, _DAY.source)
    question = select(*columns).where(_DAY.unit_id == unit_id).order_by(_DAY.day)
    return tuple(Override(**row._mapping) for row in connection.execute(question))


def save_override(connection: Connection, unit_id: int, override: Override) -> None:
    """Store what kind of day it is, in place of what was stored for it before."""
    delete_override(connection, unit_id, override.day)
    connection.execute(insert(OverrideRow), [{"unit_id": unit_id, **asdict(override)}])


def delete_override(connection: Connection, unit_id: int, day: date) -> None:
    """Go back to the usual calendar."""
    connection.execute(delete(OverrideRow).where(_DAY.unit_id == unit_id, _DAY.day == day))


def _place(row: Row[Any]) -> Place:
    openings = tuple(Opening(**one | {"half": Half(one["half"])}) for one in row.openings)
    return Place(Venue(row.id, row.name, openings), row.active)


def _stored(place: Place) -> dict[str, object]:
    venue = place.venue
    openings = [asdict(one) | {"half": one.half.value} for one in venue.openings]
    return {"name": venue.name, "openings": openings, "active": place.active}
