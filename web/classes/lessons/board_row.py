"""One row of the live board: where somebody stands, in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum
from typing import NamedTuple

from training.live import Progress, Stuck
from training.steps import Step
from web.classes.lessons.classes import TrainingClass
from web.classes.lessons.runs_store import RunProgress
from web.practice.runs.runs import COACHED, State
from web.shell.formatting import number


class Place(IntEnum):
    """Where somebody stands; lower comes first on the board."""

    STUCK = 0
    WORKING = 1
    WAITING = 2
    ABSENT = 3
    STOPPED = 4
    DONE = 5


TAGS = {
    Place.STUCK: ("Cần giúp", "bad"),
    Place.WORKING: ("Đang làm", "info"),
    Place.WAITING: ("Chưa bắt đầu", "plain"),
    Place.ABSENT: ("Chưa vào", "plain"),
    Place.STOPPED: ("Dừng do buổi tập kết thúc", "plain"),
    Place.DONE: ("Đã xong", "good"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One person in words; ``run_id`` "" while there is nothing to look at. ``minutes`` on a step.

    ``by_slip``: they came in by an entry slip.

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
    by_slip: bool = False

    @property
    def tag(self) -> tuple[str, str]:
        """The state in words, and the tone that supports them."""
        return TAGS[self.place]


class Participant(NamedTuple):
    """One of the class as the tables have it: their runs there, oldest first."""

    person_id: int
    name: str
    joined: bool
    by_slip: bool
    runs: Sequence[RunProgress]

    @property
    def shown(self) -> RunProgress | None:
        """The newest open run, else the newest of all; None while there is none."""
        last = self.runs[-1] if self.runs else None
        return next((run for run in reversed(self.runs) if run.is_open), last)


def row(
    training_class: TrainingClass,
    open_tasks: frozenset[str],
    participant: Participant,
    progress: Progress | None,
    real: datetime,
) -> Row:
    """The row at that instant; ``open_tasks`` can be begun, ``progress`` is the shown run's."""
    plain = _row_by_state(training_class, open_tasks, participant, progress, real)
    return replace(plain, by_slip=True) if participant.by_slip else plain


def _row_by_state(
    training_class: TrainingClass,
    open_tasks: frozenset[str],
    participant: Participant,
    progress: Progress | None,
    real: datetime,
) -> Row:
    run = participant.shown
    if run is None:
        return Row(
            participant.person_id,
            participant.name,
            Place.WAITING if participant.joined else Place.ABSENT,
        )
    if progress is None or not run.is_open:
        return _ended(training_class, open_tasks, participant, run, progress)
    return _working(training_class, participant, run, progress, real)


def _ended(
    training_class: TrainingClass,
    open_tasks: frozenset[str],
    participant: Participant,
    run: RunProgress,
    progress: Progress | None,
) -> Row:
    finished = {each.scenario for each in participant.runs if each.is_finished}
    done = len(finished.intersection(training_class.plan.scenarios))
    total = sum(each in finished | open_tasks for each in training_class.plan.scenarios)
    return Row(
        person_id=participant.person_id,
        name=participant.name,
        place=_place(run, is_done=done == total),
        task=_task(training_class, run),
        step=f"Đã xong {number(done)} trên {number(total)} bài",
        last=_result(training_class, run),
        why=_grave(progress.grave) if progress else "",
        run_id=run.run_id,
    )


def _place(run: RunProgress, *, is_done: bool) -> Place:
    if run.state == State.CLASS_OVER:
        return Place.STOPPED
    return Place.DONE if is_done else Place.WAITING


def _result(training_class: TrainingClass, run: RunProgress) -> str:
    if run.state == State.CLASS_OVER:
        return "Lượt đang làm dừng lại, không chấm điểm."
    if run.points is None:
        return "Lượt trước đã bỏ." if not run.is_finished else "Lượt trước chưa được chấm."
    if training_class.plan.mode in COACHED:
        return "Được hướng dẫn, không tính điểm."
    return f"{'Đạt' if run.passed else 'Chưa đạt'}, {number(run.points)} điểm."


def _working(
    training_class: TrainingClass,
    participant: Participant,
    run: RunProgress,
    progress: Progress,
    real: datetime,
) -> Row:
    now = progress.now(real)
    stuck = progress.stuck(now)
    return Row(
        person_id=participant.person_id,
        name=participant.name,
        place=Place.STUCK if stuck else Place.WORKING,
        task=_task(training_class, run),
        step=_step(progress.place, progress.total, progress.step),
        minutes=_minutes(progress.since.at, now),
        refusals=len(progress.refused),
        hints=progress.hints,
        last=progress.last_words,
        why=_why(stuck, progress, now) if stuck else "",
        run_id=run.run_id,
    )


def _minutes(since: datetime, now: datetime) -> int:
    return int((now - since).total_seconds()) // 60


def _task(training_class: TrainingClass, run: RunProgress) -> str:
    """Which of the class's tasks, in words."""
    tasks = training_class.plan.scenarios
    if len(tasks) < 2 or run.scenario not in tasks:
        return ""
    return f"Bài {tasks.index(run.scenario) + 1}/{len(tasks)}"


def _step(place: int, total: int, step: Step | None) -> str:
    return f"{place}/{total}: {step.title}" if step else "Đã làm đủ các bước"


def _why(stuck: Stuck, progress: Progress, now: datetime) -> str:
    if stuck is Stuck.GRAVE:
        return _grave(progress.grave)
    if stuck is Stuck.REPEATED:
        return "Lặp lại cùng một lỗi"
    return f"{number(_minutes(progress.moved_at, now))} phút chưa thêm bước nào"


def _grave(titles: Sequence[str]) -> str:
    return f"Lỗi nặng: {'; '.join(titles)}" if titles else ""
