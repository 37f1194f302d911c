"""Who really was on duty: check-ins, marks of absence and leave, as fairness counts them."""

from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy import Connection

from rostering import fairness
from rostering.values import Shift
from web.roster.planning import absence_store, presence_store
from web.roster.planning.office import Office


def missed(
    connection: Connection, seen: Office, shifts: Collection[Shift], today: date
) -> frozenset[Shift]:
    """The shifts up to today that nobody kept; whoever stood in has the shift in their own name."""
    period = seen.period
    said = presence_store.presence(connection, period.unit_id, period.first, period.last)
    placed = {
        shift: said.get(presence_store.place_of(shift.person, shift.slot)) for shift in shifts
    }
    came = {shift: known.came for shift, known in placed.items() if known}
    past = [shift for shift in shifts if shift.slot.session.day < today]
    away = {*seen.vacated(past), *_reported(connection, period.unit_id, today)}
    return fairness.missed(shifts, came, away)


def _reported(connection: Connection, unit_id: int, today: date) -> Iterator[Shift]:
    """Shifts gone by whose people said that they cannot come, with nobody found ever since."""
    for one in absence_store.open_in(connection, unit_id):
        if one.shift.slot.session.day < today:
            yield one.shift
