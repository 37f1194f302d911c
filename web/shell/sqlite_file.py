"""The SQLite file itself: whether all of it is in one place, reading it untouched, a copy of it.

Steps stand in ``motcua.sqlite3-wal`` first. While an office is served the file says so in its
header (``user_version``), so that a file copied alone, or one whose ``-wal`` was left out, can be
told from a whole one.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Timer
from urllib.parse import quote

from sqlalchemy import Connection, Engine, NullPool, create_engine, event

_SQLITE = "sqlite:///"
_SERVED = 1
IDLE_S = 3.0  # without a write, after which everything is brought into the one file


def path_of(url: str) -> Path | None:
    """The file behind ``sqlite:///…``; None for a server, or for a database in memory.

    What follows is a path as it stands: folders may have % ? and # in their names.
    """
    path = url.removeprefix(_SQLITE)
    is_file = url.startswith(_SQLITE) and path not in {"", ":memory:"}
    return Path(path).absolute() if is_file else None


def file_of(engine: Engine) -> Path | None:
    """The same, of a database that is being opened."""
    return path_of(f"{_SQLITE}{engine.url.database or ''}") if engine.name == "sqlite" else None


def wal_of(file: Path) -> Path:
    """Where the newest steps stand until they are in the file."""
    return file.with_name(f"{file.name}-wal")


@contextmanager
def served(file: Path | None) -> Iterator[None]:
    """The office is open: say so in the file, and bring everything into it at the end."""
    if file is None:
        yield
        return
    _fold(file, _SERVED)
    try:
        yield
    finally:
        _fold(file, 0)


def _fold(file: Path, version: int) -> None:
    with closing(sqlite3.connect(file, timeout=5, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def lacks_wal(connection: Connection) -> bool:
    """Whether the file was in use when it was copied or left, and what stood beside it is gone."""
    if connection.dialect.name != "sqlite":
        return False
    version = connection.exec_driver_sql("PRAGMA user_version").scalar()
    _, _, file = connection.exec_driver_sql("PRAGMA database_list").all()[0]
    return version == _SERVED and not wal_of(Path(file)).exists()


class IdleCheckpoint:
    """Brings steps into the one file once nobody has written for ``IDLE_S``; holds nobody up.

    A timer runs only between a write and that moment.
    """

    def __init__(self, engine: Engine, idle_s: float = IDLE_S) -> None:
        self._engine, self._idle_s = engine, idle_s
        self._lock, self._writes, self.waits = Lock(), 0, False
        event.listen(engine, "commit", self._wrote)

    def _wrote(self, connection: Connection) -> None:
        if connection.get_execution_options().get("writes", False):
            with self._lock:
                self._writes += 1
                if not self.waits:
                    self._arm()

    def _arm(self) -> None:
        self.waits = True
        timer = Timer(self._idle_s, self._fire, (self._writes,))
        timer.daemon = True
        timer.start()

    def _fire(self, writes: int) -> None:
        with self._lock:
            if self._writes != writes:
                self._arm()
                return
            self.waits = False
        self.checkpoint()

    def checkpoint(self) -> None:
        """Do it now, as far as it goes without making anybody wait."""
        with closing(self._engine.raw_connection()) as raw:
            raw.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")


@contextmanager
def read_only(file: Path) -> Iterator[Engine]:
    """The file as it stands, in a folder that may be read only; nothing is written beside it.

    Raises sqlite3.Error when it cannot be read as a database.
    """
    if not wal_of(file).exists():
        with _reading(file, "immutable=1") as engine:
            yield engine
        return
    with TemporaryDirectory() as folder:
        yield from _with_its_wal(file, Path(folder))


def _with_its_wal(file: Path, folder: Path) -> Iterator[Engine]:
    try:
        with closing(_connect(file, "mode=ro")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:  # its -shm cannot be made beside it: look at a copy of both
        copy = folder / file.name
        for one in (file, wal_of(file)):
            shutil.copyfile(one, folder / one.name)
        file = copy
    with _reading(file, "mode=ro") as engine:
        yield engine


@contextmanager
def _reading(file: Path, how: str) -> Iterator[Engine]:
    engine = create_engine("sqlite://", creator=lambda: _connect(file, how), poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    try:
        yield engine
    finally:
        engine.dispose()


def _connect(file: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{quote(file.as_posix())}?{how}", uri=True)
    connection.isolation_level = None
    # A text with a flipped bit may be none any more; it is to be seen, not to end the reading.
    connection.text_factory = lambda raw: raw.decode(errors="surrogateescape")
    return connection


def copy(file: Path, target: Path) -> None:
    """A whole copy of a database in use, there under its name only once it is complete."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(part)) as made:
            source.backup(made)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
