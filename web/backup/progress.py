"""How far long work is, on the terminal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO, TypeVar

from web.shell.effects import Effects
from web.shell.formatting import number

T = TypeVar("T")
_AT_ONCE = 1000
_EVERY_S = 0.5
_EVERY_S_IN_A_LOG = 30.0


@dataclass
class Progress:
    """``total`` rows to go through; a line that is written over, or now and then a new one."""

    words: str
    total: int
    effects: Effects
    stream: TextIO
    done: int = 0
    _told_at: float | None = None

    def through(self, rows: Iterable[T]) -> Iterator[T]:
        """The same rows, counted as they go by."""
        for place, row in enumerate(rows, start=1):
            yield row
            if place % _AT_ONCE == 0:
                self._went_on(_AT_ONCE)

    def _went_on(self, rows: int) -> None:
        self.done += rows
        now, here = self.effects.monotonic(), self.stream.isatty()
        if self._told_at is None:
            self._told_at = now
        elif now - self._told_at >= (_EVERY_S if here else _EVERY_S_IN_A_LOG):
            self._told_at = now
            self._tell("\r" if here else "", "" if here else "\n")

    def finish(self) -> None:
        """All is done: the line that was written over ends."""
        self.done = self.total
        if self.stream.isatty():
            self._tell("\r", "\n")

    def _tell(self, before: str, after: str) -> None:
        share = 100 * self.done // self.total if self.total else 100
        line = f"{self.words}: {number(self.done)}/{number(self.total)} dòng ({share}%)"
        print(f"{before}{line}", end=after, file=self.stream, flush=True)
