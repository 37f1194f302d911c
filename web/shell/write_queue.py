"""Writers queue up instead of trying their luck.

SQLite's own wait polls with growing pauses: whoever waits longest polls least, and one
writer in a hundred waits a second. Inside a process a lock wakes the next writer at once, between
processes a locked file beside the database is asked three times a millisecond. PostgreSQL and
Windows (one process) do without.
"""

import sys
from pathlib import Path
from threading import Lock
from typing import IO

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from web.shell.effects import Effects

if sys.platform != "win32":
    import fcntl

_TIMEOUT_S = 5  # as SQLite's busy_timeout: after it SQLite itself says that it is busy
_PAUSE_S = 0.0003  # a step holds the turn for one or two thousandths
_REAL = Effects()
_KEY = "holds_write_queue"


class WriteQueue:
    """Who may write to one database next; without a ``file`` only this process is asked."""

    def __init__(self, file: Path | None) -> None:
        self._path = file if sys.platform != "win32" else None
        self._file: IO[bytes] | None = None
        self._lock = Lock()

    def acquire(self, connection: Connection) -> None:
        """Wait until this connection may write; it may until it goes back to the pool.

        A writer inside another writer of the same thread would wait for itself; it goes on
        after ``_TIMEOUT_S`` and gets SQLite's error, as does whoever waits for a slow one.
        """
        until = _REAL.monotonic() + _TIMEOUT_S
        if self._lock.acquire(timeout=_TIMEOUT_S):
            connection.info[_KEY] = True
            if self._path:
                self._file = self._file or self._path.open("ab")
                self._wait_for_other_processes(self._file, until)

    def _wait_for_other_processes(self, file: IO[bytes], until: float) -> None:
        """Asking again and again takes no longer here than being woken, and can be given up."""
        while _REAL.monotonic() < until:
            try:
                return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                _REAL.pause(_PAUSE_S)
        return None

    def release(self, _: DBAPIConnection | None, record: ConnectionPoolEntry) -> None:
        """Let the next writer in, if this connection kept it waiting."""
        if record.info.pop(_KEY, False):
            if self._file:
                fcntl.flock(self._file, fcntl.LOCK_UN)
            self._lock.release()

    def close(self, _: Engine) -> None:
        """Close the file; the next writer opens it again."""
        if self._file:
            self._file.close()
            self._file = None


def attach(engine: Engine) -> WriteQueue:
    """A queue for this engine's database file, left whenever a connection is given back."""
    database = engine.url.database
    in_memory = database in (None, "", ":memory:")
    queue = WriteQueue(None if in_memory else Path(f"{database}.turn"))
    event.listen(engine, "checkin", queue.release)
    event.listen(engine, "engine_disposed", queue.close)
    return queue
