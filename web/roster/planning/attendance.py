"""Who really was on duty: check-ins, marks of absence and leave, as fairness counts them."""

from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy import Connection

from rostering import fairness
from rostering.values import Shift
from web.roster.planning import absence_store, presence_store
from web.roster.planning.office import Office


def missed(
    connection: Connection, office: Office, shifts: Collection[Shift], today: date
) -> frozenset[Shift]:
    """The shifts up to today that nobody attended; one that was covered is the stand-in's own."""
    period = office.period
    presences = presence_store.presence(connection, period.unit_id, period.first, period.last)
    by_shift = {
        shift: presences.get(presence_store.place_of(shift.person, shift.slot)) for shift in shifts
    }
    attendance = {shift: known.came for shift, known in by_shift.items() if known}
    past = [shift for shift in shifts if shift.slot.session.day < today]
    absent = {*office.vacated(past), *_reported(connection, period.unit_id, today)}
    return fairness.missed(shifts, attendance, absent)


def _reported(connection: Connection, unit_id: int, today: date) -> Iterator[Shift]:
    """Shifts gone by whose people reported that they cannot come, with nobody found ever since."""
    for one in absence_store.open_in(connection, unit_id):
        if one.shift.slot.session.day < today:
            yield one.shift
