"""Draws that come out the same on every machine, every day and every version of Python."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import accumulate, chain, count
from struct import Struct
from typing import TypeVar

T = TypeVar("T")

_WORDS = Struct("<16I")


class Drawer:
    """An endless row of draws, fixed by a seed and a path such as ``("citizen", 3)``.

    Another seed or another path gives another row, independent of the first.
    """

    __slots__ = ("_word",)

    def __init__(self, seed: int, *path: str | int) -> None:
        self._word = chain.from_iterable(_blocks(ascii((seed, *path)).encode())).__next__

    def below(self, n: int) -> int:
        """A whole number from 0 to ``n - 1``, for ``n`` up to some millions."""
        return self._word() * n >> 32

    def pick(self, items: Sequence[T]) -> T:
        """One of ``items``, each as likely as the next."""
        return items[self._word() * len(items) >> 32]

    def weighted(self, pairs: Sequence[tuple[T, int]]) -> T:
        """One of the values of ``(value, weight)``, as often as its weight says."""
        ends = list(accumulate([weight for _, weight in pairs]))
        return pairs[bisect(ends, self.below(ends[-1]))][0]

    def chance(self, percent: int) -> bool:
        """True ``percent`` times in a hundred."""
        return self._word() * 100 >> 32 < percent


def _blocks(key: bytes) -> Iterator[tuple[int, ...]]:
    """Sixteen equally likely 32-bit numbers at a time."""
    for number in count():
        yield _WORDS.unpack(blake2b(key, salt=number.to_bytes(16, "big")).digest())
