"""The office's secret key in its file, and the one that came with a backup until it is there.

A restored key waits beside its place while the database is put in place. Whoever finds one waiting
knows from the database whether that happened: a crash between the two leaves a whole office.
"""

import os
import shutil
from pathlib import Path

from sqlalchemy import Connection, text

from web.shell import sqlite_file
from web.shell.config import Settings
from web.shell.database import open_engine, transaction
from web.shell.effects import Effects

_NAME, _WAITING = "secret-key", "secret-key.restored"


def read_or_make(folder: Path, effects: Effects) -> str:
    """The key; made on the first start. Raises OSError."""
    file = folder / _NAME
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(effects.secret_key(), encoding="ascii")
    return file.read_text(encoding="ascii").strip()


def staged_beside(file: Path) -> Path:
    """Where a restored SQLite office stands until it takes the place of ``file``."""
    return file.with_name("restoring.sqlite3")


def wait(folder: Path, key: str, restoring: str) -> None:
    """Let a restored key wait until its database is in place; ``restoring`` names this one time."""
    with (folder / _WAITING).open("w", encoding="ascii") as opened:
        Path(opened.name).chmod(0o600)
        opened.write(f"{key}\n{restoring}\n")
        opened.flush()
        os.fsync(opened.fileno())


def forget(folder: Path) -> None:
    """The restoring came to nothing."""
    (folder / _WAITING).unlink(missing_ok=True)


def settle(folder: Path, aside: str) -> list[Path]:
    """The database is in place: so is its key now; the files that keep the old key."""
    key, waiting, kept = folder / _NAME, folder / _WAITING, folder / f"{aside}.{_NAME}"
    if not waiting.exists():
        return []
    restored = waiting.read_text("ascii").split("\n")[0]
    differs = key.exists() and key.read_text("ascii").strip() != restored
    if differs:
        shutil.copy2(key, kept)
    made = folder / f"{_NAME}.new"
    made.touch(mode=0o600)
    made.write_text(restored, "ascii")
    made.replace(key)
    waiting.unlink()
    return [kept] if differs else []


def mark(connection: Connection, restoring: str) -> None:
    """Say in PostgreSQL, in the transaction that restores, which time it was."""
    connection.exec_driver_sql(f"COMMENT ON TABLE alembic_version IS '{restoring}'")


def finish(settings: Settings) -> None:
    """At a start: take up a key that a restoring cut short left waiting, or forget it."""
    waiting = settings.data / _WAITING
    if not waiting.exists():
        return
    file = sqlite_file.path_of(settings.database_url)
    if file is None:
        in_place = _marked(settings.database_url) in waiting.read_text("ascii").split("\n")[1:2]
    else:
        staged = staged_beside(file)
        in_place = not staged.exists()
        for part in file.parent.glob(f"{staged.name}*"):
            part.unlink()
    settle(settings.data, "replaced") if in_place else forget(settings.data)


def _marked(url: str) -> str:
    engine = open_engine(url)
    try:
        with transaction(engine, writes=False) as connection:
            found = connection.execute(text("SELECT obj_description(to_regclass(:t))"), _TABLE)
            return str(found.scalar())
    finally:
        engine.dispose()


_TABLE = {"t": "alembic_version"}
