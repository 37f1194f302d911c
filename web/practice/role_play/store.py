"""The questions asked about the two people of a role play."""

from sqlalchemy import Connection, select

from web.shell.access import Person, Role
from web.shell.session_models import PersonRow, UnitRow

_PERSON = PersonRow.__table__.c
_ACTIVE = (
    select(
        _PERSON.id, _PERSON.username, _PERSON.full_name, _PERSON.role, _PERSON.unit_id, UnitRow.name
    )
    .join_from(PersonRow, UnitRow, _PERSON.unit_id == UnitRow.id)
    .where(_PERSON.active)
)


def person(connection: Connection, person_id: int | None) -> Person | None:
    """That person, while their account is in use."""
    row = connection.execute(_ACTIVE.where(_PERSON.id == person_id)).one_or_none()
    if row is None:
        return None
    number, username, full_name, role, unit_id, unit_name = row
    return Person(number, username, full_name, Role(role), unit_id, unit_name)
