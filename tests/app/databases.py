"""A fresh, migrated and seeded database a test: copied from a template made once a worker."""

import os
import shutil
from pathlib import Path

from sqlalchemy import URL, create_engine, make_url, text

from motcua.web import schema, seed
from motcua.web.database import open_engine, transaction
from tests.app.browsing import PASSWORD
from tests.app.effects import FixedEffects

POSTGRESQL = os.environ.get("MOTCUA_TEST_DATABASE_URL", "")
_WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")


def make_template(folder: Path) -> str:
    """Make the template; returns its database URL."""
    url = _postgresql_template() if POSTGRESQL else f"sqlite:///{folder}/template.sqlite3"
    engine = open_engine(url)
    with transaction(engine) as connection:
        schema.upgrade(connection)
        seed.plant(connection, FixedEffects(), PASSWORD)
    engine.dispose()
    return url


def copy_template(template: str, folder: Path) -> str:
    """A copy for one test; returns its database URL."""
    if not POSTGRESQL:
        shutil.copy(str(make_url(template).database), folder / "test.sqlite3")
        return f"sqlite:///{folder}/test.sqlite3"
    return _create(f"motcua_test_{_WORKER}", f'TEMPLATE "{make_url(template).database}"')


def empty_database(folder: Path) -> str:
    """A database without any table."""
    if not POSTGRESQL:
        return f"sqlite:///{folder}/empty.sqlite3"
    return _create(f"motcua_empty_{_WORKER}")


def _postgresql_template() -> str:
    return _create(f"motcua_template_{_WORKER}")


def _create(name: str, how: str = "") -> str:
    server: URL = make_url(POSTGRESQL)
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{name}" {how}'))
    engine.dispose()
    return server.set(database=name).render_as_string(hide_password=False)
