"""The world a call is about, with all that is usually asked of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from sandbox.log import Actor, Entry
from sandbox.state import World
from web.shell.database import db
from web.shell.runtime import runtime
from web.testers.gate import tester
from web.testers.problems import ApiError
from web.worlds import service, store


@dataclass(frozen=True, slots=True)
class WorldContext:
    """A world of the calling tester, and its own time now."""

    connection: Connection
    record: store.WorldRecord
    world: World
    now: datetime

    @property
    def id(self) -> str:
        """The world's id."""
        return self.record.id

    def log(self) -> list[Entry]:
        """All that has happened, in order."""
        return service.log(self.connection, self.id)


def own_record(connection: Connection, world_id: str) -> store.WorldRecord:
    """The world's record.

    Raises:
        ApiError: 404 unless this tester made it, 410 when its time is over.
    """
    record = store.find(connection, world_id)
    if record is None or record.tester != tester():
        raise ApiError(404, "No world of this tester has that id.")
    if record.expires_at <= runtime().effects.now():
        raise ApiError(410, "The time of this world is over. Make another with a longer ttl_s.")
    return record


def world_context(world_id: str) -> WorldContext:
    """The world as it stands now, in the request's transaction."""
    return world_context_in(db.connection, world_id)


def world_context_in(connection: Connection, world_id: str) -> WorldContext:
    """The world as it stands in that transaction."""
    record = own_record(connection, world_id)
    world = service.read(connection, record.id)
    return WorldContext(connection, record, world, service.world_time(world))


def control(world_id: str, command: object) -> service.CommandResult:
    """Do something to the world as its tester; it becomes a fact of the log like any other."""
    return service.act(db.connection, own_record(db.connection, world_id).id, command, Actor.TESTER)
