"""Folded worlds and their logs kept warm in this process; losing one costs a fold, no step."""

from dataclasses import dataclass

from sqlalchemy import Connection

from sandbox.log import Entry
from sandbox.state import World
from sandbox.world import carry_on, fold_log
from web.shell.cache import Cache
from web.worlds import store


@dataclass(frozen=True, slots=True)
class Folded:
    """A world, the log it is the fold of, and the chain's link of the log's last line."""

    world: World
    log: tuple[Entry, ...]
    link: str


class WorldCache:
    """The most recently used folds, each checked against the log before it is believed."""

    def __init__(self, maxsize: int = 1000) -> None:
        self._cache = Cache[str, Folded](maxsize)

    def read(self, connection: Connection, world_id: str) -> Folded | None:
        """The world as its log stands now, or None when there is no such log."""
        cached = self._cache.get(world_id)
        folded = self._caught_up(connection, world_id, cached) if cached else None
        folded = folded or _folded(store.lines_from(connection, world_id))
        if folded:
            self._cache.set(world_id, folded)
        return folded

    def _caught_up(self, connection: Connection, world_id: str, cached: Folded) -> Folded | None:
        """Read from the last known line on; if that line is another now, the fold is void."""
        newer = store.lines_after(connection, world_id, cached.world.seq, cached.link)
        if newer is None:
            return None
        if not newer:
            return cached
        entries = [line.entry for line in newer]
        return Folded(carry_on(cached.world, entries), (*cached.log, *entries), newer[-1].link)


def _folded(lines: list[store.Line]) -> Folded | None:
    log = tuple(line.entry for line in lines)
    return Folded(fold_log(log), log, lines[-1].link) if lines else None
