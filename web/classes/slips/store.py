"""The questions asked about entry slips."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from web.classes.lessons.members_store import takes_part
from web.classes.lessons.store import goes_on
from web.classes.slips.models import ClassSlipRow
from web.shell.people import Role
from web.shell.session_models import PersonRow

REPLACED, WITHDRAWN = "replaced", "withdrawn"
_SLIP = ClassSlipRow.__table__.c
_PERSON = PersonRow.__table__.c


@dataclass(frozen=True, slots=True)
class SlipRecord:
    """A slip with what is known of its person today; ``ending`` None while it is the newest."""

    digest: str
    class_id: str
    person_id: int
    full_name: str
    role: Role
    active: bool
    ending: str | None
    takes_part: bool


@dataclass(frozen=True, slots=True)
class NewestSlip:
    """The newest slip of one person in a class."""

    person_id: int
    made_at: datetime
    ending: str | None

    @property
    def is_good(self) -> bool:
        """Whether it has not been withdrawn."""
        return self.ending is None


# Built once: a class of 200 asks them in one instant, and each page after that the second.
_TAKES_PART = takes_part(_SLIP.class_id, _SLIP.person_id)
_BY_DIGEST = (
    select(
        _SLIP.digest,
        _SLIP.class_id,
        _SLIP.person_id,
        _PERSON.full_name,
        _PERSON.role,
        _PERSON.active,
        _SLIP.ending,
        _TAKES_PART.label("takes_part"),
    )
    .join_from(ClassSlipRow, PersonRow, _SLIP.person_id == _PERSON.id)
    .where(_SLIP.digest == bindparam("digest"))
)
_GOOD = select(_SLIP.class_id).where(
    _SLIP.digest == bindparam("digest"),
    _SLIP.ending.is_(None),
    goes_on(_SLIP.class_id),
    _TAKES_PART,
)


def find(connection: Connection, digest: str) -> SlipRecord | None:
    """The slip with that digest, of whatever day."""
    row = connection.execute(_BY_DIGEST, {"digest": digest}).one_or_none()
    if row is None:
        return None
    return SlipRecord(
        digest=row.digest,
        class_id=row.class_id,
        person_id=row.person_id,
        full_name=row.full_name,
        role=Role(row.role),
        active=row.active,
        ending=row.ending,
        takes_part=row.takes_part,
    )


def is_good(connection: Connection, digest: str) -> bool:
    """Whether the slip is the newest of somebody who takes part in a class that goes on."""
    return connection.execute(_GOOD, {"digest": digest}).first() is not None


def newest(connection: Connection, class_id: str) -> dict[int, NewestSlip]:
    """Person to their newest slip in that class."""
    question = select(_SLIP.person_id, _SLIP.made_at, _SLIP.ending).where(
        _SLIP.class_id == class_id, _SLIP.ending.is_distinct_from(REPLACED)
    )
    rows = connection.execute(question.order_by(_SLIP.made_at, _SLIP.ending.is_(None)))
    return {row.person_id: NewestSlip(*row) for row in rows}


def count(connection: Connection, class_id: str) -> int:
    """How many slips that class has had; whoever makes more says what they saw."""
    question = select(func.count()).where(_SLIP.class_id == class_id)
    return connection.execute(question).scalar_one()


def add(connection: Connection, slips: Iterable[dict[str, object]]) -> None:
    """New slips, with their columns by name."""
    rows = [{"ending": None, "ended_at": None, "ended_by": None} | slip for slip in slips]
    if rows:
        connection.execute(insert(ClassSlipRow), rows)


def end(
    connection: Connection,
    class_id: str,
    people: Collection[int],
    ending: str,
    now: datetime,
    by: int,
) -> int:
    """The slips these people hold open nothing any more, nor do the sessions opened with them.

    Returns how many there were.
    """
    theirs = update(ClassSlipRow).where(
        _SLIP.class_id == class_id, _SLIP.person_id.in_(people), _SLIP.ending.is_(None)
    )
    return connection.execute(theirs.values(ending=ending, ended_at=now, ended_by=by)).rowcount


def name_of(connection: Connection, person_id: int) -> str:
    """The full name of somebody who has or had a slip."""
    question = select(_PERSON.full_name).where(_PERSON.id == person_id)
    name: str = connection.execute(question).scalar_one()
    return name
