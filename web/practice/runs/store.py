"""The questions asked of the table of runs by those who practise."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, case, func, insert, or_, select, update

from web.practice.runs.models import RunRow
from web.practice.runs.runs import COACHED, Mode, RunRecord, State
from web.shell.ids import could_be_id
from web.shell.seals import seal

RUN = RunRow.__table__
"""The table, for the questions of rooms above that join it; written to by this store alone."""
_RUN = RUN.c
COLUMNS = tuple(_RUN[name] for name in RunRecord.__dataclass_fields__)
_MODE = tuple(RunRecord.__dataclass_fields__).index("mode")
_STATE = tuple(RunRecord.__dataclass_fields__).index("state")

# Built once: every step at a desk asks them.
_BY_ID = select(*COLUMNS).where(_RUN.id == bindparam("text"))
_BY_WORLD = select(*COLUMNS).where(_RUN.world_id == bindparam("text"))
_PAUSED = select(_RUN.paused).where(_RUN.world_id == bindparam("text"))


def record_of(row: Row[Any]) -> RunRecord:
    """A run from a row that begins with ``COLUMNS``."""
    values = list(row[: len(COLUMNS)])
    values[_MODE], values[_STATE] = Mode(values[_MODE]), State(values[_STATE])
    return RunRecord(*values)


def find(connection: Connection, run_id: str) -> RunRecord | None:
    """The run of that id."""
    if not could_be_id(run_id):
        return None
    row = connection.execute(_BY_ID, {"text": run_id}).first()
    return record_of(row) if row else None


def find_by_world(connection: Connection, world_id: str) -> RunRecord | None:
    """The run that takes place in that world; None for a world nobody practises in."""
    if not could_be_id(world_id):
        return None
    row = connection.execute(_BY_WORLD, {"text": world_id}).first()
    return record_of(row) if row else None


def open_runs(connection: Connection, person_id: int) -> list[RunRecord]:
    """The person's runs that are not ended, newest first."""
    return open_runs_of(connection, [person_id])


def open_runs_of(connection: Connection, people: Collection[int]) -> list[RunRecord]:
    """The same of several people."""
    question = (
        select(*COLUMNS)
        .where(_RUN.person_id.in_(people), _RUN.state == State.OPEN.value)
        .order_by(_RUN.started_at.desc(), _RUN.id)
    )
    return [record_of(row) for row in connection.execute(question)]


def forks_of(connection: Connection, run_id: str) -> list[RunRecord]:
    """The runs that began as a copy of this one, oldest first."""
    question = select(*COLUMNS).where(_RUN.forked_from == run_id).order_by(_RUN.started_at, _RUN.id)
    return [record_of(row) for row in connection.execute(question)]


def swapped_into(connection: Connection, run_id: str) -> RunRecord | None:
    """The run in which the two people sit the other way round."""
    row = connection.execute(select(*COLUMNS).where(_RUN.swapped_from == run_id)).first()
    return record_of(row) if row else None


@dataclass(frozen=True, slots=True)
class Best:
    """The most points in one scenario, and whether it was ever passed."""

    points: int
    passed: bool


def best_marks(connection: Connection, person_id: int) -> dict[str, Best]:
    """Where the person stands in each scenario, led runs and second tries left out."""
    passed = func.max(case((_RUN.passed, 1), else_=0))
    question = (
        select(_RUN.scenario, func.max(_RUN.points), passed)
        .where(_RUN.person_id == person_id, _RUN.points.is_not(None))
        .where(_RUN.mode.not_in([mode.value for mode in COACHED]), _RUN.forked_from.is_(None))
        .group_by(_RUN.scenario)
    )
    rows = connection.execute(question)
    return {scenario: Best(points, bool(ever)) for scenario, points, ever in rows}


def ways_done(connection: Connection, person_id: int) -> dict[str, set[str]]:
    """Scenario to the modes the person came to the end in, or passed in; no second tries."""
    led = _RUN.mode.in_([mode.value for mode in COACHED])
    question = (
        select(_RUN.scenario, _RUN.mode)
        .where(_RUN.person_id == person_id, _RUN.state == State.FINISHED.value)
        .where(or_(led, _RUN.passed), _RUN.forked_from.is_(None))
        .distinct()
    )
    done: dict[str, set[str]] = {}
    for scenario, mode in connection.execute(question):
        done.setdefault(scenario, set()).add(mode)
    return done


def last_links(connection: Connection) -> dict[str, str]:
    """World to the last link of its log, as ended runs remember it."""
    question = select(_RUN.world_id, _RUN.last_link).where(_RUN.last_link != "")
    return {row.world_id: row.last_link for row in connection.execute(question)}


def is_paused(connection: Connection, world_id: str) -> bool:
    """Whether the class is paused whose run takes place in that world."""
    return bool(connection.execute(_PAUSED, {"text": world_id}).scalar())


def pause_class(connection: Connection, class_id: str, *, paused: bool) -> None:
    """All runs begun in that class stand still with it, or go on."""
    connection.execute(update(RunRow).where(_RUN.class_id == class_id).values(paused=paused))


def add(connection: Connection, run: RunRecord) -> None:
    """A new run."""
    connection.execute(insert(RunRow), [asdict(run)])
    seal(connection, RunRow, _RUN.id == run.id)


def save(connection: Connection, run: RunRecord) -> None:
    """Write a run's present state over its earlier one."""
    connection.execute(update(RunRow).where(_RUN.id == run.id).values(**asdict(run)))
    seal(connection, RunRow, _RUN.id == run.id)
