"""The questions asked about those who take part in a class."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Exists, bindparam, insert, select, update

from sandbox.vietnamese import sort_key
from web.classes.lessons.models import ClassMemberRow
from web.classes.lessons.scope import LEADERS
from web.practice.runs.runs import PRACTISING
from web.shell.people import Role
from web.shell.session_models import PersonRow, UnitRow
from web.shell.units_store import below

_MEMBER = ClassMemberRow.__table__.c
_PERSON = PersonRow.__table__.c
_UNIT = UnitRow.__table__.c
_PRACTISING = (_PERSON.active, _PERSON.role.in_([role.value for role in PRACTISING]))


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody expected in a class; ``unit_name`` is where they work today.

    ``slip_at``: when they first came in by an entry slip instead of a password.
    """

    person_id: int
    full_name: str
    unit_name: str
    joined_at: datetime | None
    removed_at: datetime | None
    slip_at: datetime | None

    @property
    def takes_part(self) -> bool:
        """Whether they have not been taken out."""
        return self.removed_at is None


def takes_part(class_id: ColumnElement[str], person_id: ColumnElement[int]) -> Exists:
    """Whether somebody takes part in a class, both columns of another question."""
    which = (_MEMBER.class_id == class_id, _MEMBER.person_id == person_id)
    return select(_MEMBER.person_id).where(*which, _MEMBER.removed_at.is_(None)).exists()


# Built once: the board asks it at every turn.
_MEMBERS = (
    select(
        _MEMBER.person_id,
        _PERSON.full_name,
        _UNIT.name,
        _MEMBER.joined_at,
        _MEMBER.removed_at,
        _MEMBER.slip_at,
    )
    .join_from(ClassMemberRow, PersonRow, _MEMBER.person_id == _PERSON.id)
    .join(UnitRow, _PERSON.unit_id == _UNIT.id)
    .where(_MEMBER.class_id == bindparam("class"))
    .order_by(_MEMBER.person_id)
)
_EXPECTED = (
    select(
        _MEMBER.person_id,
        _PERSON.full_name,
        _MEMBER.joined_at.is_not(None),
        _MEMBER.slip_at.is_not(None),
    )
    .join_from(ClassMemberRow, PersonRow, _MEMBER.person_id == _PERSON.id)
    .where(_MEMBER.class_id == bindparam("class"), _MEMBER.removed_at.is_(None))
    .order_by(_MEMBER.person_id)
)
_ONE = _MEMBERS.where(_MEMBER.person_id == bindparam("person"))


def members(connection: Connection, class_id: str) -> list[Member]:
    """Everybody who is or was expected, in the order of their accounts."""
    return [Member(*row) for row in connection.execute(_MEMBERS, {"class": class_id})]


class Expected(NamedTuple):
    """Somebody who takes part, as the live board wants to know them."""

    person_id: int
    full_name: str
    joined: bool
    by_slip: bool


def expected(connection: Connection, class_id: str) -> list[Expected]:
    """Everybody who takes part, in the order of their accounts."""
    return [Expected._make(row) for row in connection.execute(_EXPECTED, {"class": class_id}).all()]


def by_name(found: Iterable[Member]) -> list[Member]:
    """The same in the order of a Vietnamese list."""
    return sorted(found, key=lambda member: sort_key(member.full_name))


def member(connection: Connection, class_id: str, person_id: int) -> Member | None:
    """One of them."""
    row = connection.execute(_ONE, {"class": class_id, "person": person_id}).first()
    return Member(*row) if row else None


def learners_in(connection: Connection, units: Collection[int]) -> set[int]:
    """The ids of everybody active in those units whose role practises, trainers left out."""
    learns = _PERSON.role != Role.TRAINER.value
    question = select(_PERSON.id).where(_PERSON.unit_id.in_(units), *_PRACTISING, learns)
    return set(connection.execute(question).scalars())


def practising_named(connection: Connection, keys: Collection[str], top: int) -> dict[str, int]:
    """Username to id, of those named who practise in the unit ``top`` or below it."""
    question = select(_PERSON.username_key, _PERSON.id).where(
        _PERSON.username_key.in_(keys), _PERSON.unit_id.in_(below(top)), *_PRACTISING
    )
    return {row.username_key: row.id for row in connection.execute(question)}


def works_within(connection: Connection, person_id: int, top: int) -> bool:
    """Whether the person belongs to the unit ``top`` or to one below it."""
    question = select(_PERSON.id).where(_PERSON.id == person_id, _PERSON.unit_id.in_(below(top)))
    return connection.execute(question).first() is not None


def trainers(connection: Connection, top: int) -> list[tuple[int, str]]:
    """Who may lead a class of the unit ``top``: id and name."""
    roles = [_PERSON.role.in_([role.value for role in LEADERS]), _PERSON.active]
    question = select(_PERSON.id, _PERSON.full_name).where(_PERSON.unit_id.in_(below(top)), *roles)
    found = [(row.id, row.full_name) for row in connection.execute(question)]
    return sorted(found, key=lambda each: sort_key(each[1]))


def name_of(connection: Connection, person_id: int) -> str:
    """The person's full name. Raises NoResultFound when no account has that id."""
    question = select(_PERSON.full_name).where(_PERSON.id == person_id)
    return str(connection.execute(question).scalar_one())


def add(connection: Connection, class_id: str, people: Collection[int], now: datetime) -> None:
    """Expect these people too; who has been taken out stays out."""
    theirs = (_MEMBER.class_id == class_id, _MEMBER.person_id.in_(people))
    known = set(connection.execute(select(_MEMBER.person_id).where(*theirs)).scalars())
    rows = [_row(class_id, person, now) for person in sorted(set(people) - known)]
    if rows:
        connection.execute(insert(ClassMemberRow), rows)


def _row(class_id: str, person_id: int, now: datetime) -> dict[str, object]:
    return {
        "class_id": class_id,
        "person_id": person_id,
        "added_at": now,
        "joined_at": None,
        "removed_at": None,
        "slip_at": None,
    }


def note_joined(connection: Connection, class_id: str, person_id: int, now: datetime) -> None:
    """They have come, for the first time."""
    _change(connection, class_id, person_id, _MEMBER.joined_at.is_(None), joined_at=now)


def note_entered_by_slip(
    connection: Connection, class_id: str, person_id: int, now: datetime
) -> None:
    """They have come in by slip, for the first time."""
    _change(connection, class_id, person_id, _MEMBER.slip_at.is_(None), slip_at=now)


def remove(connection: Connection, class_id: str, person_id: int, now: datetime) -> None:
    """They no longer take part."""
    _change(connection, class_id, person_id, _MEMBER.removed_at.is_(None), removed_at=now)


def restore(connection: Connection, class_id: str, person_id: int) -> None:
    """They take part again."""
    _change(connection, class_id, person_id, removed_at=None)


def _change(
    connection: Connection,
    class_id: str,
    person_id: int,
    *which: ColumnElement[bool],
    **values: datetime | None,
) -> None:
    theirs = update(ClassMemberRow).where(
        _MEMBER.class_id == class_id, _MEMBER.person_id == person_id, *which
    )
    connection.execute(theirs.values(**values))
