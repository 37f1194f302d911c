"""Flask-SQLAlchemy over SQLite or PostgreSQL; one transaction a request.

A GET reads inside one read transaction. A POST writes inside one transaction that
takes the write lock at once (SQLite fails late and at random otherwise). The
transaction ends with the response: kept below status 500, undone from there on.

The two sides of a desk are where a whole class acts at once, and what an author sends is
worked out at length. There a POST only reads until ``begin_writing``, and ``commit_now`` keeps
what was written before the page is drawn, so that nobody waits for somebody else's page (ADR 0014).

Stores are handed the session's ``Connection``: they select columns, never entities, and the
same functions serve commands, which have no request.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, g, request
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from sqlalchemy import (
    URL,
    Connection,
    DateTime,
    Dialect,
    Engine,
    MetaData,
    TypeDecorator,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.orm import DeclarativeBase

from web.shell import sqlite_file
from web.shell.write_queue import WriteQueue, attach

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

_BOUNCED = "pgbouncer"  # in the address: statements cannot be prepared, at three times the cost

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


class RequestSession(Session):
    """Keeps one connection for its whole life, so a reader can go on as a writer with it."""

    def __init__(self, db: SQLAlchemy, **options: Any) -> None:
        super().__init__(db, **options)
        self._only: Connection | None = None

    def get_bind(self, *_: Any, **__: Any) -> Connection:
        """The connection; opened when first asked for."""
        if self._only is None:
            self._only = db.engine.connect().execution_options(writes=_writes())
        return self._only

    def close(self) -> None:
        """End the transaction and give the connection back."""
        super().close()
        if self._only is not None:
            self._only.close()
            self._only = None


class Database(SQLAlchemy):
    """Flask-SQLAlchemy, with the connection that stores are handed."""

    @property
    def connection(self) -> Connection:
        """The request's connection, inside its transaction."""
        return self.session.connection()


db = Database(
    model_class=Base,
    disable_autonaming=True,
    session_options={"class_": RequestSession},
    add_models_to_shell=False,
)


def init_app(app: Flask, url: str) -> None:
    """Open ``url`` for this app and end each request's transaction with its response."""
    app.config["SQLALCHEMY_DATABASE_URI"] = _absolute(url)
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = _engine_options(url)
    db.init_app(app)
    with app.app_context():
        _prepare(db.engine)
    app.after_request(_end_with_response)


def open_engine(url: str) -> Engine:
    """The engine for ``sqlite:///…`` or ``postgresql+psycopg://…`` for commands without an app.

    Nothing is opened yet.
    """
    engine = create_engine(_absolute(url), **_engine_options(url))
    _prepare(engine)
    return engine


def _absolute(url: str) -> URL:
    """A file as seen from here: Flask-SQLAlchemy would look for it in the app's folder."""
    if file := sqlite_file.path_of(url):
        return URL.create("sqlite", database=str(file))
    return make_url(url).difference_update_query([_BOUNCED])


def _engine_options(url: str) -> dict[str, Any]:
    """Parameters stay out of error messages: they hold what people typed, and errors are logged."""
    options: dict[str, Any] = {"hide_parameters": True}
    if not url.startswith("sqlite"):
        options["pool_pre_ping"] = True
        if _BOUNCED in make_url(url).query:  # each transaction may be another server's
            options["connect_args"] = {"prepare_threshold": None}
    return options


def _prepare(engine: Engine) -> None:
    if engine.name == "sqlite":
        event.listen(engine, "connect", _apply_pragmas)
        queue = attach(engine)
        event.listen(engine, "begin", lambda connection: _begin(connection, queue))


def _apply_pragmas(raw: "DBAPIConnection", _: "ConnectionPoolEntry") -> None:
    setattr(raw, "isolation_level", None)  # noqa: B010  # sqlite3's own BEGIN comes too late; the protocol type lacks the name
    cursor = raw.cursor()
    for name, value in PRAGMAS.items():
        cursor.execute(f"PRAGMA {name} = {value}")
    cursor.close()


def _begin(connection: Connection, queue: WriteQueue) -> None:
    if connection.get_execution_options().get("writes", False):
        queue.acquire(connection)
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


def _writes() -> bool:
    """Whether the request's transaction holds the write lock from its first question on."""
    return request.method not in SAFE_METHODS and "defers_writing" not in g


def defer_writing() -> None:
    """From now on this request only reads, until it says ``begin_writing``."""
    g.defers_writing = True


def begin_writing(connection: Connection) -> None:
    """Take the write lock, unless it is held: what was read before may be out of date now."""
    if not connection.get_execution_options().get("writes", False):
        db.session.rollback()
        connection.execution_options(writes=True)
        db.session.connection()


def commit_now() -> None:
    """Keep what a request that defers writing has written, and let the next writer in."""
    if "defers_writing" in g:
        db.session.commit()
        db.session.remove()


@contextmanager
def writing() -> Iterator[Connection]:
    """The request's transaction if it writes anyway, else a short one beside it."""
    if _writes():
        yield db.connection
    else:
        with transaction(db.engine) as connection:
            yield connection


def _end_with_response(response: Response) -> Response:
    if db.session.registry.has():
        if response.status_code < 500:
            db.session.commit()
        db.session.remove()  # not only at teardown: the next writer need not wait for the answer
    return response
