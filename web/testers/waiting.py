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

_SLOTS = BoundedSemaphore(2)  # of the four threads a worker process has (docs/scaling.md)
_FIRST_PAUSE, _LONGEST_PAUSE = 0.02, 0.08  # seconds; woken within a tenth of a second


def wait(find: Callable[[], Message | None], seconds: float, effects: Effects) -> Message | None:
    """The message as soon as ``find`` finds it, None after ``seconds`` without one."""
    deadline = effects.monotonic() + seconds
    pause = _FIRST_PAUSE
    message = find()
    while message is None and (remaining := deadline - effects.monotonic()) > 0:
        effects.pause(min(pause, remaining))
        pause = min(pause * 1.5, _LONGEST_PAUSE)
        message = find()
    return message


@contextmanager
def waiting_slot() -> Iterator[None]:
    """A place to wait in this process. Raises ApiError 429 when all are taken."""
    if not _SLOTS.acquire(blocking=False):
        raise ApiError(429, "Too many calls wait already. Ask again.", headers={"Retry-After": "1"})
    try:
        yield
    finally:
        _SLOTS.release()
