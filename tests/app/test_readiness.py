"""/readyz says whether a step would be kept, and if not, why."""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, text

from tests.app.browsing import Browser
from tests.app.databases import POSTGRESQL
from tests.app.office import Office
from tests.app.tester_api.driving import PREFIX
from web.shell import readiness
from web.shell.runtime import Runtime

Usage = namedtuple("Usage", "total used free")
on_sqlite = pytest.mark.skipif(bool(POSTGRESQL), reason="of a file beside us")


def _reason(client: Browser) -> str:
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert client.get(f"{PREFIX}/readyz").status_code == 503
    assert client.get("/livez").status_code == 200
    return str((answer.json or {})["reason"])


@on_sqlite
def test_a_full_disk(client: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "disk_usage", lambda _: Usage(10**9, 10**9, 5000))
    assert _reason(client) == readiness.FULL


@pytest.mark.parametrize(
    ("version", "reason"), [("9999", readiness.NEWER), ("0001", readiness.OLDER)]
)
def test_a_database_of_another_version(
    client: Browser, office: Office, version: str, reason: str
) -> None:
    with office.writing() as db:
        before = db.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        db.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})
    assert _reason(client) == reason
    with office.writing() as db:
        db.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": before})
    assert client.get("/readyz").json == {"status": "ok"}


def test_a_database_that_can_only_be_read(client: Browser, runtime: Runtime) -> None:
    forbid = "SET TRANSACTION READ ONLY" if POSTGRESQL else "PRAGMA query_only = 1"
    with _at_each_beginning(runtime, lambda db: db.exec_driver_sql(forbid)):
        assert _reason(client) == readiness.READ_ONLY
    if not POSTGRESQL:
        with runtime.engine.connect() as db:
            db.exec_driver_sql("PRAGMA query_only = 0")


@contextmanager
def _at_each_beginning(runtime: Runtime, do: Callable[[Connection], object]) -> Iterator[None]:
    event.listen(runtime.engine, "begin", do)
    yield
    event.remove(runtime.engine, "begin", do)


@on_sqlite
def test_a_database_that_somebody_else_keeps(client: Browser, runtime: Runtime) -> None:
    other = sqlite3.connect(str(runtime.engine.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with runtime.engine.connect() as db:
        db.exec_driver_sql("PRAGMA busy_timeout = 0")
    assert _reason(client) == readiness.BUSY
    other.close()
    with runtime.engine.connect() as db:
        db.exec_driver_sql("PRAGMA busy_timeout = 5000")


@on_sqlite
def test_a_database_that_is_no_longer_one(client: Browser, runtime: Runtime) -> None:
    runtime.engine.dispose()
    file = Path(str(runtime.engine.url.database))
    whole = file.read_bytes()
    file.write_bytes(b"x" * len(whole))
    assert _reason(client) == readiness.AWAY
    runtime.engine.dispose()
    file.write_bytes(whole)
