"""How many calls a second a tester may make.

Counted in each process by itself: this keeps a program that runs wild from taking the
service away from others, and losing the count loses nothing.
"""

from threading import Lock

from flask import current_app

KEY = "motcua.tester_limits"


class Limiter:
    """For each tester a bucket that holds one second's calls and fills at the same rate."""

    def __init__(self) -> None:
        self._buckets: dict[str, tuple[float, float]] = {}
        self._lock = Lock()

    def take(self, tester: str, rate: int, at: float) -> bool:
        """Whether one more call is within ``rate`` a second, ``at`` seconds of any clock."""
        with self._lock:
            tokens, updated_at = self._buckets.get(tester, (float(rate), at))
            tokens = min(float(rate), tokens + (at - updated_at) * rate)
            allowed = tokens >= 1
            self._buckets[tester] = (tokens - allowed, at)
            return allowed


def limiter() -> Limiter:
    """The running app's own."""
    running: Limiter = current_app.extensions.setdefault(KEY, Limiter())
    return running
