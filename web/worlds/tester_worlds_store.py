"""The questions asked about testers' worlds, and the only place where logs are deleted."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, select

from web.worlds.models import WorldEventRow, WorldRow

_WORLD = WorldRow.__table__.c
_EVENT = WorldEventRow.__table__.c

# Asked at the making of every world, so they are put together once.
_LIVING = (_WORLD.tester == bindparam("tester"), _WORLD.expires_at > bindparam("now"))
_COUNT = select(func.count()).where(*_LIVING)
_NEXT_TO_EXPIRE = select(func.min(_WORLD.expires_at)).where(*_LIVING)
_EXPIRED = (
    select(_WORLD.id)
    .where(_WORLD.tester.is_not(None), _WORLD.expires_at <= bindparam("now"))
    .order_by(_WORLD.expires_at)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
)


def count(connection: Connection, tester: str, now: datetime) -> int:
    """How many worlds of that tester are still alive."""
    return connection.execute(_COUNT, {"tester": tester, "now": now}).scalar_one()


def next_to_expire(connection: Connection, tester: str, now: datetime) -> datetime | None:
    """When the next of that tester's worlds comes to its end."""
    return connection.execute(_NEXT_TO_EXPIRE, {"tester": tester, "now": now}).scalar()


def expired(connection: Connection, now: datetime, at_most: int) -> list[str]:
    """Testers' worlds whose time is over, held fast; those in somebody's hands are left out."""
    return list(connection.execute(_EXPIRED, {"now": now, "at_most": at_most}).scalars())


def delete_logs(connection: Connection, world_ids: Sequence[str]) -> None:
    """Forget all that happened there; the database refuses while a run refers to it."""
    connection.execute(delete(WorldEventRow).where(_EVENT.world_id.in_(world_ids)))


def delete_worlds(connection: Connection, world_ids: Sequence[str]) -> None:
    """Forget the worlds with their logs."""
    delete_logs(connection, world_ids)
    connection.execute(delete(WorldRow).where(_WORLD.id.in_(world_ids)))
