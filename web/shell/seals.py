"""Rows that decide something carry a seal over what they hold: who may do what, and marks.

A seal is worked out again by ``motcua verify``. It holds no key, as the chain of a log holds none:
both show that something changed behind the program's back, not who may have wanted it (ADR 0020).
Whoever writes such a row seals it in the same transaction; ``tests/repo`` looks after that.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, select, update

from web.shell.database import Base
from web.shell.plain import plain

_COVERED = {
    "person": "id username username_key full_name role unit_id active created_at",
    "run": "id world_id person_id unit_id scenario scenario_version mode started_at ended_at state"
    " points passed findings outcome last_link forked_from forked_at partner_id swapped_from"
    " scenario_title class_id slip",
}
SEALED = {table: tuple(names.split()) for table, names in _COVERED.items()}
"""Table to the columns its seal covers; a password is proved by what it opens."""


def seal(connection: Connection, model: type[Base], *which: ColumnElement[bool]) -> None:
    """Seal those rows as they stand now."""
    rows = connection.execute(_question(connection, model).where(*which)).all()
    if rows:
        sealing = update(model).where(model.__table__.c.id == bindparam("key"))
        values = [{"key": row[0], "made": _seal(row[1:])} for row in rows]
        connection.execute(sealing.values(seal=bindparam("made")), values)


def broken(connection: Connection, model: type[Base]) -> Iterator[object]:
    """The ids of the rows that do not hold what was sealed."""
    question = _question(connection, model).add_columns(model.__table__.c.seal)
    for row in connection.execute(question.execution_options(yield_per=1000)):
        if row[-1] != _seal(row[1:-1]):
            yield row[0]


def _question(connection: Connection, model: type[Base]) -> Select[Any]:
    columns = model.__table__.c
    covered: list[Any] = [plain(connection, columns[name]) for name in SEALED[model.__tablename__]]
    return select(columns.id, *covered)


def _seal(values: Sequence[object]) -> str:
    text = json.dumps(list(values), separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
