"""The questions asked about people's attempts. A world's seed stands in its first line only."""

import json
from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, select

from sandbox.vietnamese import sort_key
from training.mastery import Attempt
from web.practice.competence.measuring import COUNTED
from web.practice.competence.people import PRACTISING, Colleague
from web.practice.runs.store import RUN
from web.shell.formatting import OFFICE_ZONE
from web.shell.people import Role
from web.shell.session_models import PersonRow, UnitRow
from web.worlds.store import first_line_of

_RUN = RUN.c
_PERSON = PersonRow.__table__.c
_UNIT = UnitRow.__table__.c
_ACTIVE = and_(_PERSON.active, _PERSON.role.in_([role.value for role in PRACTISING]))


def colleagues(connection: Connection, unit_id: int) -> list[Colleague]:
    """Everybody of the unit who practises, in the order of a Vietnamese list."""
    found = _colleagues(connection, _ACTIVE, _PERSON.unit_id == unit_id)
    return sorted(found, key=lambda each: (sort_key(each.full_name), each.id))


def colleague(connection: Connection, person_id: int) -> Colleague | None:
    """One active person who practises."""
    return next(iter(_colleagues(connection, _ACTIVE, _PERSON.id == person_id)), None)


def _colleagues(connection: Connection, *which: ColumnElement[bool]) -> list[Colleague]:
    columns = (_PERSON.id, _PERSON.full_name, _PERSON.role, _PERSON.unit_id, _UNIT.name)
    question = select(*columns).join_from(PersonRow, UnitRow, _PERSON.unit_id == _UNIT.id)
    rows = connection.execute(question.where(*which))
    return [Colleague(key, name, Role(role), *unit) for key, name, role, *unit in rows]


def attempts_of(connection: Connection, person_id: int) -> list[Attempt]:
    """One person's marked runs, oldest first."""
    return _attempts(connection, _RUN.person_id == person_id).get(person_id, [])


def attempts_in(connection: Connection, unit_id: int) -> dict[int, list[Attempt]]:
    """The marked runs of everybody who belongs to the unit now, wherever they were done."""
    here = select(_PERSON.id).where(_PERSON.unit_id == unit_id)
    return _attempts(connection, _RUN.person_id.in_(here))


def _attempts(connection: Connection, whose: ColumnElement[bool]) -> dict[int, list[Attempt]]:
    first_line = case((_RUN.passed.is_(True), first_line_of(_RUN.world_id)))
    question: Select[Any] = (
        select(
            _RUN.person_id,
            _RUN.scenario,
            _RUN.scenario_version,
            _RUN.mode,
            _RUN.world_id,
            _RUN.ended_at,
            _RUN.passed,
            _RUN.points,
            first_line.label("payload"),
        )
        .where(whose, _RUN.passed.is_not(None), _RUN.ended_at.is_not(None))
        .where(_RUN.mode.in_([mode.value for mode in COUNTED]), _RUN.forked_from.is_(None))
        .order_by(_RUN.ended_at, _RUN.id)
    )
    found: dict[int, list[Attempt]] = defaultdict(list)
    for row in connection.execute(question):
        found[row.person_id].append(_attempt(row))
    return found


def _attempt(row: Row[Any]) -> Attempt:
    return Attempt(
        scenario=row.scenario,
        version=row.scenario_version,
        mode=row.mode,
        seed=str(json.loads(row.payload)["seed"]) if row.payload else row.world_id,
        day=row.ended_at.astimezone(OFFICE_ZONE).date(),
        passed=row.passed,
        points=row.points or 0,
    )
