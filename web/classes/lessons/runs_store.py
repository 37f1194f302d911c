"""The questions asked about the runs of a class."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, select

from web.classes.lessons.models import ClassMemberRow
from web.practice.runs.runs import RunRecord, State
from web.practice.runs.store import COLUMNS, RUN, record_of
from web.worlds.store import head_of

_RUN = RUN.c
_MEMBER = ClassMemberRow.__table__.c


class RunProgress(NamedTuple):
    """What the tables say of a run; ``head`` is the chain's link of its log's last line.

    A tuple, since the board makes and compares hundreds of them at every turn.
    """

    run_id: str
    world_id: str
    person_id: int
    scenario: str
    scenario_version: int
    state: str
    points: int | None
    passed: bool | None
    head: str

    @property
    def is_open(self) -> bool:
        """Whether the visit still goes on."""
        return self.state == State.OPEN.value

    @property
    def is_finished(self) -> bool:
        """Whether the run came to its end and was not given up."""
        return self.state == State.FINISHED.value


# Built once, since the board asks it at every turn.
_PROGRESS = (
    select(
        _RUN.id,
        _RUN.world_id,
        _RUN.person_id,
        _RUN.scenario,
        _RUN.scenario_version,
        _RUN.state,
        _RUN.points,
        _RUN.passed,
        head_of(_RUN.world_id),
    )
    .where(_RUN.class_id == bindparam("class"))
    .order_by(_RUN.started_at, _RUN.id)
)


def progress_of_runs(connection: Connection, class_id: str) -> list[RunProgress]:
    """Every run of the class, oldest first."""
    return [
        RunProgress._make(row) for row in connection.execute(_PROGRESS, {"class": class_id}).all()
    ]


def of_person(connection: Connection, class_id: str, person_id: int) -> list[RunRecord]:
    """One person's runs in a class, oldest first."""
    question = (
        select(*COLUMNS)
        .where(_RUN.class_id == class_id, _RUN.person_id == person_id)
        .order_by(_RUN.started_at, _RUN.id)
    )
    return [record_of(row) for row in connection.execute(question)]


def every_open_run(connection: Connection, class_id: str) -> list[RunRecord]:
    """All open runs begun there, also of those who have been taken out."""
    return _open(connection, class_id)


def open_runs(
    connection: Connection, class_id: str, people: Sequence[int] | None = None
) -> list[RunRecord]:
    """The open runs of those who take part, or of those named among them."""
    taking_part = (_MEMBER.class_id == class_id, _MEMBER.removed_at.is_(None))
    theirs = [_RUN.person_id.in_(select(_MEMBER.person_id).where(*taking_part))]
    if people is not None:
        theirs.append(_RUN.person_id.in_(people))
    return _open(connection, class_id, *theirs)


def _open(connection: Connection, class_id: str, *which: ColumnElement[bool]) -> list[RunRecord]:
    question = select(*COLUMNS).where(
        _RUN.class_id == class_id, _RUN.state == State.OPEN.value, *which
    )
    return [record_of(row) for row in connection.execute(question.order_by(_RUN.id))]
