"""What the live board shows: one row for each who takes part, whoever needs help first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection

from motcua.training.live import Progress, Stuck
from motcua.training.steps import Step
from motcua.web.classes import members_store, programme, runs_store
from motcua.web.classes.classes import TrainingClass
from motcua.web.classes.members_store import Member
from motcua.web.classes.runs_store import Standing
from motcua.web.classes.standing import Followed
from motcua.web.formatting import number

_FOLLOWED = Followed()


class Place(IntEnum):
    """Where somebody stands; lower comes first on the board."""

    STUCK = 0
    WORKING = 1
    WAITING = 2
    ABSENT = 3
    DONE = 4


TAGS = {
    Place.STUCK: ("Cần giúp", "bad"),
    Place.WORKING: ("Đang làm", "info"),
    Place.WAITING: ("Chưa bắt đầu", "plain"),
    Place.ABSENT: ("Chưa vào", "plain"),
    Place.DONE: ("Đã xong", "good"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One person in words; ``run_id`` "" while there is nothing to look at. ``minutes`` on a step.

    Two equal rows look the same, so a row is drawn once and kept.
    """

    person_id: int
    name: str
    place: Place
    task: str = ""
    step: str = ""
    minutes: int | None = None
    refusals: int = 0
    hints: int = 0
    last: str = ""
    why: str = ""
    run_id: str = ""

    @property
    def tag(self) -> tuple[str, str]:
        """The state in words, and the tone that supports them."""
        return TAGS[self.place]


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


@dataclass(frozen=True, slots=True)
class _Seen:
    """One member, the run to be shown, if any, what is known of it; ``open_tasks`` can be begun."""

    member: Member
    runs: Sequence[Standing]
    shown: Standing | None
    progress: Progress | None
    open_tasks: frozenset[str]


def read(connection: Connection, kept: TrainingClass, real: datetime) -> Board:
    """The board at that real instant: three questions to the database.

    One more for a class that practises scenarios of the unit's own.
    """
    seen = _look(connection, kept)
    rows = sorted(
        ((_row(kept, each, real), _since(each)) for each in seen),
        key=lambda pair: (pair[0].place, pair[1], pair[0].person_id),
    )
    return Board(
        rows=tuple(row for row, _ in rows),
        counts=Counter(row.place for row, _ in rows),
        steps=Counter(at for each in seen if (at := _at_step(each.progress))),
    )


def one(
    connection: Connection, kept: TrainingClass, person_id: int, real: datetime
) -> tuple[Row, Progress | None] | None:
    """One person's row and progress; None when they do not take part."""
    found = next((e for e in _look(connection, kept) if e.member.person_id == person_id), None)
    return (_row(kept, found, real), found.progress) if found else None


def crowd(kept: TrainingClass, board: Board) -> list[tuple[str, list[tuple[str, int]]]]:
    """For each task at which somebody stands: its title, and the steps in order, with how many."""
    order = kept.plan.scenarios
    standing = sorted(at for at in board.steps if at.scenario in order)
    standing.sort(key=lambda at: order.index(at.scenario))
    return [
        (task, [(at.title, board.steps[at]) for at in steps])
        for (_, task), steps in groupby(standing, key=lambda at: (at.scenario, at.task))
    ]


def _look(connection: Connection, kept: TrainingClass) -> list[_Seen]:
    runs: dict[int, list[Standing]] = {}
    for run in runs_store.standings(connection, kept.id):
        runs.setdefault(run.person_id, []).append(run)
    shown = {person: _shown(theirs) for person, theirs in runs.items()}
    known = _FOLLOWED.read(connection, [run for run in shown.values() if run.is_open])
    tasks = programme.open_tasks(connection, kept)
    return [
        _Seen(
            member,
            runs.get(member.person_id, ()),
            run,
            known.get(run.world_id) if run else None,
            tasks,
        )
        for member in members_store.members(connection, kept.id)
        if member.takes_part
        for run in [shown.get(member.person_id)]
    ]


def _shown(runs: Sequence[Standing]) -> Standing:
    """The newest open run, else the newest of all."""
    return next((run for run in reversed(runs) if run.is_open), runs[-1])


def _since(seen: _Seen) -> float:
    """Whoever is longest at their step comes first."""
    return seen.progress.since.at.timestamp() if seen.progress else 0.0


def _at_step(progress: Progress | None) -> AtStep | None:
    if progress is None or progress.step is None:
        return None
    scenario = progress.scenario
    return AtStep(scenario.id, scenario.title, progress.place, progress.step.title)


def _row(kept: TrainingClass, seen: _Seen, real: datetime) -> Row:
    run, member = seen.shown, seen.member
    if run is None:
        place = Place.WAITING if member.joined_at else Place.ABSENT
        return Row(member.person_id, member.full_name, place)
    if seen.progress is None:
        return _ended(kept, seen, run)
    return _working(kept, seen, run, seen.progress, real)


def _ended(kept: TrainingClass, seen: _Seen, run: Standing) -> Row:
    finished = {each.scenario for each in seen.runs if each.is_finished}
    done = len(finished.intersection(kept.plan.scenarios))
    total = sum(each in finished | seen.open_tasks for each in kept.plan.scenarios)
    place = Place.DONE if done == total else Place.WAITING
    member = seen.member
    said = f"Đã xong {number(done)} trên {number(total)} bài"
    return Row(
        member.person_id,
        member.full_name,
        place,
        _task(kept, run),
        said,
        last=_result(run),
        run_id=run.run_id,
    )


def _result(run: Standing) -> str:
    if run.points is None:
        return "Lượt trước đã bỏ." if not run.is_finished else "Lượt trước chưa được chấm."
    return f"{'Đạt' if run.passed else 'Chưa đạt'}, {number(run.points)} điểm."


def _working(
    kept: TrainingClass, seen: _Seen, run: Standing, progress: Progress, real: datetime
) -> Row:
    now = progress.now(real)
    stuck = progress.stuck(now)
    return Row(
        person_id=seen.member.person_id,
        name=seen.member.full_name,
        place=Place.STUCK if stuck else Place.WORKING,
        task=_task(kept, run),
        step=_step(progress.place, progress.total, progress.step),
        minutes=_minutes(progress.since.at, now),
        refusals=len(progress.refused),
        hints=progress.hints,
        last=progress.last_words,
        why=_why(stuck, _minutes(progress.moved_at, now)) if stuck else "",
        run_id=run.run_id,
    )


def _minutes(since: datetime, now: datetime) -> int:
    return int((now - since).total_seconds()) // 60


def _task(kept: TrainingClass, run: Standing) -> str:
    """Which of the class's tasks, in words."""
    tasks = kept.plan.scenarios
    if len(tasks) < 2 or run.scenario not in tasks:
        return ""
    return f"Bài {tasks.index(run.scenario) + 1}/{len(tasks)}"


def _step(place: int, total: int, step: Step | None) -> str:
    return f"{place}/{total}: {step.title}" if step else "Đã làm đủ các bước"


def _why(stuck: Stuck, minutes: int) -> str:
    if stuck is Stuck.REPEATED:
        return "Lặp lại cùng một lỗi"
    return f"{number(minutes)} phút chưa thêm bước nào"
