"""What is counted of an office, to be told beside whether it is whole."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from web.practice.runs.store import RUN
from web.shell.session_models import PersonRow, SessionRow
from web.worlds.store import count_lines


@dataclass(frozen=True, slots=True)
class Counts:
    """Of the whole office; ``newest`` is when somebody was last seen to do anything."""

    people: int
    runs: int
    steps: int
    newest: datetime | None


def counts(connection: Connection) -> Counts:
    """Counted now."""
    moments = [
        connection.execute(select(func.max(column))).scalar()
        for column in (RUN.c.started_at, RUN.c.ended_at, SessionRow.last_seen_at)
    ]
    return Counts(
        connection.execute(select(func.count()).select_from(PersonRow)).scalar_one(),
        connection.execute(select(func.count()).select_from(RUN)).scalar_one(),
        count_lines(connection),
        max(filter(None, moments), default=None),
    )
