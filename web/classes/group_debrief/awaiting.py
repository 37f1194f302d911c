"""The runs whose trainees have written and wait for a trainer's word."""

from sqlalchemy import Connection

from web.classes.lessons.store import led_by
from web.practice.debrief import store
from web.practice.debrief.store import Waiting
from web.shell.access import Person


def awaiting(connection: Connection, reader: Person) -> list[Waiting]:
    """Those of the reader's unit and of the classes they lead, longest waiting first."""
    return store.awaiting(connection, reader.unit_id, reader.id, led_by(reader.id))
