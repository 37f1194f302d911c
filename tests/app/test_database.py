"""One transaction a request, writers in turn, moments in UTC."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, insert, select, text
from sqlalchemy.exc import StatementError

from web.shell.database import open_engine, transaction
from web.shell.runtime import Runtime
from web.shell.session_models import AttemptRow

_EIGHT = datetime(2026, 11, 23, 8, 0, tzinfo=timezone(timedelta(hours=7)))


def _store(runtime: Runtime, moment: datetime) -> None:
    with transaction(runtime.engine) as connection:
        adding = insert(AttemptRow).values(source="x", failures=0, window_ends_at=moment)
        connection.execute(adding)


def test_a_moment_comes_back_as_the_same_moment_in_utc(runtime: Runtime) -> None:
    _store(runtime, _EIGHT)
    with transaction(runtime.engine, writes=False) as connection:
        found = connection.execute(select(AttemptRow.window_ends_at)).scalar_one()
    assert found == datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
    assert found.tzinfo is UTC


def test_a_moment_without_zone_is_refused(runtime: Runtime) -> None:
    with pytest.raises(StatementError, match="needs its time zone"):
        _store(runtime, _EIGHT.replace(tzinfo=None))


def test_nothing_stays_of_a_transaction_that_failed(runtime: Runtime) -> None:
    def fail() -> None:
        with transaction(runtime.engine) as connection:
            values = {"source": "x", "failures": 0, "window_ends_at": _EIGHT}
            connection.execute(insert(AttemptRow).values(**values))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with transaction(runtime.engine, writes=False) as connection:
        assert connection.execute(select(AttemptRow.source)).first() is None


def test_writers_that_read_first_neither_fail_nor_lose_a_count(runtime: Runtime) -> None:
    _store(runtime, _EIGHT)

    def count(_: int) -> None:
        with transaction(runtime.engine) as connection:
            lock = " FOR UPDATE" if connection.dialect.name == "postgresql" else ""
            found = f"SELECT failures FROM sign_in_attempt{lock}"  # noqa: S608  # no outside text
            failures = connection.execute(text(found)).scalar_one()
            raised = text("UPDATE sign_in_attempt SET failures = :raised")
            connection.execute(raised, {"raised": failures + 1})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count, range(40)))
    with transaction(runtime.engine, writes=False) as connection:
        assert connection.execute(select(AttemptRow.failures)).scalar_one() == 40


def test_the_turn_is_given_back_even_after_a_failure(runtime: Runtime) -> None:
    for _ in range(3):
        with pytest.raises(StatementError):
            _store(runtime, _EIGHT.replace(tzinfo=None))
    _store(runtime, _EIGHT)
    assert Path(f"{runtime.engine.url.database}.turn").exists() == (runtime.engine.name == "sqlite")


def test_a_database_in_memory_leaves_no_file_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for url in ("sqlite://", "sqlite:///:memory:"):
        engine = open_engine(url)
        with transaction(engine) as connection:
            connection.execute(text("CREATE TABLE t (x)"))
        engine.dispose()
    assert list(tmp_path.iterdir()) == []


def test_behind_pgbouncer_nothing_is_prepared() -> None:
    engine = open_engine("postgresql+psycopg://u@127.0.0.1:1/d?pgbouncer=true")
    asked: dict[str, object] = {}

    @event.listens_for(engine, "do_connect")
    def refuse(*arguments: Any) -> None:
        asked.update(arguments[-1])
        raise ConnectionRefusedError

    with pytest.raises(ConnectionRefusedError):
        engine.connect()
    assert asked["prepare_threshold"] is None
    assert "pgbouncer" not in asked
