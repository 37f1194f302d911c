"""What is carried from one period into the next: shifts above what was due, as they were kept."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from rostering.fairness import fairness
from web.roster.planning import attendance, office, period_store, shifts_store
from web.roster.planning.records import PeriodRecord, Version


def carried_into(connection: Connection, unit_id: int, first: date) -> dict[str, float]:
    """Shifts above what was due, by member, from the last published roster before that day."""
    before = _before(connection, unit_id, first)
    if before is None:
        return {}
    period, version = before
    return _left(connection, replace(period, carried=_came_to(connection, period)), version, first)


def settle(connection: Connection, unit_id: int, first: date) -> None:
    """Keep with the period before that day what the one before it came to in the end.

    Together with planning a period from that day: what is carried on rests on it.
    """
    before = _before(connection, unit_id, first)
    held = before and period_store.period(connection, unit_id, before[0].id, lock=True)
    if held:
        kept = replace(held, carried=_came_to(connection, held))
        period_store.change_period(connection, kept)


def _came_to(connection: Connection, period: PeriodRecord) -> Mapping[str, float]:
    """What was carried into a period, as it stands once the one before it is over.

    A period is planned while the one before still runs; who stood in or stayed away in its last
    days is known only later. Only for those to whom something was carried then: who joined since
    owes nothing from before.
    """
    before = _before(connection, period.unit_id, period.first)
    if before is None or not period.carried:
        return period.carried
    came_to = _left(connection, *before, period.first)
    return {who: came_to.get(who, extra) for who, extra in period.carried.items()}


def _before(
    connection: Connection, unit_id: int, first: date
) -> tuple[PeriodRecord, Version] | None:
    """The last period before that day with a published roster, and the one that held."""
    for period in period_store.periods(connection, unit_id):
        version = period_store.published(connection, period.id)
        if period.last < first and version:
            return period, version
    return None


def _left(
    connection: Connection, period: PeriodRecord, version: Version, first: date
) -> dict[str, float]:
    seen = office.read(connection, period)
    shifts = seen.placed(shifts_store.shifts(connection, version.id))
    kept = frozenset(shifts) - attendance.missed(connection, seen, shifts, first)
    people = fairness(seen.request, kept).people
    return {load.id: round(load.deviation, 2) for load in people}
