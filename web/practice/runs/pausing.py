"""Whether a visit stands still because the trainer has paused its class."""

from sqlalchemy import Connection

from sandbox.state import World
from web.practice.runs import store


def is_paused(connection: Connection, world_id: str, world: World) -> bool:
    """Asks the database only while the clock stands; a tester may stop one, too, unannounced."""
    return world.clock.frozen_at is not None and store.is_paused(connection, world_id)
