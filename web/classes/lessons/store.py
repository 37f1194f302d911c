"""The questions asked about classes."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Exists, Row, Select, insert, or_, select, update

from web.classes.lessons.classes import ClassState, Plan, TrainingClass
from web.classes.lessons.models import ClassMemberRow, TrainingClassRow
from web.practice.runs.runs import Mode
from web.shell.ids import could_be_id
from web.shell.session_models import UnitRow
from web.shell.units_store import below

_CLASS = TrainingClassRow.__table__.c
_MEMBER = ClassMemberRow.__table__.c
_UNIT = UnitRow.__table__.c
_PLAN = tuple(Plan.__dataclass_fields__)
_REST = ("id", "state", "code", "version", "changed_at", "changed_by", "opened_at", "closed_at")
_COLUMNS = tuple(_CLASS[name] for name in (*_PLAN, *_REST))
_RUNNING = (ClassState.OPEN.value, ClassState.PAUSED.value)
SHOWN_AT_MOST = 50


def goes_on(class_id: ColumnElement[str]) -> Exists:
    """Whether a class has not been closed, its id a column of another question."""
    which = (_CLASS.id == class_id, _CLASS.state != ClassState.CLOSED.value)
    return select(_CLASS.id).where(*which).exists()


def led_by(person_id: int) -> Select[Any]:
    """The ids of all classes somebody leads or led, for use inside another question."""
    return select(_CLASS.id).where(_CLASS.trainer_id == person_id)


def find(
    connection: Connection, class_id: str, top: int | None = None, *, lock: bool = False
) -> TrainingClass | None:
    """The class of that id, within the units of ``top`` if given; ``lock`` keeps others waiting."""
    if not could_be_id(class_id):
        return None
    which = [_CLASS.id == class_id]
    if top is not None:
        which.append(_CLASS.unit_id.in_(below(top)))
    question = select(*_COLUMNS).where(*which)
    return _first(connection, question.with_for_update() if lock else question)


def find_by_code(connection: Connection, code: str, *, lock: bool = False) -> TrainingClass | None:
    """The class that this code opens, or once opened; ``lock`` keeps others waiting."""
    question = select(*_COLUMNS).where(_CLASS.code == code)
    return _first(connection, question.with_for_update() if lock else question)


def newest_within(connection: Connection, top: int) -> list[TrainingClass]:
    """The newest classes of the unit ``top`` and of those below it."""
    return _newest(connection, _CLASS.unit_id.in_(below(top)))


def of_member(
    connection: Connection, person_id: int, *, running: bool = False
) -> list[TrainingClass]:
    """The newest classes somebody takes part in; only those that run, when asked so."""
    mine = select(_MEMBER.class_id).where(
        _MEMBER.person_id == person_id, _MEMBER.removed_at.is_(None)
    )
    which = [_CLASS.id.in_(mine)]
    return _newest(connection, *which, *([_CLASS.state.in_(_RUNNING)] if running else []))


def running_within(connection: Connection, top: int) -> list[TrainingClass]:
    """The classes that run now in the unit ``top`` and below it."""
    return _newest(connection, _CLASS.unit_id.in_(below(top)), _CLASS.state.in_(_RUNNING))


def led_to_come(
    connection: Connection, people: Collection[int], now: datetime
) -> list[TrainingClass]:
    """The classes that these people lead and that are not over, the next one first."""
    return _to_come(connection, now, _CLASS.trainer_id.in_(people))


def joined_to_come(
    connection: Connection, people: Collection[int], now: datetime
) -> list[tuple[int, TrainingClass]]:
    """The same for those who take part: person and class."""
    which = (_MEMBER.person_id.in_(people), _MEMBER.removed_at.is_(None))
    question = select(_MEMBER.person_id, _MEMBER.class_id).where(*which)
    pairs = connection.execute(question).all()
    theirs = _CLASS.id.in_({row.class_id for row in pairs})
    known = {each.id: each for each in _to_come(connection, now, theirs)}
    found = [(person, known[class_id]) for person, class_id in pairs if class_id in known]
    return sorted(found, key=lambda pair: (pair[1].plan.starts_at, pair[1].id))


def _to_come(
    connection: Connection, now: datetime, which: ColumnElement[bool]
) -> list[TrainingClass]:
    goes_on = or_(_CLASS.state.in_(_RUNNING), _CLASS.ends_at > now)
    question = select(*_COLUMNS).where(which, goes_on, _CLASS.state != ClassState.CLOSED.value)
    return [
        _class(row) for row in connection.execute(question.order_by(_CLASS.starts_at, _CLASS.id))
    ]


def any_within(connection: Connection, top: int) -> bool:
    """Whether the unit ``top`` or one below it ever planned a class."""
    question = select(_CLASS.id).where(_CLASS.unit_id.in_(below(top))).limit(1)
    return connection.execute(question).first() is not None


def _newest(connection: Connection, *which: ColumnElement[bool]) -> list[TrainingClass]:
    question = select(*_COLUMNS).where(*which).order_by(_CLASS.starts_at.desc(), _CLASS.id)
    return [_class(row) for row in connection.execute(question.limit(SHOWN_AT_MOST))]


def _first(connection: Connection, question: Select[Any]) -> TrainingClass | None:
    row = connection.execute(question).first()
    return _class(row) if row else None


def _class(row: Row[Any]) -> TrainingClass:
    values = dict(row._mapping)
    plan = Plan(**{name: values[name] for name in _PLAN} | _parsed_values(values))
    rest = {name: values[name] for name in _REST}
    return TrainingClass(**rest | {"state": ClassState(rest["state"])}, plan=plan)


def _parsed_values(values: dict[str, Any]) -> dict[str, Any]:
    return {"scenarios": tuple(values["scenarios"]), "mode": Mode(values["mode"])}


def _plan_values(plan: Plan) -> dict[str, object]:
    return asdict(plan) | {"scenarios": list(plan.scenarios), "mode": plan.mode.value}


def code_taken(connection: Connection, code: str) -> bool:
    """Whether a class has or had this code."""
    return find_by_code(connection, code) is not None


def add(connection: Connection, training_class: TrainingClass) -> None:
    """A new class."""
    values = {name: getattr(training_class, name) for name in _REST}
    connection.execute(insert(TrainingClassRow), [values | _plan_values(training_class.plan)])


def change(
    connection: Connection, class_id: str, plan: Plan, version: int, by: int, now: datetime
) -> None:
    """Store another plan under its new version."""
    _change(
        connection, class_id, **_plan_values(plan), version=version, changed_by=by, changed_at=now
    )


def enter_state(
    connection: Connection, class_id: str, state: ClassState, **moments: datetime
) -> None:
    """Store where the class stands now."""
    _change(connection, class_id, state=state.value, **moments)


def _change(connection: Connection, class_id: str, **values: object) -> None:
    connection.execute(update(TrainingClassRow).where(_CLASS.id == class_id).values(**values))


def unit_options(connection: Connection, top: int) -> list[tuple[int, str]]:
    """The unit ``top`` and those below it, by code: id and name."""
    question = select(_UNIT.id, _UNIT.name).where(_UNIT.id.in_(below(top)))
    ordered = question.order_by(_UNIT.parent_id.is_not(None), _UNIT.code)
    return [(row.id, row.name) for row in connection.execute(ordered)]


def names_of_units(connection: Connection, units: Sequence[int]) -> dict[int, str]:
    """The units' names by id."""
    question = select(_UNIT.id, _UNIT.name).where(_UNIT.id.in_(units))
    return {row.id: row.name for row in connection.execute(question)}


@dataclass(frozen=True, slots=True)
class AttendanceRecord:
    """A class somebody was expected in; ``joined_at``: when they came, if they did."""

    title: str
    starts_at: datetime
    venue: str
    joined_at: datetime | None
    removed_at: datetime | None


def attendance_of(connection: Connection, person_id: int) -> list[AttendanceRecord]:
    """Every class they were expected in, oldest first."""
    question = (
        select(_CLASS.title, _CLASS.starts_at, _CLASS.venue, _MEMBER.joined_at, _MEMBER.removed_at)
        .join_from(ClassMemberRow, TrainingClassRow, _MEMBER.class_id == _CLASS.id)
        .where(_MEMBER.person_id == person_id)
        .order_by(_CLASS.starts_at, _CLASS.id)
    )
    rows: Any = connection.execute(question)
    return [AttendanceRecord(*row) for row in rows]
