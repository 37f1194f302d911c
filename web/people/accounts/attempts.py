"""Guesses, counted in the database before anything is looked at (ADR 0021).

A network may make ``PER_NETWORK`` of them in five minutes, for a whole office may share one
address. A person's account, or a device, may make a few at once; from then on each waits longer
than the one before, up to half an hour, until a day has gone by without any.
"""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Connection

from web.people.accounts import store

WINDOW = timedelta(minutes=5)
PER_NETWORK = 300
REMEMBERED = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_LONGEST_WAIT = 30  # minutes


def source(*parts: str) -> str:
    """A digest: somebody's slip of an ID number into the field must not be kept."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def count(connection: Connection, now: datetime, key: str) -> int:
    """Count one guess of a network; how many minutes it has to wait, 0 while it need not."""
    failures, ends = store.count_attempt(connection, key, now, now + WINDOW)
    return _minutes(ends - now) if failures > PER_NETWORK else 0


def slow_down(connection: Connection, now: datetime, key: str, free: int) -> int:
    """Count one guess at an account; how many minutes it has to wait instead, 0 if it need not.

    A guess that has to wait is not looked at and not counted, so impatience prolongs nothing.
    """
    failures, forgotten = store.hold_attempts(connection, key, now)
    failures = failures if forgotten > now else 0
    waits = forgotten - REMEMBERED + _wait(failures - free) - now
    if failures >= free and waits > timedelta(0):
        return _minutes(waits)
    store.set_attempts(connection, key, failures + 1, now + REMEMBERED)
    return 0


def _wait(beyond: int) -> timedelta:
    """1, 2, 4, 8, 16 minutes, then half an hour each."""
    return timedelta(minutes=min(1 << min(max(beyond, 0), 8), _LONGEST_WAIT))


def _minutes(left: timedelta) -> int:
    return -(-left // _MINUTE)  # rounded up
