"""Whether a visit stands still because the trainer has paused its class."""

from sqlalchemy import Connection

from sandbox.state import World
from web.classes.lessons import runs_store
from web.classes.lessons.classes import ClassState


def is_paused(connection: Connection, world_id: str, world: World) -> bool:
    """Asks the database only while the clock stands; a tester may stop one, too, unannounced."""
    if world.clock.frozen_at is None:
        return False
    return runs_store.class_state_at(connection, world_id) == ClassState.PAUSED.value
