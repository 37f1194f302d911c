"""The questions asked of runs by those who read the log."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, false, func, or_, select

from sandbox.vietnamese import sort_key
from web.practice.run_log.filters import Filters, Result
from web.practice.run_log.scope import Scope
from web.practice.run_log.search import Match
from web.practice.runs.runs import COACHED, RunRecord, State
from web.practice.runs.store import COLUMNS, RUN, record_of
from web.shell.ids import could_be_id
from web.shell.session_models import PersonRow, UnitRow
from web.shell.units_store import below

PAGE = 20
_RUN = RUN.c
_PERSON = PersonRow.__table__.c
_UNIT = UnitRow.__table__.c

_COUNTS = _RUN.mode.not_in([mode.value for mode in COACHED])
_RESULTS = {
    Result.PASSED: and_(_RUN.passed.is_(True), _COUNTS),
    Result.FAILED: and_(_RUN.passed.is_(False), _COUNTS),
    Result.OPEN: _RUN.state == State.OPEN.value,
    Result.GIVEN_UP: _RUN.state == State.GIVEN_UP.value,
    Result.CLASS_OVER: _RUN.state == State.CLASS_OVER.value,
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A run with the names of its person and of the unit it was done in.

    ``person_name`` is "" for a reader who is not told whose it is.
    """

    run: RunRecord
    person_name: str
    unit_name: str


def people(connection: Connection, scope: Scope) -> dict[int, str]:
    """Everybody with runs in ``scope``: id to full name, in the order of a Vietnamese list.

    Nobody for a reader who is not told whose runs they are.
    """
    if not scope.named:
        return {}
    question = select(_PERSON.id, _PERSON.full_name).where(
        _PERSON.id.in_(select(_RUN.person_id).where(_in_scope(scope)))
    )
    found = [(row.id, row.full_name) for row in connection.execute(question)]
    return dict(sorted(found, key=lambda each: sort_key(each[1])))


def page_of(
    connection: Connection, scope: Scope, filters: Filters, words: Sequence[Match], page: int
) -> tuple[list[Listed], int]:
    """One page of runs, newest first, and how many there are in all (0 on a page too far)."""
    question = (
        _named(func.count().over())
        .where(_in_scope(scope), *_conditions(filters, words))
        .order_by(_RUN.started_at.desc(), _RUN.id)
        .limit(PAGE)
        .offset((page - 1) * PAGE)
    )
    rows = connection.execute(question).all()
    return [_listed(row, scope) for row in rows], rows[0][-1] if rows else 0


def every(connection: Connection, scope: Scope, filters: Filters) -> list[Listed]:
    """All runs that fit, oldest first; for copies that leave the screen."""
    question = _named().where(_in_scope(scope), *_conditions(filters, ()))
    ordered = question.order_by(_RUN.started_at, _RUN.id)
    return [_listed(row, scope) for row in connection.execute(ordered)]


def find(connection: Connection, scope: Scope, run_id: str) -> Listed | None:
    """The run of that id, if it lies in ``scope``."""
    if not could_be_id(run_id):
        return None
    row = connection.execute(_named().where(_in_scope(scope), _RUN.id == run_id)).first()
    return _listed(row, scope) if row else None


def latest(connection: Connection, scope: Scope, count: int) -> list[Listed]:
    """The newest runs."""
    question = _named().where(_in_scope(scope)).order_by(_RUN.started_at.desc()).limit(count)
    return [_listed(row, scope) for row in connection.execute(question)]


def _named(*more: ColumnElement[int]) -> Select[Any]:
    return (
        select(*COLUMNS, _PERSON.full_name, _UNIT.name, *more)
        .join_from(RUN, PersonRow, _RUN.person_id == _PERSON.id)
        .join(UnitRow, _RUN.unit_id == _UNIT.id)
    )


def _listed(row: Row[Any], scope: Scope) -> Listed:
    person_name, unit_name = row[len(COLUMNS) : len(COLUMNS) + 2]
    return Listed(record_of(row), person_name if scope.named else "", unit_name)


def _in_scope(scope: Scope) -> ColumnElement[bool]:
    if scope.person_id is not None:
        return _RUN.person_id == scope.person_id
    if scope.unit_id is None:
        return false()
    return _RUN.unit_id.in_(below(scope.unit_id))


def _conditions(filters: Filters, words: Sequence[Match]) -> Iterator[ColumnElement[bool]]:
    if filters.person_id is not None:
        yield _RUN.person_id == filters.person_id
    if filters.scenario:
        yield _RUN.scenario == filters.scenario
    if filters.since:
        yield _RUN.started_at >= filters.since
    if filters.until:
        yield _RUN.started_at < filters.until
    if filters.result:
        yield _RESULTS[filters.result]
    for word in words:
        yield or_(_RUN.person_id.in_(word.people), _RUN.scenario.in_(word.scenarios))
