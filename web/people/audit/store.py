"""Queries about the audit log: lines are added and read, never changed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, insert, or_, select

from web.people.audit.models import AuditRow
from web.shell.session_models import UnitRow
from web.shell.units_store import below

if TYPE_CHECKING:
    from web.people.audit.log import About, Act, Change

PAGE = 50
_ENTRY = AuditRow.__table__.c
_UNIT = UnitRow.__table__.c


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log, as it is shown; ``changes`` are (what, before, after)."""

    at: datetime
    by_name: str
    unit_name: str
    act: str
    subject: str
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines: of which act, since and until which moment (None: any)."""

    act: str = ""
    since: datetime | None = None
    until: datetime | None = None


def add(
    connection: Connection,
    at: datetime,
    by_id: int | None,
    by_name: str,
    act: "Act",
    about: "About",
    changes: tuple["Change", ...],
) -> None:
    """Add a line."""
    values = {
        "at": at,
        "by_id": by_id,
        "by_name": by_name,
        "unit_id": about.unit_id,
        "act": act.value,
        "subject": about.subject,
        "person_id": about.person_id,
        "changes": json.dumps(changes, ensure_ascii=False),
    }
    connection.execute(insert(AuditRow).values(values))


def every(connection: Connection, top: int, wanted: Wanted) -> list[Entry]:
    """The lines about ``top`` and the units below it, newest first."""
    question = _entries().where(_ENTRY.unit_id.in_(below(top)), *_conditions(wanted))
    return [_entry(row) for row in connection.execute(question)]


def page_of(connection: Connection, top: int, wanted: Wanted, page: int) -> tuple[list[Entry], int]:
    """One page of them, and how many there are in all (0 on a page too far)."""
    question = (
        _entries(func.count().over())
        .where(_ENTRY.unit_id.in_(below(top)), *_conditions(wanted))
        .limit(PAGE)
        .offset((page - 1) * PAGE)
    )
    rows = connection.execute(question).all()
    return [_entry(row) for row in rows], rows[0][-1] if rows else 0


def of_person(connection: Connection, person_id: int) -> list[Entry]:
    """What somebody did and what was done to their account, newest first."""
    theirs = or_(_ENTRY.by_id == person_id, _ENTRY.person_id == person_id)
    return [_entry(row) for row in connection.execute(_entries().where(theirs))]


def _entries(*more: ColumnElement[int]) -> Select[Any]:
    return (
        select(
            _ENTRY.at, _ENTRY.by_name, _UNIT.name, _ENTRY.act, _ENTRY.subject, _ENTRY.changes, *more
        )
        .join_from(AuditRow, UnitRow, _ENTRY.unit_id == _UNIT.id)
        .order_by(_ENTRY.id.desc())
    )


def _entry(row: Row[Any]) -> Entry:
    read = tuple((what, before, after) for what, before, after in json.loads(row.changes))
    return Entry(row.at, row.by_name, row.name, row.act, row.subject, read)


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.act:
        yield _ENTRY.act == wanted.act
    if wanted.since:
        yield _ENTRY.at >= wanted.since
    if wanted.until:
        yield _ENTRY.at < wanted.until
