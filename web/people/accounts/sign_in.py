"""Signing in: counted before it is checked, checked outside any transaction.

A password check takes 17 ms; inside the write lock a class of 200 would queue behind it.
"""

from datetime import datetime

from sqlalchemy import Connection

from web.people.accounts import attempts, passwords, store
from web.people.accounts.attempts import PER_ADDRESS, source
from web.shell.database import db, transaction
from web.shell.effects import Effects

PER_PERSON = 5

_WRONG = (
    "Tên đăng nhập hoặc mật khẩu chưa khớp. "
    "Anh/chị kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại."
)
_TOO_OFTEN = (
    "Đã có quá nhiều lần nhập chưa khớp nên việc đăng nhập tạm dừng. "
    "Anh/chị thử lại sau {minutes} phút, hoặc nhờ người quản trị cấp lại mật khẩu."
)


class SignInError(Exception):
    """Not signed in; the text is the sentence for the screen."""


def check(effects: Effects, username: str, password: str, address: str) -> int:
    """The id of the person who knows this password. Raises SignInError."""
    person, network = source(store.username_key(username), address), source(address)
    with transaction(db.engine) as connection:
        _count(connection, effects.now(), {person: PER_PERSON, network: PER_ADDRESS})
        found = store.find_active(connection, username)
    if not passwords.matches(found and found[1], password) or found is None:
        raise SignInError(_WRONG)
    store.forget_attempts(db.connection, person)  # with the session to come in one transaction
    store.sweep_attempts(db.connection, effects.now())
    store.uncount_attempt(db.connection, network)
    return found[0]


def _count(connection: Connection, now: datetime, limits: dict[str, int]) -> None:
    for key, limit in limits.items():
        minutes = attempts.count(connection, now, key, limit)
        if minutes:
            raise SignInError(_TOO_OFTEN.format(minutes=minutes))
