"""Guesses from one source, counted over five minutes; too many, and the source has to wait."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Connection

from web.people.accounts import store

WINDOW = timedelta(minutes=5)
PER_ADDRESS = 100  # a whole class may share one address


def source(*parts: str) -> str:
    """A digest: somebody's slip of an ID number into the field must not be kept."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def count(connection: Connection, now: datetime, key: str, limit: int) -> int:
    """Count one guess; how many minutes ``key`` has to wait, 0 while within ``limit``."""
    failures, ends = store.count_attempt(connection, key, now, now + WINDOW)
    return _minutes(now, ends) if failures > limit else 0


def waits(connection: Connection, now: datetime, key: str, limit: int) -> int:
    """The same without counting: for what may turn out to be right."""
    failures, ends = store.attempts(connection, key)
    return _minutes(now, ends) if ends and ends > now and failures >= limit else 0


def _minutes(now: datetime, ends: datetime) -> int:
    return -((now - ends) // timedelta(minutes=1))  # rounded up
