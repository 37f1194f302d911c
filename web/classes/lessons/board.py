"""What the live board shows: one row for each who takes part, whoever needs help first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection

from training.live import Progress
from web.classes.lessons import members_store, programme, runs_store
from web.classes.lessons.board_row import Participant, Place, Row, row
from web.classes.lessons.classes import Plan, TrainingClass
from web.classes.lessons.progress import ProgressCache
from web.classes.lessons.runs_store import RunProgress
from web.shell.cache import Cache

_NEVER = datetime.max.replace(tzinfo=UTC)


class AtStep(NamedTuple):
    """A step of a task, by its place and title: versions of one scenario may differ in theirs."""

    scenario: str
    task: str
    place: int
    title: str


@dataclass(frozen=True, slots=True)
class Board:
    """All rows, sorted; ``counts`` how many stand where; ``steps`` how many stand at which step."""

    rows: tuple[Row, ...]
    counts: Mapping[Place, int]
    steps: Mapping[AtStep, int]


class _CachedRow(NamedTuple):
    """A row as it was worked out; true while ``basis`` is the same and ``until`` not reached."""

    row: Row
    since: float
    at: AtStep | None
    basis: tuple[Participant, Plan, frozenset[str]]
    until: datetime


_PROGRESS = ProgressCache()
_ROWS = Cache[tuple[str, int], _CachedRow](2000)


def read(connection: Connection, training_class: TrainingClass, real: datetime) -> Board:
    """The board at that real instant: three questions to the database.

    One more for a class that practises scenarios of the unit's own.
    """
    participants = _participants(connection, training_class)
    rows = _rows(connection, training_class, participants, real)
    rows.sort(key=lambda each: (each.row.place, each.since, each.row.person_id))
    return Board(
        rows=tuple(each.row for each in rows),
        counts=Counter(each.row.place for each in rows),
        steps=Counter(each.at for each in rows if each.at),
    )


def one(
    connection: Connection, training_class: TrainingClass, person_id: int, real: datetime
) -> tuple[Row, Progress | None] | None:
    """One person's row and how far their open run is; None when they do not take part."""
    found = next(
        (each for each in _participants(connection, training_class) if each.person_id == person_id),
        None,
    )
    if found is None:
        return None
    progress = next(iter(_progress(connection, [found]).values()), None)
    open_tasks = programme.open_tasks(connection, training_class)
    return row(training_class, open_tasks, found, progress, real), _going_on(progress)


def step_counts(
    training_class: TrainingClass, board: Board
) -> list[tuple[str, list[tuple[str, int]]]]:
    """For each task at which somebody stands: its title, and the steps in order, with how many."""
    order = training_class.plan.scenarios
    reached = sorted(at for at in board.steps if at.scenario in order)
    reached.sort(key=lambda at: order.index(at.scenario))
    return [
        (task, [(at.title, board.steps[at]) for at in steps])
        for (_, task), steps in groupby(reached, key=lambda at: (at.scenario, at.task))
    ]


def _participants(connection: Connection, training_class: TrainingClass) -> list[Participant]:
    runs: dict[int, list[RunProgress]] = {}
    for run in runs_store.progress_of_runs(connection, training_class.id):
        runs.setdefault(run.person_id, []).append(run)
    return [
        Participant(person_id, name, joined, by_slip, runs.get(person_id, ()))
        for person_id, name, joined, by_slip in members_store.expected(
            connection, training_class.id
        )
    ]


def _rows(
    connection: Connection,
    training_class: TrainingClass,
    participants: Sequence[Participant],
    real: datetime,
) -> list[_CachedRow]:
    """Everybody's row; only those that are no longer true are worked out."""
    open_tasks = programme.open_tasks(connection, training_class)
    known = _ROWS.get_many(
        (training_class.id, participant.person_id) for participant in participants
    )
    stale = [
        participant
        for participant in participants
        for before in [known.get((training_class.id, participant.person_id))]
        if not before
        or before.until <= real
        or before.basis != (participant, training_class.plan, open_tasks)
    ]
    progress = _progress(connection, stale)
    computed = {
        (training_class.id, participant.person_id): _computed_row(
            training_class, open_tasks, participant, progress.get(participant.person_id), real
        )
        for participant in stale
    }
    _ROWS.set_many(computed)
    return list({**known, **computed}.values())


def _progress(connection: Connection, people: Sequence[Participant]) -> dict[int, Progress]:
    """Person to how far the run to be shown is: one that goes on, or failed and may tell why."""
    shown = (run for participant in people if (run := participant.shown))
    runs = [run for run in shown if run.is_open or run.passed is False]
    known = _PROGRESS.read(connection, runs)
    return {run.person_id: known[run.world_id] for run in runs if run.world_id in known}


def _computed_row(
    training_class: TrainingClass,
    open_tasks: frozenset[str],
    participant: Participant,
    progress: Progress | None,
    real: datetime,
) -> _CachedRow:
    current = _going_on(progress)
    return _CachedRow(
        row(training_class, open_tasks, participant, progress, real),
        since=current.since.at.timestamp() if current else 0.0,  # longest at their step first
        at=_at_step(current) if current else None,
        basis=(participant, training_class.plan, open_tasks),
        until=(current and current.steady_until(real)) or _NEVER,
    )


def _going_on(progress: Progress | None) -> Progress | None:
    return progress if progress and not progress.closed else None


def _at_step(progress: Progress) -> AtStep | None:
    if progress.step is None:
        return None
    scenario = progress.scenario
    return AtStep(scenario.id, scenario.title, progress.place, progress.step.title)
