"""The only place that reads the clock, draws chance and makes ids.

Everything else asks an ``Effects``; tests pass their own with a clock they set.
"""

import secrets
import time
from datetime import UTC, datetime

_SPOKEN = "abcdefghkmnpqrstuvwxyz23456789"  # no i, j, l, o, 0, 1: read aloud at a desk
_PASSWORD_GROUPS = (4, 4, 4)


class Effects:
    """The real world as the running shell sees it."""

    def now(self) -> datetime:
        """The moment, as an aware UTC datetime."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that only grow, for measuring how long something took."""
        return time.monotonic()

    def pause(self, seconds: float) -> None:
        """Let that many seconds of real time pass."""
        time.sleep(seconds)

    def new_id(self) -> str:
        """128 unguessable bits, safe in an address (22 characters)."""
        return secrets.token_urlsafe(16)

    def pick(self, symbols: str) -> str:
        """One of these symbols, each as likely as any other."""
        return secrets.choice(symbols)

    def digits(self, count: int) -> str:
        """``count`` decimal digits, leading zeros included."""
        return f"{secrets.randbelow(10**count):0{count}d}"

    def password(self) -> str:
        """A password that can be read aloud, about 58 bits (``hq7m-t4kp-x9dw``)."""
        return "-".join(
            "".join(secrets.choice(_SPOKEN) for _ in range(size)) for size in _PASSWORD_GROUPS
        )

    def secret_key(self) -> str:
        """256 bits for signing, as 64 hexadecimal digits."""
        return secrets.token_hex(32)
