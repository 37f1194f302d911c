"""A published version as a paper."""

from sqlalchemy import Connection

from web.roster.paper.content import Heading, Paper, paper
from web.roster.planning import people_store, period_store, shifts_store
from web.roster.planning.office import read_office
from web.roster.planning.records import PeriodRecord, Version
from web.shell.runtime import runtime

_NUMBER = "……/LT-MC"  # the office's own register gives it, by hand
_RECIPIENTS = ("Các cơ quan, tổ chức có người trực", "Người có tên trong lịch")


def in_force(period: PeriodRecord) -> str:
    """The address that says which version holds; whoever has the paper has the link."""
    return f"/lich-dang-dung/{period.id}"


def read(connection: Connection, period: PeriodRecord, version: Version, unit_name: str) -> Paper:
    """What stands on the paper of a published version."""
    office = read_office(connection, period)
    shifts = office.in_own_slots(shifts_store.shifts(connection, version.id))
    before = _before(connection, period, version)
    previous = office.in_own_slots(shifts_store.shifts(connection, before.id)) if before else None
    return paper(_heading(connection, period, version, unit_name), office.request, shifts, previous)


def _before(connection: Connection, period: PeriodRecord, version: Version) -> Version | None:
    older = period_store.versions(connection, period.id)
    return next((one for one in older if one.published and one.number < version.number), None)


def _heading(
    connection: Connection, period: PeriodRecord, version: Version, unit_name: str
) -> Heading:
    names = people_store.names_of_accounts(connection)
    return Heading(
        upper=f"Ủy ban nhân dân {unit_name[:1].lower()}{unit_name[1:]}",
        agency="Bộ phận Một cửa",
        number=_NUMBER,
        place=unit_name,
        issued_at=version.published_at or version.made_at,
        version=version.number,
        first=period.first,
        last=period.last,
        signer_role="Trưởng bộ phận",
        signer=names.get(version.approved_by or 0, ""),
        recipients=_RECIPIENTS,
        address=f"{runtime().settings.base_url}{in_force(period)}",
    )
