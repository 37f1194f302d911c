"""The database's version: which it has, which this program wants, and the way there.

Alembic takes a quarter of a second to import, so it is asked only when something is to do.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

_FOLDER = Path(__file__).parents[1] / "migrations"
_LOCK = 7_266_011  # any number, the same for all: two hosts must not migrate at once


class NewerDatabaseError(RuntimeError):
    """The database was written by a newer program."""


def head() -> str:
    """The newest revision this program knows (``0001``)."""
    return max(file.stem.split("_")[0] for file in (_FOLDER / "versions").glob("[0-9]*.py"))


def found(connection: Connection) -> str | None:
    """The database's revision; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(
        text("SELECT version_num FROM alembic_version")
    ).scalar()
    return revision


def upgrade(connection: Connection) -> None:
    """Bring the database to ``head``. Raises NewerDatabaseError."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    revision = found(connection)
    if revision is not None and revision > head():
        raise NewerDatabaseError(revision)
    if revision != head():
        from alembic import command  # noqa: PLC0415  # see the module's docstring

        command.upgrade(alembic_config(connection), "head")


def go_to(connection: Connection, revision: str) -> None:
    """Bring an empty database to that revision, or with ``base`` take its tables away."""
    from alembic import command  # noqa: PLC0415  # see the module's docstring

    go = command.downgrade if revision == "base" else command.upgrade
    go(alembic_config(connection), revision)


def alembic_config(connection: Connection) -> "Config":
    """Alembic's settings for this connection, for commands and for tests."""
    from alembic.config import Config  # noqa: PLC0415  # see the module's docstring

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))  # it fills in %(…)s
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
