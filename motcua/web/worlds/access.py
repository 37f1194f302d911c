"""Who may sit on which side of a world's desk."""

from flask import abort
from sqlalchemy import Connection

from motcua.web.access import current_person
from motcua.web.shell import shell
from motcua.web.worlds import store


def own_world(connection: Connection, world_id: str) -> store.WorldRecord:
    """The world whose clerk's side the signed-in person may use.

    404 when it is somebody else's, as if it did not exist; 410 when its time is over.
    """
    record = store.find(connection, world_id)
    if record is None or record.owner_id != current_person().id:
        abort(404)
    return _still_alive(record)


def citizens_world(connection: Connection, capability: str) -> store.WorldRecord:
    """The world whose citizen's side opens with that link; 404 when none does, 410 when over."""
    record = store.find_by_citizen_link(connection, capability)
    if record is None:
        abort(404)
    return _still_alive(record)


def _still_alive(record: store.WorldRecord) -> store.WorldRecord:
    if record.expires_at <= shell().effects.now():
        abort(410)
    return record
