"""The one place where runs are deleted."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, func, select
from sqlalchemy import delete as delete_from

from web.practice.runs.models import RunRow
from web.worlds.tester_worlds_store import delete_worlds

_AT_ONCE = 500
_RUN = RunRow.__table__.c


def ended_before(connection: Connection, moment: datetime) -> Mapping[str, str]:
    """Up to 500 runs that ended, or were left open since, before ``moment``: run to world."""
    last = func.coalesce(_RUN.ended_at, _RUN.started_at)
    question = select(_RUN.id, _RUN.world_id).where(last < moment).order_by(_RUN.id)
    return {row.id: row.world_id for row in connection.execute(question.limit(_AT_ONCE))}


def delete(connection: Connection, runs: Mapping[str, str]) -> None:
    """Delete runs, then the worlds they took place in (a log goes only after its run)."""
    connection.execute(delete_from(RunRow).where(_RUN.id.in_(list(runs))))
    delete_worlds(connection, list(runs.values()))
