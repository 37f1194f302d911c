"""A world without chance for the tests: a clock they set, ids that count."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count

from web.shell.effects import Effects

MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # 08:00 in the office


class FixedEffects(Effects):
    """Every answer is known beforehand; the clock moves when told to."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self._now = now
        self._count = count(1)

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._now.timestamp()

    def pause(self, seconds: float) -> None:
        self.advance(seconds=seconds)

    def advance(self, **by: float) -> None:
        self._now += timedelta(**by)

    def new_id(self) -> str:
        return f"{next(self._count):022d}"

    def pick(self, symbols: str) -> str:
        return symbols[sha256(str(next(self._count)).encode()).digest()[0] % len(symbols)]

    def digits(self, count: int) -> str:
        return f"{next(self._count) * 7919 % 10**count:0{count}d}"

    def password(self) -> str:
        return f"mat-khau-tam-{next(self._count)}"
