"""Asking, and how far each person has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from training.assignments import State, Task, TaskProgress, task_progress
from web.practice.assignments import store
from web.practice.assignments.forms import AssignmentForm
from web.practice.assignments.store import Assignment
from web.practice.runs.runs import Mode
from web.practice.scenarios import library
from web.shell.access import Person
from web.shell.runtime import runtime

STATE_WORDS = {
    State.DONE: ("Xong", "good"),
    State.DONE_LATE: ("Xong sau hạn", "wait"),
    State.OPEN: ("Đang làm", "info"),
    State.SOON: ("Sắp hết hạn", "wait"),
    State.OVERDUE: ("Quá hạn", "bad"),
}


@dataclass(frozen=True, slots=True)
class AssigneeProgress:
    """An assignment as one person stands with it; ``name`` is theirs."""

    assignment: Assignment
    progress: TaskProgress
    state: State
    name: str = ""

    @property
    def words(self) -> tuple[str, str]:
        """The state in words, and the tone that supports them."""
        return STATE_WORDS[self.state]

    @property
    def waits(self) -> bool:
        """Whether something is still to be done."""
        return self.progress.next_part is not None


@dataclass(frozen=True, slots=True)
class AssignmentProgress:
    """An assignment as its unit stands with it."""

    assignment: Assignment
    people: tuple[AssigneeProgress, ...]

    @property
    def done(self) -> int:
        """How many have done all of it, in time or late."""
        return sum(not each.waits for each in self.people)


def titles(connection: Connection, assignment: Assignment) -> list[str]:
    """The scenarios by title; by id once they are gone."""
    known = library.titles(connection, assignment.unit_id)
    return [known.get(name, name) for name in assignment.task.scenarios]


def create(connection: Connection, author: Person, form: AssignmentForm, deadline: datetime) -> str:
    """Ask for it; the new assignment's id. ``form`` has been validated."""
    task = Task(
        form.chosen_scenarios,
        int(form.passes.data or 1),
        form.mode.data == Mode.TEST,
        since=runtime().effects.now(),
        deadline=deadline,
    )
    assignment = Assignment(
        runtime().effects.new_id(), author.unit_id, form.title.data or "", task, withdrawn_at=None
    )
    store.add(connection, assignment, author.id, form.chosen_people)
    return assignment.id


def mine(connection: Connection, person_id: int) -> list[AssigneeProgress]:
    """What is asked of somebody: what waits first, the nearest deadline on top."""
    now = runtime().effects.now()
    tried = store.attempts(connection, [person_id]).get(person_id, [])
    progress = [
        _assignee(each, task_progress(each.task, tried), now)
        for each in store.of_person(connection, person_id)
    ]
    return sorted(progress, key=lambda each: (not each.waits, each.assignment.task.deadline))


def of_unit(connection: Connection, unit_id: int) -> list[AssignmentProgress]:
    """Every assignment of the unit with all its people: four questions to the database."""
    return _progress(connection, store.of_unit(connection, unit_id))


def progress_of(connection: Connection, assignment: Assignment) -> AssignmentProgress:
    """One assignment, and how each of its people stands."""
    return _progress(connection, [assignment])[0]


def _progress(
    connection: Connection, assignments: Sequence[Assignment]
) -> list[AssignmentProgress]:
    people = store.people_of(connection, [each.id for each in assignments])
    everybody = {person for pairs in people.values() for person, _ in pairs}
    tried, now = store.attempts(connection, everybody), runtime().effects.now()
    return [
        AssignmentProgress(
            each,
            tuple(
                _assignee(each, task_progress(each.task, tried.get(person, [])), now, name)
                for person, name in people.get(each.id, ())
            ),
        )
        for each in assignments
    ]


def _assignee(
    assignment: Assignment, stands: TaskProgress, now: datetime, name: str = ""
) -> AssigneeProgress:
    return AssigneeProgress(assignment, stands, stands.state(now), name)


def waiting(progress: Sequence[AssigneeProgress]) -> list[AssigneeProgress]:
    """What is still to be done."""
    return [each for each in progress if each.waits]
