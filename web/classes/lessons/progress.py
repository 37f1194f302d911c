"""How far the open runs of a class are, kept warm in this process (ADR 0009).

Losing it costs reading the logs once more, never a step; nothing kept is believed unless the log
still carries the link it was read up to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from training.live import Progress, follow, read_on
from training.scenario import Scenario
from web.classes.lessons.runs_store import RunProgress
from web.practice.scenarios import library
from web.shell.cache import Cache
from web.worlds.store import Line, lines_of_many


@dataclass(frozen=True, slots=True)
class CachedProgress:
    """A run as far as it was read; ``link`` is the chain's link of the last line read."""

    progress: Progress
    link: str


class ProgressCache:
    """The most recently followed runs, by world."""

    def __init__(self, maxsize: int = 2000) -> None:
        self._cache = Cache[str, CachedProgress](maxsize)

    def read(self, connection: Connection, runs: Sequence[RunProgress]) -> dict[str, Progress]:
        """World to progress by the version each run used; asks only for what was not read yet."""
        by_world = {run.world_id: run for run in runs}
        cached = self._cache.get_many(by_world)
        read = self._read_on(connection, by_world, cached)
        replaced = {world_id: by_world[world_id] for world_id, each in read.items() if each is None}
        reread = self._read_on(
            connection, replaced, {}
        )  # another log under a known name: begin anew
        all_read = {**cached, **read, **reread}
        return {world_id: each.progress for world_id, each in all_read.items() if each}

    def _read_on(
        self,
        connection: Connection,
        runs: Mapping[str, RunProgress],
        cached: Mapping[str, CachedProgress],
    ) -> dict[str, CachedProgress | None]:
        used = library.used_by(connection, (runs[each] for each in runs.keys() - cached.keys()))
        scenarios = {world_id: used.get(_which(run)) for world_id, run in runs.items()}
        behind = {
            world_id: cached[world_id].progress.seq if world_id in cached else 0
            for world_id, run in runs.items()
            if (cached[world_id].link != run.head if world_id in cached else scenarios[world_id])
        }
        newer = lines_of_many(connection, behind)
        read = {
            world_id: _continued(scenarios[world_id], cached.get(world_id), newer.get(world_id, []))
            for world_id in behind
        }
        self._cache.set_many({world_id: each for world_id, each in read.items() if each})
        return read


def _which(run: RunProgress) -> tuple[str, int]:
    return run.scenario, run.scenario_version


def _continued(
    scenario: Scenario | None, cached: CachedProgress | None, lines: Sequence[Line]
) -> CachedProgress | None:
    """Read on from the last known line; None when that line is another now, or gone."""
    if not lines or (cached and lines[0].link != cached.link):
        return None
    if cached is None:
        entries = [line.entry for line in lines]
        return CachedProgress(follow(scenario, entries), lines[-1].link) if scenario else None
    progress = read_on(cached.progress, [line.entry for line in lines[1:]])
    return CachedProgress(progress, lines[-1].link)
