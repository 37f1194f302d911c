"""The daily traces of rosters are deleted once their time is over; published rosters are not.

A published roster says who was on duty, which holes there were and who answered for them: it is
an official document of the office, printed and signed, with a time of its own, and the database
keeps it as it was. So it stays with its names, and so do the days of leave that were granted, on
which it rests. What only served the day goes ``MOTCUA_DUTY_RETENTION_DAYS`` after it: check-ins,
swaps, absences with all answers, wishes, requests for leave that were never granted, the reason
of those that were, revoked links, and who has looked at which version. What is carried over
is stored with the next period (``planning.carrying``), so nobody gains or loses shifts by it.
"""

from dataclasses import astuple, dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from web.roster.duty import retention_store as duty
from web.roster.planning import retention_store as planning
from web.shell.formatting import OFFICE_ZONE


@dataclass(frozen=True, slots=True)
class Deleted:
    """How many of each went, reasons of leave emptied included."""

    presence: int = 0
    swaps: int = 0
    absences: int = 0
    leave: int = 0
    links: int = 0
    receipts: int = 0
    wishes: int = 0

    @property
    def count(self) -> int:
        """All of it."""
        return sum(astuple(self))


def delete_expired(connection: Connection, now: datetime, days: int) -> Deleted:
    """Delete what belongs to days more than ``days`` ago. 0 days keeps all."""
    if not days:
        return Deleted()
    moment = now - timedelta(days=days)
    cutoff = moment.astimezone(OFFICE_ZONE).date()
    return Deleted(
        planning.delete_presence(connection, cutoff),
        duty.delete_swaps(connection, cutoff),
        planning.delete_absences(connection, cutoff),
        planning.delete_leave(connection, cutoff),
        duty.delete_links(connection, moment),
        planning.delete_receipts(connection, cutoff),
        planning.delete_wishes(connection, cutoff),
    )
