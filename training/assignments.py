"""Assignments: what was asked until when, and how far somebody has come with it.

"Trước" a deadline means strictly before it (S3-22, S3-28). A pass stays a pass: whatever fails
later takes nothing away.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

SOON = timedelta(days=2)  # how long before the deadline a reminder becomes urgent


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked: every scenario passed ``passes`` times from ``since`` on, before ``deadline``.

    ``tests_only``: only what was done without hints counts (kiểm tra).
    """

    scenarios: tuple[str, ...]
    passes: int
    tests_only: bool
    since: datetime
    deadline: datetime


@dataclass(frozen=True, slots=True)
class Attempt:
    """One marked run, by whoever is asked."""

    scenario: str
    is_test: bool
    passed: bool
    ended_at: datetime


class State(StrEnum):
    """How an assignment stands for one person."""

    DONE = "done"
    DONE_LATE = "done_late"
    OPEN = "open"
    SOON = "soon"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Part:
    """One scenario of a task; ``done_at`` is when it was passed often enough, if it was."""

    scenario: str
    passed: int
    passes: int
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """How far one person has come."""

    parts: tuple[Part, ...]
    deadline: datetime

    @property
    def done(self) -> int:
        """How many scenarios are done."""
        return sum(part.done_at is not None for part in self.parts)

    @property
    def next_part(self) -> Part | None:
        """The first scenario that is not done yet."""
        return next((part for part in self.parts if part.done_at is None), None)

    def state(self, now: datetime) -> State:
        """Done in time or late; else how near the deadline is."""
        finished = [part.done_at for part in self.parts if part.done_at is not None]
        if len(finished) == len(self.parts):
            return State.DONE if max(finished) < self.deadline else State.DONE_LATE
        if now >= self.deadline:
            return State.OVERDUE
        return State.SOON if self.deadline - now <= SOON else State.OPEN


def task_progress(task: Task, attempts: Iterable[Attempt]) -> TaskProgress:
    """How far somebody with these attempts has come; their order does not matter."""
    counting = [each for each in attempts if _counts(task, each)]
    parts = (_part(name, task.passes, counting) for name in task.scenarios)
    return TaskProgress(tuple(parts), task.deadline)


def _counts(task: Task, attempt: Attempt) -> bool:
    proven = attempt.is_test or not task.tests_only
    return attempt.passed and proven and attempt.ended_at >= task.since


def _part(scenario: str, passes: int, counting: Sequence[Attempt]) -> Part:
    passed = sorted(each.ended_at for each in counting if each.scenario == scenario)
    done_at = passed[passes - 1] if len(passed) >= passes else None
    return Part(scenario, min(len(passed), passes), passes, done_at)
