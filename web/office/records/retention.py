"""Runs are deleted, with all that happened in them, once their time is over.

``MOTCUA_RETENTION_DAYS`` is always longer than a pass counts, so nobody loses a mastery
by it. The register of certificates stays: it is the office's own book.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from web.practice.runs import retention_store as store


def cutoff(now: datetime, days: int) -> datetime:
    """Runs that ended before this moment are deleted."""
    return now - timedelta(days=days)


def delete_expired(connection: Connection, now: datetime, days: int) -> int:
    """Delete what ended more than ``days`` ago; how many runs that were. 0 days keeps all."""
    deleted = 0
    while days and (found := store.ended_before(connection, cutoff(now, days))):
        store.delete(connection, found)
        deleted += len(found)
    return deleted
