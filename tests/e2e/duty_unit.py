"""A unit of its own for the stories about a roster at work, planted behind the screens."""

from datetime import timedelta

from sqlalchemy import Connection, insert

from tests.app.duty_office import AN, BINH, CHI, HOA, plant
from web.roster.planning.actor import Actor
from web.shell.access import Role
from web.shell.effects import Effects
from web.shell.session_models import PersonRow, UnitRow

ACCOUNTS = {
    AN: ("truc1", "Đường Thị Mẫu An", Role.CLERK),
    BINH: ("truc2", "Nghiêm Văn Mẫu Bình", Role.CLERK),
    HOA: ("truongtruc", "Đặng Văn Mẫu Hòa", Role.DESK_HEAD),
}


def found(connection: Connection, effects: Effects) -> None:
    """Three accounts, and their roster from today on for three weeks."""
    unit = insert(UnitRow).values(code="H00.00.07", name="Xã Mẫu Trực").returning(UnitRow.id)
    unit_id = connection.execute(unit).scalar_one()
    ids = {who: _person(connection, effects, unit_id, *one) for who, one in ACCOUNTS.items()}
    actor = Actor(ids[HOA], unit_id, effects)
    linked = {who: (ACCOUNTS[who][1], person) for who, person in ids.items()}
    days = actor.today, actor.today + timedelta(days=20)
    plant(connection, actor, linked, days, (AN, BINH, AN, CHI))


def _person(
    connection: Connection, effects: Effects, unit_id: int, username: str, name: str, role: Role
) -> int:
    adding = insert(PersonRow).values(
        username=username,
        username_key=username,
        full_name=name,
        role=role,
        unit_id=unit_id,
        password_hash="",
        must_change_password=False,
        active=True,
        created_at=effects.now(),
    )
    return connection.execute(adding.returning(PersonRow.id)).scalar_one()
