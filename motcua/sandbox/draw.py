"""Draws that come out the same on every machine, every day and every version of Python."""

from bisect import bisect
from collections.abc import Sequence
from hashlib import blake2b
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")

# A draw is taken from at least this much chance, so that no outcome is visibly favoured.
_ENOUGH = 1 << 64


class Drawer:
    """An endless row of draws, fixed by a seed and a path such as ``("citizen", 3)``.

    Another seed or another path gives another row, independent of the first.
    """

    __slots__ = ("_block", "_key", "_pool")

    def __init__(self, seed: int, *path: str | int) -> None:
        self._key = ascii((seed, *path)).encode("ascii")
        self._block = 0
        self._pool = int.from_bytes(blake2b(self._key, digest_size=32).digest(), "big")

    def below(self, n: int) -> int:
        """A whole number from 0 to ``n - 1``; ``n`` is at most 2**32."""
        if self._pool < _ENOUGH:
            self._refill()
        self._pool, drawn = divmod(self._pool, n)
        return drawn

    def pick(self, items: Sequence[T]) -> T:
        """One of ``items``, each as likely as the next."""
        return items[self.below(len(items))]

    def weighted(self, pairs: Sequence[tuple[T, int]]) -> T:
        """One of the values of ``(value, weight)``, as often as its weight says."""
        ends = list(accumulate([weight for _, weight in pairs]))
        return pairs[bisect(ends, self.below(ends[-1]))][0]

    def chance(self, percent: int) -> bool:
        """True ``percent`` times in a hundred."""
        return self.below(100) < percent

    def _refill(self) -> None:
        self._block += 1
        block = blake2b(self._key, digest_size=32, salt=self._block.to_bytes(16, "big"))
        self._pool = int.from_bytes(block.digest(), "big")
