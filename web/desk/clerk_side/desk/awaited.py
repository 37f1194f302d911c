"""Results that are on their way: what is awaited, and when it will be there."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from sandbox.citizens import EidState
from sandbox.state import World

_WORDS = {
    EidState.LEVEL1: "tài khoản mức 1",
    EidState.LEVEL2_ISSUED: "tài khoản mức 2",
}
CHILD = "tài khoản của con"


@dataclass(frozen=True, slots=True)
class Awaited:
    """One result; ``ready`` once its time has come."""

    name: str
    ready_at: datetime
    ready: bool


def awaited(world: World, now: datetime) -> list[Awaited]:
    """Every result asked for in this visit, in the order asked."""
    child = world.vneid.child_until
    results = [(_WORDS[result.level], result.ready_at) for result in world.vneid.results]
    results += [(CHILD, child)] if child else []
    return [Awaited(name, ready_at, ready_at <= now) for name, ready_at in results]


def seconds_to_next(world: World, now: datetime) -> int:
    """Whole seconds until the first result that is not there yet; 0 when none is awaited."""
    pending = [each.ready_at for each in awaited(world, now) if not each.ready]
    return ceil((min(pending) - now).total_seconds()) if pending else 0
