"""What an administrator does to a person: add, change, give a new password, switch off."""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from web.people.accounts import passwords
from web.people.accounts.store import set_password, username_key
from web.people.administration import store
from web.people.administration.store import Account
from web.shell import session_store
from web.shell.effects import Effects
from web.shell.people import Person, Role


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


def add_account(connection: Connection, effects: Effects, new: NewAccount, unit: int) -> int:
    """Store it; their id."""
    return store.add_person(
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


def add_person(
    connection: Connection, effects: Effects, username: str, full_name: str, role: Role, unit: int
) -> tuple[int, str]:
    """Add somebody; their id and the password that opens the account once."""
    new = new_account(effects, username, full_name, role)
    return add_account(connection, effects, new, unit), new.password


def may_change_rights(administrator: Person, account: Account) -> bool:
    """Not one's own: nobody locks themselves, and with them the office, out."""
    return administrator.id != account.id


def reset_password(connection: Connection, effects: Effects, account: Account) -> str:
    """Give a password that works until its owner sets their own; open sessions end."""
    password = effects.password()
    store_first_password(connection, effects, account, passwords.hash_password(password))
    return password


def store_first_password(
    connection: Connection, effects: Effects, account: Account, stored: str
) -> None:
    """The same with a password that has been drawn and hashed."""
    set_password(connection, account.id, stored, must_change=True)
    session_store.revoke_all(connection, account.id, effects.now())


def switch(connection: Connection, effects: Effects, account: Account, *, active: bool) -> None:
    """Let somebody in again, or keep them out at once."""
    store.change_person(connection, account.id, active=active)
    if not active:
        session_store.revoke_all(connection, account.id, effects.now())
