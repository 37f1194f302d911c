"""The schema that migrations build is the one the models describe, and back again."""

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from web.models import metadata
from web.shell import schema
from web.shell.database import PRAGMAS, open_engine, transaction, wrong_pragmas


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
