"""Another try from before one step: how much of a log goes along."""

from collections.abc import Sequence

from motcua.sandbox.log import Entry


def lines_before(log: Sequence[Entry], seq: int) -> int:
    """How many lines had been written before whatever led to line ``seq`` was done.

    One press may write several lines, all of the same moment: they go together. 0 means
    that nothing goes along, since line ``seq`` belongs to how the world was laid down.

    Raises:
        IndexError: the log has no such line.
    """
    if not 1 <= seq <= len(log):
        raise IndexError(seq)
    moment = log[seq - 1].at
    return next((entry.seq for entry in reversed(log[: seq - 1]) if entry.at != moment), 0)
