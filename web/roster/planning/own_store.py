"""Queries about everything stored of one person's duty, in whatever unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from web.roster.planning.attendance_models import AbsenceAnswerRow, AbsenceRow, PresenceRow, ReadRow
from web.roster.planning.models import MemberRow, PeriodRow, ShiftRow, VenueRow, VersionRow
from web.roster.planning.records import VersionState
from web.shell.session_models import UnitRow

_MEMBER = MemberRow.__table__.c
_UNIT = UnitRow.__table__.c
_SHIFT = ShiftRow.__table__.c
_VERSION = VersionRow.__table__.c
_PERIOD = PeriodRow.__table__.c
_VENUE = VenueRow.__table__.c
_PRESENCE = PresenceRow.__table__.c
_ABSENCE = AbsenceRow.__table__.c
_ANSWER = AbsenceAnswerRow.__table__.c
_READ = ReadRow.__table__.c


@dataclass(frozen=True, slots=True)
class Membership:
    """A name on a unit's list of people on duty."""

    id: str
    name: str
    unit_id: int
    unit: str
    active: bool


def memberships(connection: Connection, person_id: int) -> list[Membership]:
    """Wherever somebody is, or was, on the list."""
    columns = (_MEMBER.id, _MEMBER.name, _MEMBER.unit_id, _UNIT.name, _MEMBER.active)
    question = (
        select(*columns)
        .join_from(MemberRow, UnitRow, _MEMBER.unit_id == _UNIT.id)
        .where(_MEMBER.person_id == person_id)
        .order_by(_UNIT.name, _MEMBER.id)
    )
    return [Membership(*row) for row in connection.execute(question)]


def shifts(connection: Connection, member_id: str) -> Iterable[Any]:
    """``day``, ``half``, ``venue`` and the attendance (``came``, ``at``, or None) of each shift in
    the version of each period in force, the earliest first.
    """
    question = (
        select(
            _PERIOD.id.label("period_id"),
            _VERSION.id.label("version_id"),
            _VERSION.published_at,
            _VERSION.number,
        )
        .join_from(VersionRow, PeriodRow, _VERSION.period_id == _PERIOD.id)
        .join(MemberRow, _MEMBER.unit_id == _PERIOD.unit_id)
        .where(_VERSION.state == VersionState.PUBLISHED.value, _MEMBER.id == member_id)
        .order_by(_VERSION.published_at, _VERSION.number)
    )
    holding = {row.period_id: row.version_id for row in connection.execute(question)}
    mine = (
        select(_SHIFT.day, _SHIFT.half, _VENUE.name.label("venue"), _PRESENCE.came, _PRESENCE.at)
        .join_from(ShiftRow, VenueRow, _SHIFT.venue_id == _VENUE.id)
        .outerjoin(PresenceRow, _presence_of_shift())
        .where(_SHIFT.member_id == member_id, _SHIFT.version_id.in_(holding.values()))
        .order_by(_SHIFT.day, _SHIFT.half)
    )
    return connection.execute(mine).all()


def _presence_of_shift() -> ColumnElement[bool]:
    return (
        (_PRESENCE.member_id == _SHIFT.member_id)
        & (_PRESENCE.day == _SHIFT.day)
        & (_PRESENCE.half == _SHIFT.half)
        & (_PRESENCE.venue_id == _SHIFT.venue_id)
    )


def absences(connection: Connection, member_id: str) -> Iterable[Any]:
    """``day``, ``half``, ``began_at``, ``outcome`` and ``closed_at`` of one's own."""
    columns = (_ABSENCE.day, _ABSENCE.half, _ABSENCE.began_at, _ABSENCE.outcome)
    question = select(*columns, _ABSENCE.closed_at).where(_ABSENCE.member_id == member_id)
    return connection.execute(question.order_by(_ABSENCE.began_at)).all()


def answers(connection: Connection, member_id: str) -> Iterable[Any]:
    """``day``, ``half``, ``agrees`` and ``at`` of the answers when asked to stand in."""
    question = (
        select(_ABSENCE.day, _ABSENCE.half, _ANSWER.agrees, _ANSWER.at)
        .join_from(AbsenceAnswerRow, AbsenceRow, _ANSWER.absence_id == _ABSENCE.id)
        .where(_ANSWER.member_id == member_id)
    )
    return connection.execute(question.order_by(_ANSWER.at)).all()


def receipts(connection: Connection, member_id: str) -> list[tuple[date, date, int, datetime]]:
    """The first and last day, number and moment of each published version looked at."""
    question = (
        select(_PERIOD.first, _PERIOD.last, _VERSION.number, _READ.at)
        .join_from(ReadRow, VersionRow, _READ.version_id == _VERSION.id)
        .join(PeriodRow, _VERSION.period_id == _PERIOD.id)
        .where(_READ.member_id == member_id)
    )
    rows = connection.execute(question.order_by(_READ.at, _VERSION.number))
    return [(row.first, row.last, row.number, row.at) for row in rows]
