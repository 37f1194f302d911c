"""A fresh, migrated and seeded database for each test, always at the same address.

SQLite: a file copied from a template. PostgreSQL: one database a worker process, emptied
and seeded again, under a name of its own so that two test runs may share a server.
"""

import os
import shutil
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from unittest.mock import patch

from argon2 import PasswordHasher
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text

from tests.app.browsing import PASSWORD
from tests.app.effects import FixedEffects
from web import seed
from web.models import metadata
from web.people.accounts import passwords
from web.shell import schema
from web.shell.database import open_engine, transaction

POSTGRESQL = os.environ.get("MOTCUA_TEST_DATABASE_URL", "")
# A hash names its own parameters, and checking goes by them; test_passwords holds the office's.
_QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
_OWN = f"{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"


class Planting(FixedEffects):
    """Ids that no test's own will meet."""

    def new_id(self) -> str:
        return f"trong-{super().new_id()[-16:]}"


def make_template(folder: Path) -> str:
    """Make the template; returns its database URL."""
    url = _create("test") if POSTGRESQL else f"sqlite:///{folder}/template.sqlite3"
    engine = open_engine(url)
    with transaction(engine) as connection:
        schema.upgrade(connection)
        seed.plant(connection, Planting(), PASSWORD)
    engine.dispose()
    return url


def copy_template(template: str, folder: Path) -> str:
    """A database for one test, in place of that of the test before; returns its URL."""
    if POSTGRESQL:
        _seed_again(template)
        return template
    for old in folder.glob("test.sqlite3*"):  # a forgotten connection keeps to the old file
        old.unlink()
    shutil.copy(str(make_url(template).database), folder / "test.sqlite3")
    return f"sqlite:///{folder}/test.sqlite3"


def quickly_hashed() -> AbstractContextManager[object]:
    """Planted inside it, the demo office's password is checked in no time."""
    return patch.object(passwords, "_HASHER", _QUICK)


@cache
def engine_for(url: str) -> Engine:
    """One engine for all tests of a worker: it prepares each statement once, as in an office."""
    engine = open_engine(url)
    forbid_unannounced_writes(engine)
    return engine


def _seed_again(url: str) -> None:
    engine = engine_for(url)
    with transaction(engine) as connection:
        tables = ", ".join(metadata.tables)
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
        seed.plant(connection, Planting(), PASSWORD)
    engine.dispose()


def forbid_unannounced_writes(engine: Engine) -> None:
    """A writer that began as a reader fails now and then, under load only: here it always does."""
    event.listen(engine, "before_cursor_execute", _forbid_unannounced)


def _forbid_unannounced(
    connection: Connection, _cursor: object, statement: str, *_: object
) -> None:
    announced = connection.get_execution_options().get("writes", False)
    kind = statement.lstrip().split(maxsplit=1)[0].upper()
    if kind in {"INSERT", "UPDATE", "DELETE"} and not announced:
        raise AssertionError(f"writes without having asked for the turn: {statement}")


def empty_database(folder: Path) -> str:
    """A database without any table."""
    return _create("empty") if POSTGRESQL else f"sqlite:///{folder}/empty.sqlite3"


def drop_databases() -> None:
    """Leave the server as it was found."""
    if POSTGRESQL:
        for kind in ("test", "empty"):
            _on_server(f'DROP DATABASE IF EXISTS "{_name(kind)}" WITH (FORCE)')


def _name(kind: str) -> str:
    return f"motcua_{kind}_{_OWN}"


def _create(kind: str) -> str:
    _on_server(f'DROP DATABASE IF EXISTS "{_name(kind)}" WITH (FORCE)')
    _on_server(f'CREATE DATABASE "{_name(kind)}"')
    return make_url(POSTGRESQL).set(database=_name(kind)).render_as_string(hide_password=False)


def _on_server(statement: str) -> None:
    engine = create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
