"""Who may sit on which side of a world's desk."""

from flask import abort
from sqlalchemy import Connection

from web.shell.access import person_or_none
from web.shell.links import name_in
from web.shell.runtime import runtime
from web.worlds import desk_pass, store


def own_world(connection: Connection, world_id: str) -> store.WorldRecord:
    """The world whose clerk's side may be used: by the signed-in owner, or with its desk pass.

    404 when it is somebody else's, as if it did not exist; 410 when its time is over.
    """
    record = store.find(connection, world_id)
    if record is None or not (_is_owner(record) or desk_pass.is_present(world_id)):
        abort(404)
    return _or_gone(record)


def _is_owner(record: store.WorldRecord) -> bool:
    person = person_or_none()
    return person is not None and person.id == record.owner_id


def citizens_world(connection: Connection, capability: str) -> store.WorldRecord:
    """The world whose citizen's side opens with that link; 404 when none does, 410 when over."""
    record = store.find_by_citizen_link(connection, name_in(capability))
    if record is None:
        abort(404)
    return _or_gone(record)


def _or_gone(record: store.WorldRecord) -> store.WorldRecord:
    if record.expires_at <= runtime().effects.now():
        abort(410)
    return record
