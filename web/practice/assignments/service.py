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
class Asked:
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
class Given:
    """An assignment as its unit stands with it."""

    assignment: Assignment
    people: tuple[Asked, ...]

    @property
    def done(self) -> int:
        """How many have done all of it, in time or late."""
        return sum(not each.waits for each in self.people)


def titles(connection: Connection, assignment: Assignment) -> list[str]:
    """The scenarios by title; by id once they are gone."""
    known = library.titles(connection, assignment.unit_id)
    return [known.get(name, name) for name in assignment.task.scenarios]


def give(connection: Connection, author: Person, form: AssignmentForm, deadline: datetime) -> str:
    """Ask for it; the new assignment's id. ``form`` has been validated."""
    task = Task(
        form.asked_scenarios,
        int(form.passes.data or 1),
        form.mode.data == Mode.TEST,
        since=runtime().effects.now(),
        deadline=deadline,
    )
    made = Assignment(
        runtime().effects.new_id(), author.unit_id, form.title.data or "", task, withdrawn_at=None
    )
    store.add(connection, made, author.id, form.asked_people)
    return made.id


def mine(connection: Connection, person_id: int) -> list[Asked]:
    """What is asked of somebody: what waits first, the nearest deadline on top."""
    now = runtime().effects.now()
    tried = store.attempts(connection, [person_id]).get(person_id, [])
    asked = [
        _asked(each, task_progress(each.task, tried), now)
        for each in store.of_person(connection, person_id)
    ]
    return sorted(asked, key=lambda each: (not each.waits, each.assignment.task.deadline))


def of_unit(connection: Connection, unit_id: int) -> list[Given]:
    """Every assignment of the unit with all its people: four questions to the database."""
    return _given(connection, store.of_unit(connection, unit_id))


def given(connection: Connection, assignment: Assignment) -> Given:
    """One assignment, and how each of its people stands."""
    return _given(connection, [assignment])[0]


def _given(connection: Connection, assignments: Sequence[Assignment]) -> list[Given]:
    people = store.people_of(connection, [each.id for each in assignments])
    everybody = {person for asked in people.values() for person, _ in asked}
    tried, now = store.attempts(connection, everybody), runtime().effects.now()
    return [
        Given(
            each,
            tuple(
                _asked(each, task_progress(each.task, tried.get(person, [])), now, name)
                for person, name in people.get(each.id, ())
            ),
        )
        for each in assignments
    ]


def _asked(assignment: Assignment, stands: TaskProgress, now: datetime, name: str = "") -> Asked:
    return Asked(assignment, stands, stands.state(now), name)


def waiting(asked: Sequence[Asked]) -> list[Asked]:
    """What is still to be done."""
    return [each for each in asked if each.waits]
