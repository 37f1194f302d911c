"""The runs that belong to a run: what it was forked from, and what was forked from it."""

from dataclasses import dataclass

from sqlalchemy import Connection

from web.practice.runs import store
from web.practice.runs.runs import RunRecord


@dataclass(frozen=True, slots=True)
class RelatedRuns:
    """``source`` None: not a fork, or what it came from is no longer kept."""

    source: RunRecord | None
    forks: tuple[RunRecord, ...]


def related_to(connection: Connection, run: RunRecord) -> RelatedRuns:
    """Whose copy this run is, and its copies."""
    source = store.find(connection, run.forked_from) if run.forked_from else None
    return RelatedRuns(source, tuple(store.forks_of(connection, run.id)))
