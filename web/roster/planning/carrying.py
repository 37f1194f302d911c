"""What is carried from one period into the next: shifts above what was due, by attendance."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from rostering.fairness import fairness
from web.roster.planning import attendance, period_store, shifts_store
from web.roster.planning.office import read_office
from web.roster.planning.records import PeriodRecord, Version


def carried_into(connection: Connection, unit_id: int, first: date) -> dict[str, float]:
    """Shifts above what was due, by member, from the last published roster before that day."""
    before = _before(connection, unit_id, first)
    if before is None:
        return {}
    period, version = before
    return _left(
        connection, replace(period, carried=_final_carried(connection, period)), version, first
    )


def store_carried(connection: Connection, unit_id: int, first: date) -> None:
    """Store with the period before that day what the one before it came to in the end.

    Together with planning a period from that day: what is carried on rests on it.
    """
    before = _before(connection, unit_id, first)
    previous = before and period_store.period(connection, unit_id, before[0].id, lock=True)
    if previous:
        updated = replace(previous, carried=_final_carried(connection, previous))
        period_store.change_period(connection, updated)


def _final_carried(connection: Connection, period: PeriodRecord) -> Mapping[str, float]:
    """What was carried into a period, as it stands once the one before it is over.

    A period is planned while the one before still runs; who stood in or stayed away in its last
    days is known only later. Only for those to whom something was carried then: who joined since
    owes nothing from before.
    """
    before = _before(connection, period.unit_id, period.first)
    if before is None or not period.carried:
        return period.carried
    final = _left(connection, *before, period.first)
    return {who: final.get(who, extra) for who, extra in period.carried.items()}


def _before(
    connection: Connection, unit_id: int, first: date
) -> tuple[PeriodRecord, Version] | None:
    """The last period before that day with a published roster, and the version in force then."""
    for period in period_store.periods(connection, unit_id):
        version = period_store.published(connection, period.id)
        if period.last < first and version:
            return period, version
    return None


def _left(
    connection: Connection, period: PeriodRecord, version: Version, first: date
) -> dict[str, float]:
    office = read_office(connection, period)
    shifts = office.in_own_slots(shifts_store.shifts(connection, version.id))
    attended = frozenset(shifts) - attendance.missed(connection, office, shifts, first)
    people = fairness(office.request, attended).people
    return {load.id: round(load.deviation, 2) for load in people}
