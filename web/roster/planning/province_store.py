"""The query about all offices of the database."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from web.shell.access import Role
from web.shell.session_models import PersonRow, UnitRow

_UNIT = UnitRow.__table__.c
_PERSON = PersonRow.__table__.c


@dataclass(frozen=True, slots=True)
class Unit:
    """An office, and the account of its head in whose name drafts are made; None without one."""

    id: int
    code: str
    name: str
    head: int | None


def units(connection: Connection) -> list[Unit]:
    """Every unit by code, each with the first of its heads whose account is in use."""
    heads = select(_PERSON.unit_id, _PERSON.id).where(
        _PERSON.role == Role.DESK_HEAD.value, _PERSON.active
    )
    first = {row.unit_id: row.id for row in connection.execute(heads.order_by(_PERSON.id.desc()))}
    every = select(_UNIT.id, _UNIT.code, _UNIT.name).order_by(_UNIT.code)
    return [Unit(*row, first.get(row.id)) for row in connection.execute(every)]
