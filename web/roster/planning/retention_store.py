"""The one place where traces of a roster's days are deleted; each answers how many went."""

from datetime import date

from sqlalchemy import ColumnElement, Connection, Delete, Update, delete, select, update

from web.roster.planning.attendance_models import (
    AbsenceAnswerRow,
    AbsenceRow,
    PresenceRow,
    ReadRow,
)
from web.roster.planning.models import LeaveRow, PeriodRow, VersionRow, WishRow
from web.roster.planning.records import LeaveState

_PRESENCE = PresenceRow.__table__.c
_ABSENCE = AbsenceRow.__table__.c
_ABSENCE_ANSWER = AbsenceAnswerRow.__table__.c
_LEAVE = LeaveRow.__table__.c
_READ = ReadRow.__table__.c
_PERIOD = PeriodRow.__table__.c
_VERSION = VersionRow.__table__.c
_WISH = WishRow.__table__.c


def delete_presence(connection: Connection, cutoff: date) -> int:
    """Who came, and who did not."""
    return _done(connection, delete(PresenceRow).where(_PRESENCE.day < cutoff))


def delete_absences(connection: Connection, cutoff: date) -> int:
    """Sudden absences, and the answers of those who were asked."""
    old = _ABSENCE.day < cutoff
    ids = select(_ABSENCE.id).where(old)
    _done(connection, delete(AbsenceAnswerRow).where(_ABSENCE_ANSWER.absence_id.in_(ids)))
    return _done(connection, delete(AbsenceRow).where(old))


def delete_leave(connection: Connection, cutoff: date) -> int:
    """Requests that were not granted; of those that were, the reason."""
    old: ColumnElement[bool] = _LEAVE.last < cutoff
    granted = _LEAVE.state == LeaveState.APPROVED.value
    statement = update(LeaveRow).where(old, granted, _LEAVE.note != "").values(note="")
    return _done(connection, statement) + _done(connection, delete(LeaveRow).where(old, ~granted))


def delete_receipts(connection: Connection, cutoff: date) -> int:
    """Who has seen the versions of periods that are over."""
    old = (
        select(_VERSION.id)
        .join_from(VersionRow, PeriodRow, _VERSION.period_id == _PERIOD.id)
        .where(_PERIOD.last < cutoff)
    )
    return _done(connection, delete(ReadRow).where(_READ.version_id.in_(old)))


def delete_wishes(connection: Connection, cutoff: date) -> int:
    """What people would have liked."""
    return _done(connection, delete(WishRow).where(_WISH.day < cutoff))


def _done(connection: Connection, statement: Delete | Update) -> int:
    return connection.execute(statement).rowcount
