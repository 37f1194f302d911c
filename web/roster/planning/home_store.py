"""Queries about the organisations that members come from."""

from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from rostering.values import Organisation
from sandbox.vietnamese import text_key
from web.roster.planning.models import MemberRow, OrganisationRow
from web.roster.planning.records import Home, HomeKind

_HOME = OrganisationRow.__table__.c
_MEMBER = MemberRow.__table__.c


def organisations(connection: Connection, unit_id: int) -> list[Organisation]:
    """The unit's organisations by name."""
    return [home.organisation for home in homes(connection, unit_id)]


def homes(connection: Connection, unit_id: int) -> list[Home]:
    """The same with their kinds, and how many members each has, those switched off too."""
    members = func.count(_MEMBER.id).label("members")
    question = (
        select(OrganisationRow.__table__, members)
        .join_from(OrganisationRow, MemberRow, _MEMBER.organisation_id == _HOME.id, isouter=True)
        .where(_HOME.unit_id == unit_id)
        .group_by(*_HOME)
    )
    found = [_home(row) for row in connection.execute(question)]
    return sorted(found, key=lambda home: (text_key(home.organisation.name), home.organisation.id))


def add_organisation(
    connection: Connection,
    unit_id: int,
    organisation: Organisation,
    kind: HomeKind = HomeKind.OTHER,
) -> None:
    """A new organisation."""
    values = {"id": organisation.id, "unit_id": unit_id, **_stored(organisation, kind)}
    connection.execute(insert(OrganisationRow), [values])


def change(connection: Connection, changed: Organisation, kind: HomeKind) -> None:
    """Store everything about an organisation anew."""
    statement = update(OrganisationRow).where(_HOME.id == changed.id)
    connection.execute(statement.values(**_stored(changed, kind)))


def move_members(connection: Connection, old_id: str, new_id: str) -> None:
    """Everybody of the one organisation comes from the other from now on."""
    statement = update(MemberRow).where(_MEMBER.organisation_id == old_id)
    connection.execute(statement.values(organisation_id=new_id))


def remove(connection: Connection, home_id: str) -> None:
    """Forget an organisation that no member comes from."""
    connection.execute(delete(OrganisationRow).where(_HOME.id == home_id))


def _home(row: Row[Any]) -> Home:
    organisation = Organisation(row.id, row.name, row.percent / 100, row.may_be_empty)
    return Home(organisation, HomeKind(row.kind), row.members)


def _stored(organisation: Organisation, kind: HomeKind) -> dict[str, object]:
    return {
        "name": organisation.name,
        "percent": round(organisation.share * 100),
        "may_be_empty": organisation.may_be_empty,
        "kind": kind.value,
    }
