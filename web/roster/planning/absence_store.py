"""Queries about sudden absence."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, insert, select, update

from rostering.chain import Answer, Chain, time_to_cover
from rostering.values import Shift
from web.roster.planning.attendance_models import AbsenceAnswerRow, AbsenceRow
from web.roster.planning.shifts_store import shift_columns, shift_of
from web.shell.ids import could_be_id

_ABSENCE = AbsenceRow.__table__.c
_ANSWER = AbsenceAnswerRow.__table__.c


class Outcome(StrEnum):
    """How an absence ended."""

    COVERED = "covered"  # somebody who was asked said yes
    ASSIGNED = "assigned"  # the head found somebody
    EMPTY = "empty"  # the head let the place be empty
    BACK = "back"  # they come after all


@dataclass(frozen=True, slots=True)
class Absence:
    """An absence; see ``AbsenceRow``."""

    id: str
    chain: Chain
    outcome: Outcome | None
    closed_at: datetime | None

    @property
    def shift(self) -> Shift:
        """The shift that has to be covered."""
        return self.chain.shift

    @property
    def time_to_cover(self) -> timedelta | None:
        """From the absence to the first yes, or to the head's own choice."""
        found = time_to_cover(self.chain)
        if found is None and self.closed_at and self.outcome is Outcome.ASSIGNED:
            return self.closed_at - self.chain.began_at
        return found

    @property
    def page(self) -> str:
        """Its address."""
        return f"/ca-truc/vang/{self.id}"


def add(
    connection: Connection, unit_id: int, absence_id: str, chain: Chain, reported_by: int
) -> None:
    """Somebody cannot come."""
    values = {
        "id": absence_id,
        "unit_id": unit_id,
        **shift_columns(chain.shift),
        "began_at": chain.began_at,
        "limit_s": int(chain.limit.total_seconds()),
        "ranked": list(chain.ranked),
        "told_by": reported_by,
    }
    connection.execute(insert(AbsenceRow), [values])


def find(connection: Connection, unit_id: int, absence_id: str) -> Absence | None:
    """The unit's absence of that id; the row is locked until the transaction ends."""
    if not could_be_id(absence_id):
        return None
    connection.execute(select(_ABSENCE.id).where(_ABSENCE.id == absence_id).with_for_update())
    which = (_ABSENCE.unit_id == unit_id, _ABSENCE.id == absence_id)
    return next(iter(_read(connection, *which)), None)


def open_in(connection: Connection, unit_id: int) -> list[Absence]:
    """The unit's absences that nobody covers yet, the oldest first."""
    return _read(connection, _ABSENCE.unit_id == unit_id, _ABSENCE.closed_at.is_(None))


def between(connection: Connection, unit_id: int, first: date, last: date) -> list[Absence]:
    """The unit's absences from sessions of these days, in the order they were reported."""
    return _read(connection, _ABSENCE.unit_id == unit_id, _ABSENCE.day.between(first, last))


def save_answer(connection: Connection, absence_id: str, answer: Answer, recorded_by: int) -> None:
    """Store the answer of somebody who was asked."""
    values = {"absence_id": absence_id, "member_id": answer.person, "agrees": answer.agrees}
    connection.execute(
        insert(AbsenceAnswerRow), [{**values, "at": answer.at, "said_by": recorded_by}]
    )


def close(
    connection: Connection, absence_id: str, outcome: Outcome, at: datetime, person_id: int
) -> None:
    """It has ended."""
    values = {"outcome": outcome.value, "closed_at": at, "closed_by": person_id}
    connection.execute(update(AbsenceRow).where(_ABSENCE.id == absence_id).values(**values))


def _read(connection: Connection, *which: ColumnElement[bool]) -> list[Absence]:
    question = select(AbsenceRow.__table__).where(*which)
    rows = list(connection.execute(question.order_by(_ABSENCE.began_at, _ABSENCE.id)))
    answers = _answers(connection, [row.id for row in rows])
    found = []
    for row in rows:
        limit = timedelta(seconds=row.limit_s)
        chain = Chain(shift_of(row), row.began_at, limit, tuple(row.ranked))
        chain = replace(chain, answers=tuple(answers[row.id]))
        outcome = Outcome(row.outcome) if row.outcome else None
        found.append(Absence(row.id, chain, outcome, row.closed_at))
    return found


def _answers(connection: Connection, ids: Iterable[str]) -> dict[str, list[Answer]]:
    question = select(AbsenceAnswerRow.__table__).where(_ANSWER.absence_id.in_(ids))
    found: dict[str, list[Answer]] = defaultdict(list)
    for row in connection.execute(question.order_by(_ANSWER.at, _ANSWER.member_id)):
        found[row.absence_id].append(Answer(row.member_id, row.agrees, row.at))
    return found
