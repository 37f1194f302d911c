"""How many calls a second a tester may make.

Counted in each process by itself: this keeps a program that runs wild from taking the
service away from others, and losing the count loses nothing.
"""

from threading import Lock

from flask import current_app

_KEY = "motcua.tester_limits"


class Limiter:
    """For each tester a bucket that holds one second's calls and fills at the same rate."""

    def __init__(self) -> None:
        self._left: dict[str, tuple[float, float]] = {}
        self._lock = Lock()

    def take(self, tester: str, rate: int, at: float) -> bool:
        """Whether one more call is within ``rate`` a second, ``at`` seconds of any clock."""
        with self._lock:
            left, since = self._left.get(tester, (float(rate), at))
            left = min(float(rate), left + (at - since) * rate)
            allowed = left >= 1
            self._left[tester] = (left - allowed, at)
            return allowed


def limiter() -> Limiter:
    """The running app's own."""
    found: Limiter = current_app.extensions.setdefault(_KEY, Limiter())
    return found
