"""Waiting for a message: asks the database again and again, so any process may deliver it.

A wait holds a thread of the server. A few may wait in each process; whoever comes
beyond that is told at once to come back.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from web.shell.effects import Effects
from web.testers.problems import ApiError
from web.testers.shapes.messages import Message

_SEATS = BoundedSemaphore(2)  # of the four threads a worker process has (docs/scaling.md)
_FIRST_PAUSE, _LONGEST_PAUSE = 0.02, 0.08  # seconds; woken within a tenth of a second


def wait(look: Callable[[], Message | None], seconds: float, effects: Effects) -> Message | None:
    """The message as soon as ``look`` finds it, None after ``seconds`` without one."""
    deadline = effects.monotonic() + seconds
    pause = _FIRST_PAUSE
    message = look()
    while message is None and (left := deadline - effects.monotonic()) > 0:
        effects.pause(min(pause, left))
        pause = min(pause * 1.5, _LONGEST_PAUSE)
        message = look()
    return message


@contextmanager
def seat() -> Iterator[None]:
    """A place to wait in this process; 429 when all are taken."""
    if not _SEATS.acquire(blocking=False):
        raise ApiError(429, "Too many calls wait already. Ask again.", headers={"Retry-After": "1"})
    try:
        yield
    finally:
        _SEATS.release()
