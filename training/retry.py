"""Another try from before one step: how much of a log goes along."""

from collections.abc import Sequence
from itertools import takewhile

from sandbox.log import Actor, Entry


def lines_before(log: Sequence[Entry], seq: int) -> int:
    """How many lines had been written before whatever led to line ``seq`` was done.

    One press may write several lines, all of the same moment: they go together. How the world
    was laid down always goes along; 0 when line ``seq`` itself is part of that.

    Raises:
        IndexError: the log has no such line.
    """
    if not 1 <= seq <= len(log):
        raise IndexError(seq)
    setup_lines = sum(1 for _ in takewhile(lambda entry: entry.actor is Actor.SYSTEM, log))
    if seq <= setup_lines:
        return 0
    moment = log[seq - 1].at
    earlier = (entry.seq for entry in reversed(log[: seq - 1]) if entry.at != moment)
    return max(setup_lines, next(earlier, 0))
