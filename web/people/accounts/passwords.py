"""Passwords: argon2id, about 17 ms a check.

Of the settings OWASP calls equally strong the one with least memory: several people sign in at
once on an office laptop, and 7 MiB each stay in the processor's cache.
"""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

SHORTEST = 10
LONGEST = 128
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


def weakness(password: str, username: str) -> str:
    """Why the password cannot be taken, as a sentence; "" when it can."""
    if len(password) < SHORTEST:
        return f"Mật khẩu mới cần ít nhất {SHORTEST} ký tự."
    if len(password) > LONGEST:
        return f"Mật khẩu mới chỉ được dài tối đa {LONGEST} ký tự."
    if username.casefold() in password.casefold() or len(set(password)) < 5:
        return "Mật khẩu này dễ đoán. Anh/chị chọn mật khẩu khác, ví dụ ghép bốn từ xa nhau."
    return ""
