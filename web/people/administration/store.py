"""Queries about people and units, always within the administrator's part of the tree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, or_, select, update

from web.people.accounts.store import username_key
from web.shell.people import LEVEL_WORDS, ROLE_WORDS, Level, Role
from web.shell.seals import seal
from web.shell.session_models import PersonRow, UnitRow


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the administrator sees it."""

    id: int
    code: str
    name: str
    parent_id: int | None
    level: Level

    @property
    def level_word(self) -> str:
        """The level in words."""
        return LEVEL_WORDS[self.level]


@dataclass(frozen=True, slots=True)
class Account:
    """A person as the administrator sees them."""

    id: int
    username: str
    full_name: str
    role: Role
    unit_id: int
    unit_name: str
    active: bool

    @property
    def role_word(self) -> str:
        """The role in words."""
        return ROLE_WORDS[self.role]


def _within(top: int) -> ColumnElement[bool]:
    return or_(UnitRow.id == top, UnitRow.parent_id == top)


def units(connection: Connection, top: int) -> list[Unit]:
    """The unit ``top`` and those below it, parents first, then by code."""
    rows = connection.execute(
        select(UnitRow.id, UnitRow.code, UnitRow.name, UnitRow.parent_id, UnitRow.level)
        .where(_within(top))
        .order_by(UnitRow.parent_id.is_not(None), UnitRow.code)
    )
    return [Unit(row.id, row.code, row.name, row.parent_id, Level(row.level)) for row in rows]


def _select_accounts(connection: Connection, *conditions: ColumnElement[bool]) -> list[Account]:
    columns = (PersonRow.id, PersonRow.username, PersonRow.full_name, PersonRow.role)
    rows = connection.execute(
        select(*columns, PersonRow.unit_id, UnitRow.name, PersonRow.active)
        .join(UnitRow, PersonRow.unit_id == UnitRow.id)
        .where(*conditions)
        .order_by(PersonRow.active.desc(), UnitRow.code, PersonRow.username_key)
    )
    return [
        Account(person_id, username, full_name, Role(role), unit_id, unit_name, active)
        for person_id, username, full_name, role, unit_id, unit_name, active in rows
    ]


def accounts(connection: Connection, top: int) -> list[Account]:
    """Everybody within ``top``: active first, then by unit and username."""
    return _select_accounts(connection, _within(top))


def account(connection: Connection, top: int, person_id: int) -> Account | None:
    """One person within ``top``."""
    return next(iter(_select_accounts(connection, _within(top), PersonRow.id == person_id)), None)


def roles_within(connection: Connection, top: int) -> set[Role]:
    """The roles that somebody active has within ``top``."""
    question = select(PersonRow.role).distinct().join(UnitRow, PersonRow.unit_id == UnitRow.id)
    found = connection.execute(question.where(_within(top), PersonRow.active)).scalars()
    return {Role(role) for role in found}


def account_named(connection: Connection, username: str) -> Account | None:
    """Who signs in with this name, wherever they work, active or not."""
    mine = PersonRow.username_key == username_key(username)
    return next(iter(_select_accounts(connection, mine)), None)


def username_taken(connection: Connection, key: str) -> bool:
    """Whether anybody anywhere has this name, active or not."""
    statement = select(PersonRow.id).where(PersonRow.username_key == key)
    return connection.execute(statement).first() is not None


def username_keys(connection: Connection) -> set[str]:
    """Every name that is taken, wherever, by somebody active or not."""
    return set(connection.execute(select(PersonRow.username_key)).scalars())


def code_taken(connection: Connection, code: str, except_id: int | None) -> bool:
    """Whether another unit has this code."""
    statement = select(UnitRow.id).where(UnitRow.code == code, UnitRow.id != (except_id or 0))
    return connection.execute(statement).first() is not None


def add_person(connection: Connection, now: datetime, **values: object) -> int:
    """Add somebody; returns their id."""
    adding = insert(PersonRow).values(active=True, created_at=now, **values)
    person_id = connection.execute(adding.returning(PersonRow.id)).scalar_one()
    seal(connection, PersonRow, PersonRow.id == person_id)
    return person_id


def stored_passwords(connection: Connection, person_ids: Sequence[int]) -> list[str]:
    """Their hashes, in the order of the ids."""
    which = select(PersonRow.password_hash).where(PersonRow.id.in_(person_ids))
    return list(connection.scalars(which.order_by(PersonRow.id)))


def change_person(connection: Connection, person_id: int, **values: object) -> None:
    """Store other values of a person."""
    connection.execute(update(PersonRow).where(PersonRow.id == person_id).values(**values))
    seal(connection, PersonRow, PersonRow.id == person_id)


def add_unit(
    connection: Connection,
    code: str,
    name: str,
    parent_id: int | None,
    level: Level = Level.COMMUNE,
) -> int:
    """Add a unit; returns its id."""
    adding = insert(UnitRow).values(code=code, name=name, parent_id=parent_id, level=level)
    return connection.execute(adding.returning(UnitRow.id)).scalar_one()


def change_unit(connection: Connection, unit_id: int, code: str, name: str) -> None:
    """Store another code and name of a unit."""
    changing = update(UnitRow).where(UnitRow.id == unit_id)
    connection.execute(changing.values(code=code, name=name))
