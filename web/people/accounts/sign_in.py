"""Signing in: counted before it is checked, checked outside any transaction.

A password check takes 17 ms; inside the write lock a class of 200 would queue behind it.
"""

from web.people.accounts import attempts, passwords, store
from web.people.accounts.attempts import source
from web.shell.database import db, transaction
from web.shell.effects import Effects

PER_PERSON = 5  # on a device that is known, or from one network
PER_ACCOUNT = 20  # from everywhere else together

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


def check(effects: Effects, username: str, password: str, network: str, device: str = "") -> int:
    """The id of the person who knows this password. Raises SignInError.

    ``device`` is one on which they signed in before: what is guessed elsewhere does not count here.
    """
    with transaction(db.engine) as connection:
        found = store.find_active(connection, username)
        # With the password in it: a new one starts counting anew.
        account = (store.username_key(username), found[1] if found else "")
        everywhere = source("network", network)
        if device:
            limits = {source("device", device, *account): PER_PERSON}
        else:
            limits = {source(network, *account): PER_PERSON, source(*account): PER_ACCOUNT}
            _refuse_for(attempts.count(connection, effects.now(), everywhere))
        for key, free in limits.items():
            _refuse_for(attempts.slow_down(connection, effects.now(), key, free))
    if not passwords.matches(found and found[1], password) or found is None:
        raise SignInError(_WRONG)
    for key in limits:  # with the session to come in one transaction
        store.forget_attempts(db.connection, key)
    if not device:
        store.uncount_attempt(db.connection, everywhere)
    store.sweep_attempts(db.connection, effects.now())
    return found[0]


def _refuse_for(minutes: int) -> None:
    if minutes:
        raise SignInError(_TOO_OFTEN.format(minutes=minutes))
