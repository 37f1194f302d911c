"""Rows out of a database as they stood at one moment, and into one; the same for both databases.

A value is written as ``web.shell.plain`` says, so what one database gave the other takes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, LargeBinary, MetaData, Table, func, select, text

from web.shell.database import transaction
from web.shell.plain import plain

Row = Sequence[Any]
_NOT_OURS = {"alembic_version"}
AT_ONCE = 5000


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """Everything as it stands at one moment, whoever writes meanwhile; nobody waits for it."""
    if engine.dialect.name == "sqlite":
        with transaction(engine, writes=False) as connection:
            yield connection
    else:
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection


def tables(connection: Connection) -> list[Table]:
    """The tables as they are there, whatever this program would have; parents first."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name not in _NOT_OURS]


def count(connection: Connection, table: Table) -> int:
    """How many rows it has."""
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def rows(connection: Connection, table: Table) -> Iterator[Row]:
    """All rows, read as they are asked for."""
    columns = [plain(connection, column) for column in table.columns]
    yield from connection.execute(select(*columns).execution_options(yield_per=AT_ONCE))


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """Rows that are written once, as those of a published roster, may be put in their place.

    What guards them is laid aside for this transaction, and links to what comes later may wait.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        question = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = [tuple(row) for row in connection.execute(question)]
        for name, _ in triggers:
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        yield
        for _, made in triggers:
            connection.exec_driver_sql(made)
    else:
        names = [table.name for table in tables(connection)]
        for name in names:
            connection.exec_driver_sql(f'ALTER TABLE "{name}" DISABLE TRIGGER USER')
        yield
        for name in names:
            connection.exec_driver_sql(f'ALTER TABLE "{name}" ENABLE TRIGGER USER')


def empty(connection: Connection) -> None:
    """Take out every row there is."""
    names = ", ".join(f'"{table.name}"' for table in tables(connection))
    if names:
        connection.exec_driver_sql(f"TRUNCATE {names} RESTART IDENTITY CASCADE")


def put(connection: Connection, table: Table, names: Sequence[str], found: Iterable[Row]) -> int:
    """Put rows into an empty table, ``names`` being their columns; returns how many."""
    columns = [table.columns[name] for name in names]
    in_bytes = [n for n, one in enumerate(columns) if isinstance(one.type, LargeBinary)]
    if connection.dialect.name == "sqlite":
        return _insert(connection, table, names, _with_bytes(found, in_bytes, bytes.fromhex))
    done = _copy(connection, table, names, _with_bytes(found, in_bytes, "\\x{}".format))
    for column in table.primary_key.columns:
        if column.server_default is not None:  # numbered by a sequence, which goes on after these
            name = func.pg_get_serial_sequence(f'"{table.name}"', column.name)
            last = select(func.max(column)).scalar_subquery()
            connection.execute(select(func.setval(name, last)).where(last.is_not(None)))
    return done


def _with_bytes(
    found: Iterable[Row], places: Sequence[int], read: Callable[[str], object]
) -> Iterable[Row]:
    if not places:
        return found
    return (
        [read(v) if n in places and v is not None else v for n, v in enumerate(row)]
        for row in found
    )


def _insert(
    connection: Connection, table: Table, names: Sequence[str], found: Iterable[Row]
) -> int:
    into = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    statement = f'INSERT INTO "{table.name}" ({into}) VALUES ({marks})'  # noqa: S608  # names of the schema
    done, remaining = 0, iter(found)
    while some := [tuple(row) for row in islice(remaining, AT_ONCE)]:
        connection.exec_driver_sql(statement, some)
        done += len(some)
    return done


def _copy(connection: Connection, table: Table, names: Sequence[str], found: Iterable[Row]) -> int:
    into, done = ", ".join(f'"{name}"' for name in names), 0
    connection.exec_driver_sql("SET LOCAL TIME ZONE 'UTC'")  # moments are written without a zone
    driver: Any = connection.connection.cursor()
    with driver, driver.copy(f'COPY "{table.name}" ({into}) FROM STDIN') as copy:
        for row in found:
            copy.write_row(row)
            done += 1
    return done
