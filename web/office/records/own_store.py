"""The questions asked for somebody's own data, beyond their runs and papers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select

from web.classes.lessons.models import ClassMemberRow, TrainingClassRow
from web.practice.assignments.models import AssignedPersonRow, AssignmentRow
from web.practice.debrief.models import OwnWordRow
from web.practice.runs.models import RunRow
from web.shell.session_models import PersonRow

_CLASS = TrainingClassRow.__table__.c
_MEMBER = ClassMemberRow.__table__.c
_ASSIGNMENT = AssignmentRow.__table__.c
_ASKED = AssignedPersonRow.__table__.c
_WORD = OwnWordRow.__table__.c
_RUN = RunRow.__table__.c
_PERSON = PersonRow.__table__.c


@dataclass(frozen=True, slots=True)
class ClassKept:
    """A class somebody was expected in; ``joined_at``: when they came, if they did."""

    title: str
    starts_at: datetime
    venue: str
    joined_at: datetime | None
    removed_at: datetime | None


@dataclass(frozen=True, slots=True)
class AssignmentKept:
    """What somebody was asked to do, and before when."""

    title: str
    created_at: datetime
    deadline: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class WordKept:
    """A word they signed, or that was signed about a run of theirs."""

    run_id: str
    author: str
    side: str
    went_well: str
    was_hard: str
    next_time: str
    signed_at: datetime


def classes(connection: Connection, person_id: int) -> list[ClassKept]:
    """Every class they were expected in, oldest first."""
    question = (
        select(_CLASS.title, _CLASS.starts_at, _CLASS.venue, _MEMBER.joined_at, _MEMBER.removed_at)
        .join_from(ClassMemberRow, TrainingClassRow, _MEMBER.class_id == _CLASS.id)
        .where(_MEMBER.person_id == person_id)
        .order_by(_CLASS.starts_at, _CLASS.id)
    )
    rows: Any = connection.execute(question)
    return [ClassKept(*row) for row in rows]


def assignments(connection: Connection, person_id: int) -> list[AssignmentKept]:
    """Every assignment they were asked, oldest first."""
    question = (
        select(
            _ASSIGNMENT.title,
            _ASSIGNMENT.created_at,
            _ASSIGNMENT.deadline,
            _ASSIGNMENT.withdrawn_at,
        )
        .join_from(AssignedPersonRow, AssignmentRow, _ASKED.assignment_id == _ASSIGNMENT.id)
        .where(_ASKED.person_id == person_id)
        .order_by(_ASSIGNMENT.created_at, _ASSIGNMENT.id)
    )
    rows: Any = connection.execute(question)
    return [AssignmentKept(*row) for row in rows]


def words(connection: Connection, person_id: int) -> list[WordKept]:
    """All that they signed or that was signed about their runs, oldest first."""
    question = (
        select(
            _WORD.run_id,
            _PERSON.full_name,
            _WORD.side,
            _WORD.went_well,
            _WORD.was_hard,
            _WORD.next_time,
            _WORD.signed_at,
        )
        .join_from(OwnWordRow, RunRow, _WORD.run_id == _RUN.id)
        .join(PersonRow, _WORD.author_id == _PERSON.id)
        .where(or_(_WORD.author_id == person_id, _RUN.person_id == person_id))
        .order_by(_WORD.id)
    )
    rows: Any = connection.execute(question)
    return [WordKept(*row) for row in rows]
