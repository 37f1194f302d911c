"""Draws that come out the same on every machine, every day and every version of Python."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
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
        self._key = ascii((seed, *path)).encode()
        self._block = 0
        self._pool = int.from_bytes(blake2b(self._key, digest_size=32).digest(), "big")

    def below(self, n: int) -> int:
        """A whole number from 0 to ``n - 1``, for ``n`` up to 2**32."""
        if self._pool < _ENOUGH:
            self._refill()
        self._pool, drawn = divmod(self._pool, n)
        return drawn

    def pick(self, items: Sequence[T]) -> T:
        """One of ``items``, each as likely as the next; see ``by_weight`` for other odds."""
        return items[self.below(len(items))]

    def chance(self, percent: int) -> bool:
        """True ``percent`` times in a hundred."""
        return self.below(100) < percent

    def _refill(self) -> None:
        self._block += 1
        block = blake2b(self._key, digest_size=32, salt=self._block.to_bytes(16, "big"))
        self._pool = int.from_bytes(block.digest(), "big")


def by_weight(weights: Mapping[T, int]) -> tuple[T, ...]:
    """Each value as many times as its weight says, to be made once and picked from often."""
    return tuple(value for value, weight in weights.items() for _ in range(weight))
