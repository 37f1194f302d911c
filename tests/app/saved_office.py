"""Offices saved and restored, and all that is in one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from tests.app.office import Office
from web.backup import archive, restoring, store
from web.backup.progress import Progress
from web.backup.saving import save
from web.shell.config import Settings
from web.shell.database import open_engine, transaction

Everything = dict[str, list[tuple[object, ...]]]


@contextmanager
def inside(url: str) -> Iterator[Connection]:
    """A transaction in whatever stands there."""
    engine = open_engine(url)
    try:
        with transaction(engine) as connection:
            yield connection
    finally:
        engine.dispose()


def everything(url: str) -> Everything:
    """All rows of all tables, in an order that both databases agree on."""
    with inside(url) as connection:
        return {
            table.name: sorted((tuple(row) for row in store.rows(connection, table)), key=repr)
            for table in store.tables(connection)
        }


def backup(office: Office, settings: Settings, target: Path, passphrase: str = "") -> Path:
    engine = open_engine(settings.database_url)
    save(engine, settings, target, passphrase, Progress("", 0, office.effects, sys.stderr))
    engine.dispose()
    return target


def restore(office: Office, settings: Settings, file: Path, **how: bool) -> list[Path]:
    progress = Progress("", 0, office.effects, sys.stderr)
    office.effects.advance(seconds=1)
    with archive.opened(file) as reader:
        now = office.effects.now()
        return restoring.restore(settings, reader, progress, now, replace=how.get("replace", False))
