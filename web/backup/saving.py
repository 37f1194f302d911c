"""A backup written: under its name only once it is complete and has been read again."""

import tempfile
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, Engine

from motcua import __version__
from web.backup import archive, store
from web.backup.archive import Manifest, Writer
from web.backup.progress import Progress
from web.shell import schema
from web.shell.config import Settings, changed_settings
from web.shell.formatting import machine_time


def save(
    engine: Engine, settings: Settings, target: Path, passphrase: str, progress: Progress
) -> int:
    """Write the whole office as it stands now; returns the number of rows. Raises OSError."""
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        with part.open("w+b") as file:
            part.chmod(0o600)
            rows = _write(engine, settings, file, passphrase, progress)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return rows


def _write(
    engine: Engine, settings: Settings, file: IO[bytes], passphrase: str, progress: Progress
) -> int:
    if not passphrase:
        return _content(engine, settings, file, progress)
    # Without a name, so that nothing of it is left whatever happens.
    with tempfile.TemporaryFile(dir=settings.data) as plain:
        rows = _content(engine, settings, plain, progress)
        plain.seek(0)
        archive.lock(plain, file, passphrase)
    return rows


def _content(engine: Engine, settings: Settings, file: IO[bytes], progress: Progress) -> int:
    with store.snapshot(engine) as connection:
        manifest = _everything(connection, settings, file, progress)
    with archive.read(file):  # a backup that cannot be read is none
        pass
    progress.finish()
    return manifest.rows


def _everything(
    connection: Connection, settings: Settings, file: IO[bytes], progress: Progress
) -> Manifest:
    tables = store.tables(connection)
    progress.total = sum(store.count(connection, table) for table in tables)
    manifest = Manifest(
        program=__version__,
        revision=schema.found(connection) or "",
        made_at=machine_time(progress.effects.now()),
        settings=changed_settings(settings),
    )
    with Writer(file, manifest) as writer:
        writer.key(settings.secret_key)
        for table in tables:
            rows = progress.through(store.rows(connection, table))
            writer.table(table.name, [column.name for column in table.columns], rows)
        writer.finish()
    return manifest
