"""The home page's reminder of what is asked of me until when."""

from dataclasses import dataclass

from sqlalchemy import Connection

from training.assignments import State
from web.office.home.step import Step
from web.practice.assignments import service
from web.practice.assignments.service import AssigneeProgress
from web.shell.access import Person
from web.shell.formatting import moment

_PRESSING = frozenset({State.SOON, State.OVERDUE})


@dataclass(frozen=True, slots=True)
class Reminder:
    """The card; ``presses``: its deadline is near, or over."""

    step: Step
    presses: bool


def my_assignments(person: Person, connection: Connection) -> Reminder | None:
    """The assignment whose deadline comes first; None when nothing waits."""
    waiting = service.waiting(service.mine(connection, person.id))
    if not waiting:
        return None
    first = waiting[0]
    return Reminder(_step(first, len(waiting) - 1), first.state in _PRESSING)


def _step(first: AssigneeProgress, others: int) -> Step:
    words, _ = first.words
    done, total = first.progress.done, len(first.progress.parts)
    more = f" Còn {others} bài giao khác." if others else ""
    return Step(
        "Làm bài được giao",
        f"“{first.assignment.title}”: đã xong {done} trên {total} tình huống, hạn trước "
        f"{moment(first.assignment.task.deadline)} ({words.lower()}).{more}",
        "Mở bài giao",
        "/bai-giao",
    )
