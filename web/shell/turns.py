"""Writers queue up instead of trying their luck.

SQLite's own wait polls with growing pauses: whoever waits longest polls least, and one
writer in a hundred waits a second. Inside a process a lock, between processes a locked
file beside the database wake the next writer at once. PostgreSQL and Windows (one
process) do without.
"""

import sys
from pathlib import Path
from threading import Lock
from typing import IO

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

if sys.platform != "win32":
    import fcntl

_PATIENCE_S = 5  # as SQLite's busy_timeout: after it SQLite itself says that it is busy
_KEY = "turn"


class Turns:
    """Who may write to one database next; without a ``file`` only this process is asked."""

    def __init__(self, file: Path | None) -> None:
        self._path = file if sys.platform != "win32" else None
        self._file: IO[bytes] | None = None
        self._lock = Lock()

    def take(self, connection: Connection) -> None:
        """Wait for this connection's turn, and hold it until the connection is given back.

        A writer inside another writer of the same thread would wait for itself; it goes on
        after a while and gets SQLite's error.
        """
        if self._lock.acquire(timeout=_PATIENCE_S):
            connection.info[_KEY] = True
            if self._path:
                self._file = self._file or self._path.open("ab")
                fcntl.flock(self._file, fcntl.LOCK_EX)

    def give_back(self, _: DBAPIConnection | None, record: ConnectionPoolEntry) -> None:
        """End the turn, if this connection had it."""
        if record.info.pop(_KEY, False):
            if self._file:
                fcntl.flock(self._file, fcntl.LOCK_UN)
            self._lock.release()

    def close(self, _: Engine) -> None:
        """Let go of the file; it is opened again with the next turn."""
        if self._file:
            self._file.close()
            self._file = None


def install(engine: Engine) -> Turns:
    """Turns for this engine's database file, given back with each connection."""
    database = engine.url.database
    in_memory = database in (None, "", ":memory:")
    turns = Turns(None if in_memory else Path(f"{database}.turn"))
    event.listen(engine, "checkin", turns.give_back)
    event.listen(engine, "engine_disposed", turns.close)
    return turns
