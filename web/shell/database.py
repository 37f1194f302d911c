"""One connection and one transaction a request; the rules each database is opened by.

A GET reads inside one read transaction. A POST writes inside one transaction that
takes the write lock at once (SQLite fails late and at random otherwise). The
transaction ends with the response: kept below status 500, undone from there on.

The two sides of a desk are where a whole class acts at once, and what an author sends is
worked out at length. There a POST only reads until ``begin_writing``, and ``settle`` keeps
what was written before the page is drawn, so that nobody waits for somebody else's page.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, g, request
from sqlalchemy import (
    Connection,
    DateTime,
    Dialect,
    Engine,
    MetaData,
    TypeDecorator,
    create_engine,
    event,
)
from sqlalchemy.orm import DeclarativeBase

from web.shell.shell import shell
from web.shell.turns import Turns
from web.shell.turns import install as install_turns

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: a power cut loses no step that was answered
    "wal_autocheckpoint": 8000,  # pages; at 1000 a class of 500 waits for the disk once a second
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "recursive_triggers": 1,  # or INSERT OR REPLACE slips past the append-only triggers
    "trusted_schema": 0,
}


class Base(DeclarativeBase):
    """Parent of every room's tables; names are fixed so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC datetime on both databases (SQLite alone would drop the zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  # SQLAlchemy's signature
        """To UTC; a naive datetime is a mistake and raises ValueError."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a stored moment needs its time zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  # SQLAlchemy's signature
        """From UTC, aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def open_engine(url: str) -> Engine:
    """The engine for ``sqlite:///…`` or ``postgresql+psycopg://…``; nothing is opened yet.

    Parameters stay out of error messages: they hold what people typed, and errors are logged.
    """
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "connect", _apply_pragmas)
    turns = install_turns(engine)
    event.listen(engine, "begin", lambda connection: _begin(connection, turns))
    return engine


def _apply_pragmas(raw: "DBAPIConnection", _: "ConnectionPoolEntry") -> None:
    setattr(raw, "isolation_level", None)  # noqa: B010  # sqlite3's own BEGIN comes too late; the protocol type lacks the name
    cursor = raw.cursor()
    for name, value in PRAGMAS.items():
        cursor.execute(f"PRAGMA {name} = {value}")
    cursor.close()


def _begin(connection: Connection, turns: Turns) -> None:
    if connection.get_execution_options().get("writes", False):
        turns.take(connection)
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        cursor = connection.connection.cursor()  # the driver's own: every page pays for this
        cursor.execute("BEGIN")
        cursor.close()


def wrong_pragmas(connection: Connection) -> dict[str, Any]:
    """The PRAGMAs that SQLite did not take, with the value it holds instead."""
    if connection.dialect.name != "sqlite":
        return {}
    found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}
    return {name: value for name, value in found.items() if value != PRAGMAS[name]}


@contextmanager
def transaction(engine: Engine, *, writes: bool = True) -> Iterator[Connection]:
    """A transaction of one's own, for commands and for work outside the request's."""
    with (
        engine.connect().execution_options(writes=writes) as connection,
        connection.begin(),
    ):
        yield connection


def db() -> Connection:
    """The request's connection, opened when first asked for."""
    connection: Connection | None = g.get("connection")
    if connection is None:
        connection = g.connection = shell().engine.connect().execution_options(writes=_writes())
    return connection


def _writes() -> bool:
    """Whether the request's transaction holds the write lock from its first question on."""
    return request.method not in SAFE_METHODS and "reads_first" not in g


def read_first() -> None:
    """From now on this request only reads, until it says ``begin_writing``."""
    g.reads_first = True


def begin_writing(connection: Connection) -> None:
    """Take the write lock, unless it is held: what was read before may be out of date now."""
    if not connection.get_execution_options().get("writes", False):
        connection.rollback()
        connection.execution_options(writes=True)


def settle() -> None:
    """Keep what a request that reads first has written, and let the next writer in."""
    if "reads_first" in g and "connection" in g:
        connection: Connection = g.pop("connection")
        with connection:
            connection.commit()


@contextmanager
def writing() -> Iterator[Connection]:
    """The request's transaction if it writes anyway, else a short one beside it."""
    if _writes():
        yield db()
    else:
        with transaction(shell().engine) as connection:
            yield connection


def install(app: Flask) -> None:
    """End each request's transaction with its response."""
    app.after_request(_end_with_response)
    app.teardown_appcontext(_undo)


def _end_with_response(response: Response) -> Response:
    connection: Connection | None = g.pop("connection", None)
    if connection is not None:
        with connection:
            if response.status_code < 500:
                connection.commit()
    return response


def _undo(_: BaseException | None) -> None:
    connection: Connection | None = g.pop("connection", None)
    if connection is not None:
        connection.close()
