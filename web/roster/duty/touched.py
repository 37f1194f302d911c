"""The shifts to come that hang on a person, for whoever would keep them out or move them."""

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlalchemy import Connection

from rostering.hours import is_over
from rostering.sentences import session_in_words
from web.people.administration.touching import Kind, Touch
from web.roster.planning import shifts_store
from web.shell.formatting import OFFICE_ZONE


def touched(connection: Connection, people: Collection[int], now: datetime) -> Iterator[Touch]:
    """What stands on the rosters in force and is not over."""
    today = now.astimezone(OFFICE_ZONE).date()
    for person_id, shift, venue in shifts_store.of_people_from(connection, people, today):
        session = shift.slot.session
        if not is_over(session, now):
            yield Touch(person_id, Kind.SHIFT, f"{session_in_words(session)}, {venue}")
