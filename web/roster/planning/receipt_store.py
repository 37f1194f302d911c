"""Who has seen a published roster, and when: the end of its way from draft to desk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, text

from rostering.values import Shift
from web.roster.planning.attendance_models import ReadRow
from web.roster.planning.records import Member
from web.shell.database import UtcDateTime

_READ = ReadRow.__table__.c
_MARK = text(
    """
    INSERT INTO roster_read (version_id, member_id, at) VALUES (:version, :member, :at)
    ON CONFLICT (version_id, member_id) DO NOTHING
    """
).bindparams(bindparam("at", type_=UtcDateTime))  # two pages opened at once are one look


@dataclass(frozen=True, slots=True)
class Receipts:
    """Those on duty in a version: who has seen it and when, who has not, who has no account."""

    readers: tuple[tuple[str, datetime], ...]
    unread_by: tuple[str, ...]
    without_account: tuple[str, ...]

    @property
    def addressees(self) -> int:
        """How many of them have an account."""
        return len(self.readers) + len(self.unread_by)


def mark(connection: Connection, member_id: str, versions: Iterable[str], now: datetime) -> None:
    """This member has seen these versions; the first time counts."""
    rows = [{"version": one, "member": member_id, "at": now} for one in versions]
    if rows:
        connection.execute(_MARK, rows)


def versions_read_by(connection: Connection, member_id: str) -> frozenset[str]:
    """The versions a member has seen."""
    question = select(_READ.version_id).where(_READ.member_id == member_id)
    return frozenset(connection.execute(question).scalars())


def of_version(
    connection: Connection, version_id: str, shifts: Iterable[Shift], members: Iterable[Member]
) -> Receipts:
    """Everybody on duty in a version, by name."""
    question = select(_READ.member_id, _READ.at).where(_READ.version_id == version_id)
    at: Mapping[str, datetime] = {row.member_id: row.at for row in connection.execute(question)}
    on_duty = {shift.person for shift in shifts}
    there = sorted((one for one in members if one.id in on_duty), key=lambda one: one.name)
    rest = [one for one in there if one.id not in at]
    return Receipts(
        tuple((one.name, at[one.id]) for one in there if one.id in at),
        tuple(one.name for one in rest if one.person_id is not None),
        tuple(one.name for one in rest if one.person_id is None),
    )
