"""The questions asked of assignments, and of the runs that fulfil them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from sandbox.vietnamese import sort_key
from training.assignments import Attempt, Task
from web.practice.assignments.models import AssignedPersonRow, AssignedScenarioRow, AssignmentRow
from web.practice.runs.runs import COACHED, PRACTISING, Mode
from web.practice.runs.store import RUN
from web.shell.access import Role
from web.shell.session_models import PersonRow

_RUN = RUN.c


@dataclass(frozen=True, slots=True)
class Assignment:
    """One assignment with its scenarios."""

    id: str
    unit_id: int
    title: str
    task: Task
    withdrawn_at: datetime | None

    @property
    def mode(self) -> Mode:
        """How its scenarios are started."""
        return Mode.TEST if self.task.tests_only else Mode.PRACTICE

    @property
    def mode_words(self) -> str:
        """The same in words."""
        if self.task.tests_only:
            return "Kiểm tra, không có gợi ý"
        return "Luyện, được xem gợi ý"


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who can be asked."""

    id: int
    full_name: str
    role: Role


def colleagues(connection: Connection, unit_id: int) -> list[Colleague]:
    """Everybody active in the unit who practises, by name."""
    question = (
        select(PersonRow.id, PersonRow.full_name, PersonRow.role)
        .where(PersonRow.unit_id == unit_id, PersonRow.active)
        .where(PersonRow.role.in_([role.value for role in PRACTISING]))
    )
    found = [
        Colleague(row.id, row.full_name, Role(row.role)) for row in connection.execute(question)
    ]
    return sorted(found, key=lambda each: (sort_key(each.full_name), each.id))


def add(
    connection: Connection, assignment: Assignment, author_id: int, people: Sequence[int]
) -> None:
    """A new assignment, for these people."""
    task = assignment.task
    connection.execute(
        insert(AssignmentRow).values(
            id=assignment.id,
            unit_id=assignment.unit_id,
            author_id=author_id,
            title=assignment.title,
            tests_only=task.tests_only,
            passes=task.passes,
            created_at=task.since,
            deadline=task.deadline,
        )
    )
    scenarios = [
        {"assignment_id": assignment.id, "place": place, "scenario": scenario}
        for place, scenario in enumerate(task.scenarios, start=1)
    ]
    connection.execute(insert(AssignedScenarioRow), scenarios)
    rows = [{"assignment_id": assignment.id, "person_id": person} for person in people]
    connection.execute(insert(AssignedPersonRow), rows)


def withdraw(connection: Connection, assignment_id: str, now: datetime) -> None:
    """Ask for it no longer; it stays to be read."""
    ending = update(AssignmentRow).where(AssignmentRow.id == assignment_id)
    connection.execute(ending.values(withdrawn_at=now))


def of_unit(connection: Connection, unit_id: int) -> list[Assignment]:
    """All assignments of a unit, the latest deadline first."""
    return _read(connection, AssignmentRow.unit_id == unit_id)


def of_person(connection: Connection, person_id: int) -> list[Assignment]:
    """What is asked of somebody now, the latest deadline first."""
    theirs = select(AssignedPersonRow.assignment_id).where(AssignedPersonRow.person_id == person_id)
    return _read(connection, AssignmentRow.id.in_(theirs), AssignmentRow.withdrawn_at.is_(None))


def of_people(connection: Connection, people: Collection[int]) -> list[tuple[int, Assignment]]:
    """What is asked of these people now, person by person, the latest deadline first."""
    question = select(AssignedPersonRow.person_id, AssignedPersonRow.assignment_id)
    pairs = connection.execute(question.where(AssignedPersonRow.person_id.in_(people))).all()
    asked = AssignmentRow.id.in_({row.assignment_id for row in pairs})
    found = _read(connection, asked, AssignmentRow.withdrawn_at.is_(None))
    theirs = {(row.person_id, row.assignment_id) for row in pairs}
    return [
        (person, each) for person in sorted(people) for each in found if (person, each.id) in theirs
    ]


def find(connection: Connection, unit_id: int, assignment_id: str) -> Assignment | None:
    """One assignment of that unit."""
    found = _read(connection, AssignmentRow.id == assignment_id, AssignmentRow.unit_id == unit_id)
    return next(iter(found), None)


def _read(connection: Connection, *which: ColumnElement[bool]) -> list[Assignment]:
    rows = connection.execute(
        select(AssignmentRow.__table__)
        .where(*which)
        .order_by(AssignmentRow.deadline.desc(), AssignmentRow.id)
    ).all()
    scenarios = _scenarios(connection, [row.id for row in rows])
    return [
        Assignment(
            row.id,
            row.unit_id,
            row.title,
            Task(scenarios[row.id], row.passes, row.tests_only, row.created_at, row.deadline),
            row.withdrawn_at,
        )
        for row in rows
    ]


def _scenarios(connection: Connection, ids: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    question = (
        select(AssignedScenarioRow.assignment_id, AssignedScenarioRow.scenario)
        .where(AssignedScenarioRow.assignment_id.in_(ids))
        .order_by(AssignedScenarioRow.assignment_id, AssignedScenarioRow.place)
    )
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in connection.execute(question):
        found[row.assignment_id] += (row.scenario,)
    return found


def people_of(
    connection: Connection, assignment_ids: Sequence[str]
) -> Mapping[str, list[tuple[int, str]]]:
    """Whom each is for: id and name, by name; whoever has left is not waited for."""
    question = (
        select(AssignedPersonRow.assignment_id, PersonRow.id, PersonRow.full_name)
        .join(AssignedPersonRow, AssignedPersonRow.person_id == PersonRow.id)
        .where(AssignedPersonRow.assignment_id.in_(assignment_ids), PersonRow.active)
    )
    rows = connection.execute(question).all()
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: (sort_key(each.full_name), each.id)):
        found[row.assignment_id].append((row.id, row.full_name))
    return found


def attempts(connection: Connection, people: Iterable[int]) -> Mapping[int, list[Attempt]]:
    """Every marked run of these people that was neither led nor a second try, by person."""
    question = (
        select(_RUN.person_id, _RUN.scenario, _RUN.mode, _RUN.passed, _RUN.ended_at)
        .where(_RUN.person_id.in_(list(people)), _RUN.passed.is_not(None))
        .where(_RUN.mode.not_in([mode.value for mode in COACHED]), _RUN.forked_from.is_(None))
    )
    found: dict[int, list[Attempt]] = defaultdict(list)
    for row in connection.execute(question):
        attempt = Attempt(row.scenario, row.mode == Mode.TEST, bool(row.passed), row.ended_at)
        found[row.person_id].append(attempt)
    return found


@dataclass(frozen=True, slots=True)
class AssignmentRecord:
    """What somebody was asked to do, and before when."""

    title: str
    created_at: datetime
    deadline: datetime
    withdrawn_at: datetime | None


def history_of(connection: Connection, person_id: int) -> list[AssignmentRecord]:
    """Every assignment they were asked, oldest first."""
    question = (
        select(
            AssignmentRow.title,
            AssignmentRow.created_at,
            AssignmentRow.deadline,
            AssignmentRow.withdrawn_at,
        )
        .join_from(
            AssignedPersonRow, AssignmentRow, AssignedPersonRow.assignment_id == AssignmentRow.id
        )
        .where(AssignedPersonRow.person_id == person_id)
        .order_by(AssignmentRow.created_at, AssignmentRow.id)
    )
    rows: Any = connection.execute(question)
    return [AssignmentRecord(*row) for row in rows]
