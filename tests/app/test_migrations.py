"""The schema that migrations build is the one the models describe, and back again."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, MetaData, Table, inspect, text

from web.models import metadata
from web.shell import schema
from web.shell.database import PRAGMAS, open_engine, transaction, wrong_pragmas
from web.shell.unsent_store import forms_on


@pytest.fixture
def connection(empty_url: str) -> Iterator[Connection]:
    engine = open_engine(empty_url)
    with transaction(engine) as connection:
        yield connection
    engine.dispose()


def test_the_migrated_schema_equals_the_models(connection: Connection) -> None:
    schema.upgrade(connection)
    options = {"compare_type": True, "compare_server_default": True}
    context = MigrationContext.configure(connection, opts=options)
    assert compare_metadata(context, metadata) == []


def test_constraints_carry_the_names_that_later_migrations_speak_of(
    connection: Connection,
) -> None:
    schema.upgrade(connection)
    inspector = inspect(connection)
    for table in metadata.tables.values():
        keys = inspector.get_foreign_keys(table.name)
        assert {key["name"] for key in keys} == {key.name for key in table.foreign_key_constraints}


def test_every_step_can_be_taken_back(connection: Connection) -> None:
    schema.upgrade(connection)
    command.downgrade(schema.alembic_config(connection), "base")
    assert set(inspect(connection).get_table_names()) <= {"alembic_version"}


def test_upgrading_twice_changes_nothing(connection: Connection) -> None:
    schema.upgrade(connection)
    schema.upgrade(connection)
    assert schema.found(connection) == schema.head()


def test_a_newer_database_is_left_alone(connection: Connection) -> None:
    schema.upgrade(connection)
    connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(schema.NewerDatabaseError):
        schema.upgrade(connection)


def test_the_settings_of_sqlite_are_watched(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        pytest.skip("PostgreSQL has no PRAGMAs")
    assert wrong_pragmas(connection) == {}
    connection.exec_driver_sql("PRAGMA busy_timeout = 1")
    assert wrong_pragmas(connection) == {"busy_timeout": 1}
    assert PRAGMAS["synchronous"] == 2


_NOON = datetime(2026, 3, 2, 5, tzinfo=UTC)


def _insert(connection: Connection, table: str, **values: object) -> None:
    """A row in a table as it was then; every other column that must have a value gets one."""
    columns = inspect(connection).get_columns(table)
    fill = {str: "", int: 1, bool: False, datetime: _NOON, object: []}  # object: JSON
    for column in columns:
        if not column["nullable"] and column["name"] not in values:
            values[column["name"]] = fill[column["type"].python_type]
    connection.execute(Table(table, MetaData(), autoload_with=connection).insert(), values)


def _run(connection: Connection, run_id: str, class_id: str = "", slip: str | None = None) -> None:
    _insert(connection, "world", id=run_id, citizen_link=run_id, unit_id=1, owner_id=1)
    _insert(connection, "run", id=run_id, world_id=run_id)
    if class_id:
        _insert(connection, "class_run", run_id=run_id, class_id=class_id, slip=slip)


def test_runs_of_before_know_their_class_and_their_slip(connection: Connection) -> None:
    config = schema.alembic_config(connection)
    command.upgrade(config, "0013")
    _insert(connection, "unit", id=1)
    _insert(connection, "person", id=1)
    for class_id, state in (("going", "open"), ("standing", "paused")):
        _insert(connection, "training_class", id=class_id, code=class_id[:6], state=state)
    _run(connection, "alone")
    _run(connection, "in class", "going")
    _run(connection, "by slip", "standing", "digest")
    kept = text("SELECT id, class_id, slip, paused FROM run ORDER BY id")
    command.upgrade(config, "0014")
    rows = [(*row[:3], bool(row[3])) for row in connection.execute(kept)]
    assert rows == [
        ("alone", None, None, False),
        ("by slip", "standing", "digest", True),
        ("in class", "going", None, False),
    ]
    command.downgrade(config, "0013")
    ties = connection.execute(text("SELECT run_id, class_id, slip FROM class_run ORDER BY run_id"))
    assert [tuple(row) for row in ties] == [
        ("by slip", "standing", "digest"),
        ("in class", "going", None),
    ]


def test_visits_that_their_class_cut_short_lose_their_marks(connection: Connection) -> None:
    config = schema.alembic_config(connection)
    command.upgrade(config, "0016")
    _insert(connection, "unit", id=1)
    _insert(connection, "person", id=1)
    _insert(connection, "training_class", id="room")
    for run_id, actor in (("by clerk", "clerk"), ("by trainer", "trainer")):
        _insert(connection, "world", id=run_id, citizen_link=run_id, unit_id=1, owner_id=1)
        marks = {"state": "finished", "points": 60, "passed": False, "class_id": "room"}
        _insert(connection, "run", id=run_id, world_id=run_id, **marks)
        closed = {"kind": "desk.visit_closed", "actor": actor, "seq": 1}
        _insert(connection, "world_event", world_id=run_id, **closed)
    command.upgrade(config, "0017")
    kept = text("SELECT id, state, points, passed FROM run ORDER BY id")
    assert [tuple(row) for row in connection.execute(kept)] == [
        ("by clerk", "finished", 60, False),
        ("by trainer", "class_over", None, None),
    ]


def test_a_form_kept_before_forms_had_a_turn_is_still_kept(connection: Connection) -> None:
    config = schema.alembic_config(connection)
    command.upgrade(config, "0017")
    _insert(connection, "unsent_form", owner="p1", page="/", action="/", fields='{"a": ["b"]}')
    command.upgrade(config, "0018")
    (kept,) = forms_on(connection, "p1", "/").values()
    assert kept.fields == {"a": ["b"]}
    assert not kept.is_newer_than("1.1")
