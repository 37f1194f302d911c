"""Signing in: counted before it is checked, checked outside any transaction.

A password check takes 17 ms; inside the write lock a class of 200 would queue behind it.
"""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Connection

from motcua.web.accounts import passwords, store
from motcua.web.database import db, transaction
from motcua.web.shell import Shell

WINDOW = timedelta(minutes=5)
PER_PERSON = 5
PER_ADDRESS = 100  # a whole class may share one address

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


def check(shell: Shell, username: str, password: str, address: str) -> int:
    """The id of the person who knows this password. Raises SignInError."""
    person, network = _source(store.username_key(username), address), _source(address)
    with transaction(shell.engine) as connection:
        _count(connection, shell.effects.now(), {person: PER_PERSON, network: PER_ADDRESS})
        found = store.find_active(connection, username)
    if not passwords.matches(found and found[1], password) or found is None:
        raise SignInError(_WRONG)
    store.forget_attempts(db(), person)  # with the session to come in one transaction
    store.uncount_attempt(db(), network)
    return found[0]


def _source(*parts: str) -> str:
    """A digest: somebody's slip of an ID number into the name field must not be kept."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _count(connection: Connection, now: datetime, limits: dict[str, int]) -> None:
    for source, limit in limits.items():
        failures, ends = store.count_attempt(connection, source, now, now + WINDOW)
        if failures > limit:
            minutes = -((now - ends) // timedelta(minutes=1))  # rounded up
            raise SignInError(_TOO_OFTEN.format(minutes=minutes))
