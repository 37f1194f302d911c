"""A ``random.Random`` whose draws are the same on every machine, every day and in every version."""

from collections.abc import Mapping
from hashlib import blake2b
from random import Random
from typing import NoReturn, TypeVar

T = TypeVar("T")

# A draw is taken from at least this much chance, so that no outcome is visibly favoured.
_ENOUGH = 1 << 64
_WORD = 1 << 32  # the widest single draw


class KeyedRandom(Random):
    """An endless row of draws, fixed by a seed and a path such as ``("citizen", 3)``.

    Another seed or another path gives another row, independent of the first. ``randrange``,
    ``choice``, ``shuffle`` and ``sample`` draw as ``random.Random`` documents them; ``seed``,
    ``getstate`` and ``setstate`` raise NotImplementedError, for the key is for good.
    """

    __slots__ = ("_block", "_key", "_pool")

    gauss_next = None  # Random's own note for gauss()

    def __init__(self, seed: int, *path: str | int) -> None:
        # Without super().__init__(), which would seed the Mersenne Twister that nothing here asks.
        self._key = ascii((seed, *path)).encode()
        self._block = 0
        self._pool = int.from_bytes(blake2b(self._key, digest_size=32).digest(), "big")

    def chance(self, percent: int) -> bool:
        """True ``percent`` times in a hundred."""
        return self._randbelow(100) < percent

    def random(self) -> float:
        """A float from 0 up to, but not including, 1."""
        return self.getrandbits(53) / (1 << 53)

    def getrandbits(self, k: int, /) -> int:
        """A whole number of ``k`` bits; ValueError when ``k`` is negative."""
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        drawn = 0
        for _ in range(0, k, 32):
            drawn = drawn << 32 | self._randbelow(_WORD)
        return drawn >> -k % 32

    def _randbelow(self, n: int) -> int:
        """A whole number from 0 to ``n - 1``: what all of Random's whole draws are made from."""
        if n > _WORD:
            return self.getrandbits(n.bit_length() + 64) % n
        if self._pool < _ENOUGH:
            self._refill()
        self._pool, drawn = divmod(self._pool, n)
        return drawn

    def _refill(self) -> None:
        self._block += 1
        block = blake2b(self._key, digest_size=32, salt=self._block.to_bytes(16, "big"))
        self._pool = int.from_bytes(block.digest(), "big")

    def _for_good(self, *_args: object, **_kwargs: object) -> NoReturn:
        raise NotImplementedError("a KeyedRandom is fixed by its key: make another one")

    seed = getstate = setstate = _for_good


def by_weight(weights: Mapping[T, int]) -> tuple[T, ...]:
    """Each value as many times as its weight says, to be made once and picked from often."""
    return tuple(value for value, weight in weights.items() for _ in range(weight))
