"""A cache in this process: losing what it holds costs time, never data."""

from collections.abc import Hashable, Iterable, Mapping
from threading import Lock
from typing import Generic, TypeVar

from cachetools import LRUCache

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Cache(Generic[Key, Value]):
    """At most ``maxsize`` values; the one neither read nor set for longest goes first.

    Safe between threads, which cachetools alone is not.
    """

    def __init__(self, maxsize: int) -> None:
        self._values = LRUCache[Key, Value](maxsize)
        self._lock = Lock()

    def get(self, key: Key) -> Value | None:
        """The value of that key; None when it is not here."""
        with self._lock:
            return self._values.get(key)

    def get_many(self, keys: Iterable[Key]) -> dict[Key, Value]:
        """The values of those keys that are here."""
        with self._lock:
            return {key: self._values[key] for key in keys if key in self._values}

    def set(self, key: Key, value: Value) -> None:
        """Hold this value from now on."""
        with self._lock:
            self._values[key] = value

    def set_many(self, values: Mapping[Key, Value]) -> None:
        """Hold all of these from now on."""
        with self._lock:
            self._values.update(values)
