"""What is carried from one period into the next: turns above what was due, as they were kept."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from motcua.web.roster import attendance, office, period_store, turns_store
from motcua.web.roster.fairness import fairness
from motcua.web.roster.records import PeriodRecord, Version


def carried_into(connection: Connection, unit_id: int, first: date) -> dict[str, float]:
    """Turns above what was due, by member, from the last published roster before that day."""
    before = _before(connection, unit_id, first)
    if before is None:
        return {}
    period, version = before
    return _left(connection, _settled(connection, period), version, first)


def _settled(connection: Connection, period: PeriodRecord) -> PeriodRecord:
    """The period with what the one before it came to in the end.

    A period is planned while the one before still runs; who stood in or stayed away in its last
    days is known only now. Only for those to whom something was carried then: who joined later
    owes nothing from before.
    """
    before = _before(connection, period.unit_id, period.first)
    held = period_store.period(connection, period.unit_id, period.id, lock=True)
    if before is None or held is None or not held.carried:
        return period
    came_to = _left(connection, *before, held.first)
    carried = {who: came_to.get(who, extra) for who, extra in held.carried.items()}
    kept = replace(held, carried=carried)
    period_store.change_period(connection, kept)
    return kept


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
    turns = seen.placed(turns_store.turns(connection, version.id))
    kept = frozenset(turns) - attendance.missed(connection, seen, turns, first)
    people = fairness(seen.request, kept).people
    return {load.id: round(load.deviation, 2) for load in people}
