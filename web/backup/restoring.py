"""An office out of a backup in the place of another: the old one or the new one, never half.

SQLite: the new one is built whole in a file beside the old, which it then replaces in one step.
PostgreSQL: everything happens in one transaction. The secret key waits beside its place and is
taken there right after; a start that finds it waiting finishes that (``start.py``).
"""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from web.backup import store
from web.backup.archive import Reader
from web.backup.progress import Progress
from web.backup.saving import save
from web.shell import key_file, schema, sqlite_file
from web.shell.config import Settings
from web.shell.database import open_engine, transaction
from web.start import StartError

_IN_USE = (
    "Bàn tập Một cửa đang chạy trên dữ liệu này nên chưa khôi phục gì. "
    "Anh/chị dừng chương trình rồi chạy lại."
)
_NOT_EMPTY = (
    "Nơi khôi phục đang có dữ liệu của một đơn vị nên chưa khôi phục gì. "
    "Anh/chị thêm --replace để thay; dữ liệu cũ được giữ lại bên cạnh."
)
_OTHER_ROWS = "Số dòng khôi phục được không đúng với bản sao lưu nên đã bỏ, dữ liệu cũ giữ nguyên."


def is_empty(settings: Settings) -> bool:
    """Whether nobody would miss what stands there; a file that cannot be read is not empty."""
    file = sqlite_file.path_of(settings.database_url)
    if file is not None and not file.exists():
        return True
    engine = open_engine(settings.database_url)
    try:
        with transaction(engine, writes=False) as connection:
            found = {table.name: table for table in store.tables(connection)}
            return not ("person" in found and store.count(connection, found["person"]))
    except DBAPIError:
        return False
    finally:
        engine.dispose()


def restore(
    settings: Settings, reader: Reader, progress: Progress, now: datetime, *, replace: bool
) -> list[Path]:
    """Put it in place; the files that hold what was there before. Raises StartError."""
    if not is_empty(settings) and not replace:
        raise StartError(_NOT_EMPTY)
    aside = f"replaced-{now:%Y%m%d-%H%M%S}"
    file = sqlite_file.path_of(settings.database_url)
    if file is None:
        kept = _into_server(settings, reader, progress, aside)
    else:
        kept = _into_file(file, settings, reader, progress, aside)
    return kept + key_file.settle(settings.data, aside)


def _into_file(
    file: Path, settings: Settings, reader: Reader, progress: Progress, aside: str
) -> list[Path]:
    damaged = file.exists() and not _folded_alone(file)
    staged = key_file.staged_beside(file)
    _remove(staged)
    try:
        _build(staged, reader, progress)
        key_file.wait(settings.data, reader.key, aside)
        kept = _set_aside(file, aside, damaged)
        staged.replace(file)
        _to_disk(file.parent)
    except BaseException:
        key_file.forget(settings.data)
        raise
    finally:
        _remove(staged)
    return kept


def _build(staged: Path, reader: Reader, progress: Progress) -> None:
    engine = open_engine(f"sqlite:///{staged}")
    try:
        with transaction(engine) as connection:
            _fill(connection, reader, progress)
    finally:
        engine.dispose()  # who closes a file last brings all of it into the one
    _to_disk(staged)


def _folded_alone(file: Path) -> bool:
    """Bring the old office into its one file; False when it is damaged. Raises StartError."""
    try:
        with closing(sqlite3.connect(file, timeout=1)) as old:
            old.execute("PRAGMA journal_mode = DELETE")  # refused while anybody else has it open
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StartError(_IN_USE) from error
        return False
    except sqlite3.DatabaseError:
        return False
    return True


def _set_aside(file: Path, aside: str, damaged: bool) -> list[Path]:
    """The old file under another name too; of a damaged one, its -wal is moved away with it."""
    if not file.exists():
        return []
    kept = [file.with_name(f"{aside}.sqlite3")]
    try:
        os.link(file, kept[0])
    except OSError:  # a disk without links
        shutil.copy2(file, kept[0])
    wal = sqlite_file.wal_of(file)
    if damaged and wal.exists():
        kept.append(wal.replace(sqlite_file.wal_of(kept[0])))
    return kept


def _to_disk(path: Path) -> None:
    if os.name == "posix":
        opened = os.open(path, os.O_RDONLY)
        os.fsync(opened)
        os.close(opened)


def _remove(file: Path) -> None:
    for one in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm", ".turn"))):
        one.unlink(missing_ok=True)


def _into_server(settings: Settings, reader: Reader, progress: Progress, aside: str) -> list[Path]:
    engine = open_engine(settings.database_url)
    try:
        _refuse_company(engine)
        kept = []
        if not is_empty(settings):
            kept = [settings.data / f"{aside}.motcua"]
            save(engine, settings, kept[0], "", progress)
        key_file.wait(settings.data, reader.key, aside)
        with transaction(engine) as connection:
            store.empty(connection)
            if schema.found(connection) is not None:
                schema.go_to(connection, "base")
            _fill(connection, reader, progress)
            key_file.mark(connection, aside)
    except Exception:  # after a crash it is found waiting, and the database says what happened
        key_file.forget(settings.data)
        raise
    finally:
        engine.dispose()
    return kept


def _refuse_company(engine: Engine) -> None:
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    )
    with transaction(engine, writes=False) as connection:
        if connection.execute(others).scalar():
            raise StartError(_IN_USE)


def _fill(connection: Connection, reader: Reader, progress: Progress) -> None:
    """The backup's rows in a schema of its own time, which is then brought up to today's."""
    manifest = reader.manifest
    schema.go_to(connection, manifest.revision)
    with store.unguarded(connection):
        for table in store.tables(connection):
            content = manifest.tables.get(table.name)
            if content:
                rows = progress.through(reader.rows(table.name))
                if store.put(connection, table, content.columns, rows) != content.rows:
                    raise StartError(_OTHER_ROWS)
    schema.upgrade(connection)
    progress.finish()
