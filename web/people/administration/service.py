"""What an administrator does to a person: add, change, give a new password, switch off."""

from sqlalchemy import Connection

from web.people.accounts import passwords
from web.people.accounts.store import set_password, username_key
from web.people.administration import store
from web.people.administration.store import Account
from web.shell import session_store
from web.shell.effects import Effects
from web.shell.people import Person, Role


def add_person(
    connection: Connection, effects: Effects, username: str, full_name: str, role: Role, unit: int
) -> tuple[int, str]:
    """Add somebody; their id and the password that opens the account once."""
    password = effects.password()
    person_id = store.add_person(
        connection,
        effects.now(),
        username=username_key(username),
        username_key=username_key(username),
        full_name=full_name,
        role=role,
        unit_id=unit,
        password_hash=passwords.hash_password(password),
        must_change_password=True,
    )
    return person_id, password


def may_change_rights(administrator: Person, account: Account) -> bool:
    """Not one's own: nobody locks themselves, and with them the office, out."""
    return administrator.id != account.id


def reset_password(connection: Connection, effects: Effects, account: Account) -> str:
    """Give a password that works until its owner sets their own; open sessions end."""
    password = effects.password()
    set_password(connection, account.id, passwords.hash_password(password), must_change=True)
    session_store.revoke_all(connection, account.id, effects.now())
    return password


def switch(connection: Connection, effects: Effects, account: Account, *, active: bool) -> None:
    """Let somebody in again, or keep them out at once."""
    store.change_person(connection, account.id, active=active)
    if not active:
        session_store.revoke_all(connection, account.id, effects.now())
