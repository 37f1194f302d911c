"""How many calls a second a tester may make, whichever host answers.

This keeps a program that runs wild from taking the service away from others. A process takes calls
from the database a tenth of the rate at a time, so that not every call has to write.
"""

from datetime import datetime
from threading import Lock

from flask import current_app
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from web.shell.database import transaction
from web.worlds import tester_rate_store as store

KEY = "motcua.tester_limits"
PARTS = 10


class Limiter:
    """What is left of the calls this process has taken, by tester, of the second that runs."""

    def __init__(self) -> None:
        self.known: set[tuple[str, str]] = set()  # networks, and who called from there
        self.guessing: dict[str, datetime] = {}  # networks, and until when they have to wait
        self._left: dict[str, tuple[int, int]] = {}
        self._lock = Lock()

    def take(self, engine: Engine, tester: str, rate: int, now: datetime) -> bool:
        """Whether one more call is within ``rate`` a second."""
        second = int(now.timestamp())
        with self._lock:
            taken_in, left = self._left.get(tester, (0, 0))
            if taken_in != second or not left:
                left = _more(engine, tester, second, rate)
            self._left[tester] = (second, max(0, left - 1))
            return left > 0


def _more(engine: Engine, tester: str, second: int, rate: int) -> int:
    most = max(1, rate // PARTS)
    try:
        with transaction(engine) as connection:
            return store.give(connection, tester, second, rate, most)
    except IntegrityError:  # another host wrote the tester's first row
        with transaction(engine) as connection:
            return store.give(connection, tester, second, rate, most)


def limiter() -> Limiter:
    """The running app's own."""
    running: Limiter = current_app.extensions.setdefault(KEY, Limiter())
    return running
