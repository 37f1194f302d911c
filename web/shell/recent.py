"""What was used last, kept in this process: losing it costs time, never data."""

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """At most ``room`` values; whoever was not kept again for longest goes first."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Value | None:
        """What is known under that key."""
        with self._lock:
            return self._kept.get(key)

    def among(self, keys: Iterable[Key]) -> dict[Key, Value]:
        """All that is known of those keys."""
        with self._lock:
            return {key: self._kept[key] for key in keys if key in self._kept}

    def keep(self, values: Mapping[Key, Value]) -> None:
        """Know these from now on."""
        with self._lock:
            for key, value in values.items():
                self._kept[key] = value
                self._kept.move_to_end(key)
            while len(self._kept) > self._room:
                self._kept.popitem(last=False)
