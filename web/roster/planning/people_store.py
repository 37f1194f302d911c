"""Queries about members and their leave."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from rostering.values import Half, Organisation
from sandbox.vietnamese import sort_key
from web.roster.planning.models import LeaveRow, MemberRow, OrganisationRow
from web.roster.planning.records import LeaveRecord, LeaveState, Member
from web.shell.session_models import PersonRow

_MEMBER = MemberRow.__table__.c
_HOME = OrganisationRow.__table__.c
_LEAVE = LeaveRow.__table__.c
_PERSON = PersonRow.__table__.c
_LEAVE_COLUMNS = tuple(_LEAVE[name] for name in LeaveRecord.__dataclass_fields__)


def members(connection: Connection, unit_id: int) -> list[Member]:
    """Everybody who was ever on the unit's list, by name."""
    return _members(connection, _MEMBER.unit_id == unit_id)


def member(connection: Connection, unit_id: int, member_id: str) -> Member | None:
    """The unit's member of that id."""
    return _one(connection, _MEMBER.unit_id == unit_id, _MEMBER.id == member_id)


def member_of_person(connection: Connection, unit_id: int, person_id: int) -> Member | None:
    """The active member who signs in with this account."""
    mine = (_MEMBER.unit_id == unit_id, _MEMBER.person_id == person_id)
    return _one(connection, *mine, _MEMBER.active)


def add_members(connection: Connection, *members: Member) -> None:
    """New members."""
    rows = [{"id": member.id, **_stored(member)} for member in members]
    connection.execute(insert(MemberRow), rows)


def change_member(connection: Connection, changed: Member) -> None:
    """Store everything about a member anew."""
    statement = update(MemberRow).where(_MEMBER.id == changed.id)
    connection.execute(statement.values(**_stored(changed)))


def accounts(connection: Connection, unit_id: int) -> list[tuple[int, str]]:
    """The unit's active accounts by name: id and full name."""
    question = select(_PERSON.id, _PERSON.full_name).where(
        _PERSON.unit_id == unit_id, _PERSON.active
    )
    found = [(row.id, row.full_name) for row in connection.execute(question)]
    return sorted(found, key=lambda each: (sort_key(each[1]), each[0]))


def accounts_by_key(connection: Connection, unit_id: int) -> dict[str, int]:
    """The unit's active accounts by ``username_key``."""
    question = select(_PERSON.username_key, _PERSON.id).where(
        _PERSON.unit_id == unit_id, _PERSON.active
    )
    return {row.username_key: row.id for row in connection.execute(question)}


def names_of_accounts(connection: Connection) -> dict[int, str]:
    """Full names by account."""
    question = select(_PERSON.id, _PERSON.full_name)
    return {row.id: row.full_name for row in connection.execute(question)}


def leave_of_unit(connection: Connection, unit_id: int) -> list[LeaveRecord]:
    """Every leave asked for in the unit, the earliest first, whatever became of it."""
    return _leave(connection, _MEMBER.unit_id == unit_id)


def leave_of_member(connection: Connection, member_id: str) -> list[LeaveRecord]:
    """One member's leave, the earliest first."""
    return _leave(connection, _LEAVE.member_id == member_id)


def add_leave(connection: Connection, leave: LeaveRecord) -> None:
    """A new request for leave, or leave that was granted at once."""
    names = LeaveRecord.__dataclass_fields__
    connection.execute(insert(LeaveRow), [{name: getattr(leave, name) for name in names}])


def change_leave(connection: Connection, leave_id: str, **values: object) -> None:
    """Store what became of a request."""
    connection.execute(update(LeaveRow).where(_LEAVE.id == leave_id).values(**values))


def _members(connection: Connection, *which: ColumnElement[bool]) -> list[Member]:
    home = (_HOME.name.label("home"), _HOME.percent.label("part"), _HOME.may_be_empty)
    question = (
        select(MemberRow.__table__, *home)
        .join_from(MemberRow, OrganisationRow, _MEMBER.organisation_id == _HOME.id)
        .where(*which)
    )
    found = [_member(row) for row in connection.execute(question)]
    return sorted(found, key=lambda one: (sort_key(one.name), one.id))


def _one(connection: Connection, *which: ColumnElement[bool]) -> Member | None:
    return next(iter(_members(connection, *which)), None)


_SAME = (
    "unit_id",
    "person_id",
    "name",
    "capable_phone",
    "experienced",
    "percent",
    "per_day",
    "per_week",
    "per_period",
    "starts",
    "ends",
    "active",
)


def _member(row: Row[Any]) -> Member:
    values = row._mapping
    hours = values["available"]
    return Member(
        **{name: values[name] for name in ("id", *_SAME)},
        organisation=Organisation(
            values["organisation_id"], values["home"], values["part"] / 100, values["may_be_empty"]
        ),
        competent=frozenset(values["competent"]),
        learning=frozenset(values["learning"]),
        venues=None if values["venues"] is None else frozenset(values["venues"]),
        available=None if hours is None else frozenset((day, Half(half)) for day, half in hours),
    )


def _stored(member: Member) -> dict[str, object]:
    return {name: getattr(member, name) for name in _SAME} | {
        "organisation_id": member.organisation.id,
        "competent": sorted(member.competent),
        "learning": sorted(member.learning),
        "venues": None if member.venues is None else sorted(member.venues),
        "available": None if member.available is None else sorted(member.available),
    }


def _leave(connection: Connection, which: ColumnElement[bool]) -> list[LeaveRecord]:
    question = (
        select(*_LEAVE_COLUMNS)
        .join_from(LeaveRow, MemberRow, _LEAVE.member_id == _MEMBER.id)
        .where(which)
        .order_by(_LEAVE.first, _LEAVE.id)
    )
    return [
        LeaveRecord(
            **dict(row._mapping) | {"half": _half(row.half), "state": LeaveState(row.state)}
        )
        for row in connection.execute(question)
    ]


def _half(code: str | None) -> Half | None:
    return Half(code) if code else None
