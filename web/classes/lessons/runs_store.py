"""The questions asked about the runs of a class."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, insert, select

from web.classes.lessons.models import ClassMemberRow, ClassRunRow, TrainingClassRow
from web.practice.runs.models import RunRow
from web.practice.runs.runs import RunRecord, State
from web.practice.runs.store import COLUMNS, record_of
from web.worlds.models import WorldEventRow

_RUN = RunRow.__table__.c
_TIE = ClassRunRow.__table__.c
_CLASS = TrainingClassRow.__table__.c
_MEMBER = ClassMemberRow.__table__.c
_EVENT = WorldEventRow.__table__.c


class Standing(NamedTuple):
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


# A seek in the log's own index for each run; built once, since the board asks it at every turn.
_HEAD = (
    select(_EVENT.link)
    .where(_EVENT.world_id == _RUN.world_id)
    .order_by(_EVENT.seq.desc())
    .limit(1)
    .scalar_subquery()
)
_STANDINGS = (
    select(
        _RUN.id,
        _RUN.world_id,
        _RUN.person_id,
        _RUN.scenario,
        _RUN.scenario_version,
        _RUN.state,
        _RUN.points,
        _RUN.passed,
        _HEAD,
    )
    .join_from(ClassRunRow, RunRow, _TIE.run_id == _RUN.id)
    .where(_TIE.class_id == bindparam("class"))
    .order_by(_RUN.started_at, _RUN.id)
)


_CLASS_STATE = (
    select(_CLASS.state)
    .join_from(RunRow, ClassRunRow, _TIE.run_id == _RUN.id)
    .join(TrainingClassRow, _TIE.class_id == _CLASS.id)
    .where(_RUN.world_id == bindparam("world"))
)


def standings(connection: Connection, class_id: str) -> list[Standing]:
    """Every run of the class, oldest first."""
    return [
        Standing._make(row) for row in connection.execute(_STANDINGS, {"class": class_id}).all()
    ]


def tie(connection: Connection, class_id: str, run: RunRecord, slip: str | None = None) -> None:
    """This run was begun in that class, with the entry slip of that digest if by any."""
    tied = {"class_id": class_id, "run_id": run.id, "slip": slip}
    connection.execute(insert(ClassRunRow), [tied])


def of_person(connection: Connection, class_id: str, person_id: int) -> list[RunRecord]:
    """One person's runs in a class, oldest first."""
    question = (
        select(*COLUMNS)
        .join_from(ClassRunRow, RunRow, _TIE.run_id == _RUN.id)
        .where(_TIE.class_id == class_id, _RUN.person_id == person_id)
        .order_by(_RUN.started_at, _RUN.id)
    )
    return [record_of(row) for row in connection.execute(question)]


def class_state_at(connection: Connection, world_id: str) -> str | None:
    """The state of the class whose run takes place in that world; None outside every class."""
    found: str | None = connection.execute(_CLASS_STATE, {"world": world_id}).scalar()
    return found


def begun_by_slip(connection: Connection, run_id: str) -> bool:
    """Whether the run's person had come into its class by an entry slip."""
    question = select(_TIE.run_id).where(_TIE.run_id == run_id, _TIE.slip.is_not(None))
    return connection.execute(question).first() is not None


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
    question = (
        select(*COLUMNS)
        .join_from(ClassRunRow, RunRow, _TIE.run_id == _RUN.id)
        .where(_TIE.class_id == class_id, _RUN.state == State.OPEN.value, *which)
    )
    return [record_of(row) for row in connection.execute(question.order_by(_RUN.id))]


def class_of_run(connection: Connection, run_id: str) -> str | None:
    """The id of the class a run was begun in."""
    question = select(_TIE.class_id).where(_TIE.run_id == run_id)
    found: str | None = connection.execute(question).scalar()
    return found
