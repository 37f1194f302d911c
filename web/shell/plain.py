"""What a row holds, as numbers and texts that are the same on SQLite and PostgreSQL.

A moment is ``2026-03-02 05:00:00.000000`` in UTC, a day ``2026-03-02``, yes and no are 1 and 0,
bytes are hexadecimal: what SQLite keeps in its file anyway, so that its every bit is looked at.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Integer,
    LargeBinary,
    Text,
    cast,
    func,
    type_coerce,
)
from sqlalchemy.types import NullType, TypeDecorator


def plain(connection: Connection, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column's value in that form, to be selected."""
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    if isinstance(kind, LargeBinary):
        written = func.hex(column) if connection.dialect.name == "sqlite" else _pg_hex(column)
        return func.lower(written)
    if connection.dialect.name == "sqlite":
        return type_coerce(column, NullType())
    if isinstance(kind, DateTime):
        return func.to_char(func.timezone("UTC", column), "YYYY-MM-DD HH24:MI:SS.US")
    if isinstance(kind, Boolean):
        return cast(column, Integer)
    return cast(column, Text) if isinstance(kind, Date | JSON) else column


def _pg_hex(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.encode(column, "hex")
