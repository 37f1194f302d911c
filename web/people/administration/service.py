"""What an administrator does to people and units; each act is in the audit log.

``by`` is who does it, None for the terminal and for whoever opens the office.
"""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from web.people.accounts import passwords
from web.people.accounts.store import set_password, username_key
from web.people.administration import store
from web.people.administration.store import Account, Unit
from web.people.audit import log
from web.people.audit.log import About, Act
from web.shell import session_store
from web.shell.effects import Effects
from web.shell.people import ROLE_WORDS, Level, Person, Role


@dataclass(frozen=True, slots=True)
class NewAccount:
    """Somebody to be added, with the password that opens their account once."""

    username: str
    full_name: str
    role: Role
    password: str = field(repr=False)
    stored: str = field(repr=False)


def new_account(effects: Effects, username: str, full_name: str, role: Role) -> NewAccount:
    """Draw and hash the password, 17 ms of work: to be done before anybody waits for the turn."""
    password = effects.password()
    stored = passwords.hash_password(password)
    return NewAccount(username_key(username), full_name, role, password, stored)


def add_account(
    connection: Connection, effects: Effects, by: Person | None, new: NewAccount, unit: int
) -> int:
    """Store it; their id."""
    person_id = store.add_person(
        connection,
        effects.now(),
        username=new.username,
        username_key=new.username,
        full_name=new.full_name,
        role=new.role,
        unit_id=unit,
        password_hash=new.stored,
        must_change_password=True,
    )
    about = About(f"{new.full_name} ({new.username})", unit, person_id)
    told = (("Vai trò", "", ROLE_WORDS[new.role]),)
    log.note(connection, effects.now(), by, Act.PERSON_ADDED, about, told)
    return person_id


def add_person(
    connection: Connection,
    effects: Effects,
    by: Person | None,
    username: str,
    full_name: str,
    role: Role,
    unit: int,
) -> tuple[int, str]:
    """Add somebody; their id and the password that opens the account once."""
    new = new_account(effects, username, full_name, role)
    return add_account(connection, effects, by, new, unit), new.password


def change_person(
    connection: Connection,
    effects: Effects,
    by: Person,
    account: Account,
    full_name: str,
    role: Role,
    unit: Unit,
) -> None:
    """Store another name, role or unit."""
    store.change_person(connection, account.id, full_name=full_name, role=role, unit_id=unit.id)
    before = _described(account.full_name, account.role, account.unit_name)
    changes = log.changes_of(before, _described(full_name, role, unit.name))
    if changes:
        log.note(connection, effects.now(), by, Act.PERSON_CHANGED, _about(account), changes)


def move(
    connection: Connection, effects: Effects, by: Person, account: Account, unit: Unit
) -> None:
    """Store another unit."""
    change_person(connection, effects, by, account, account.full_name, account.role, unit)


def _described(full_name: str, role: Role, unit: str) -> dict[str, object]:
    return {"Họ và tên": full_name, "Vai trò": ROLE_WORDS[role], "Đơn vị": unit}


def _about(account: Account) -> About:
    return About(f"{account.full_name} ({account.username})", account.unit_id, account.id)


def may_change_rights(administrator: Person, account: Account) -> bool:
    """Not one's own: nobody locks themselves, and with them the office, out."""
    return administrator.id != account.id


def reset_password(
    connection: Connection, effects: Effects, by: Person | None, account: Account
) -> str:
    """Give a password that works until its owner sets their own; open sessions end."""
    password = effects.password()
    store_first_password(connection, effects, by, account, passwords.hash_password(password))
    return password


def store_first_password(
    connection: Connection, effects: Effects, by: Person | None, account: Account, stored: str
) -> None:
    """The same with a password that has been drawn and hashed."""
    set_password(connection, account.id, stored, must_change=True)
    session_store.revoke_all(connection, account.id, effects.now())
    log.note(connection, effects.now(), by, Act.PASSWORD_RESET, _about(account))


def switch(
    connection: Connection, effects: Effects, by: Person, account: Account, *, active: bool
) -> None:
    """Let somebody in again, or keep them out at once."""
    store.change_person(connection, account.id, active=active)
    if not active:
        session_store.revoke_all(connection, account.id, effects.now())
    act = Act.SWITCHED_ON if active else Act.SWITCHED_OFF
    log.note(connection, effects.now(), by, act, _about(account))


def add_unit(
    connection: Connection,
    effects: Effects,
    by: Person | None,
    code: str,
    name: str,
    parent_id: int | None,
    level: Level = Level.COMMUNE,
) -> int:
    """Add a unit, below another or the first of an office; its id."""
    unit_id = store.add_unit(connection, code, name, parent_id, level)
    told = (("Mã đơn vị", "", code),)
    log.note(connection, effects.now(), by, Act.UNIT_ADDED, About(name, unit_id), told)
    return unit_id


def change_unit(
    connection: Connection, effects: Effects, by: Person, unit: Unit, code: str, name: str
) -> None:
    """Store another code and name of a unit."""
    store.change_unit(connection, unit.id, code, name)
    before = {"Tên đơn vị": unit.name, "Mã đơn vị": unit.code}
    changes = log.changes_of(before, {"Tên đơn vị": name, "Mã đơn vị": code})
    if changes:
        about = About(unit.name, unit.id)
        log.note(connection, effects.now(), by, Act.UNIT_CHANGED, about, changes)
