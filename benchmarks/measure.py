"""Time two things in turn, A B A B …, and compare them pair by pair."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time

Work = Callable[[], object]
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``ratio`` is measured/ceiling; ``goal`` in words, "" if none."""

    name: str
    measured: str
    ceiling: str
    ratio: float
    goal: str = ""
    met: bool | None = None


def seconds(work: Work, times: int, clock: Clock) -> float:
    """Seconds for one of ``times`` repetitions."""
    begun = clock()
    for _ in range(times):
        work()
    return (clock() - begun) / times


def in_turn(
    one: Work, other: Work, *, times: int, rounds: int = 7, clock: Clock = process_time
) -> tuple[float, float, float]:
    """Medians of both, in seconds a call, and the median of the ratios one/other.

    The usual clock is the processor's: it does not see what else the machine is
    doing. What waits for a disk is measured with ``perf_counter``.
    """
    one(), other()  # warm
    pairs = [(seconds(one, times, clock), seconds(other, times, clock)) for _ in range(rounds)]
    ratios = [first / second for first, second in pairs]
    return median(a for a, _ in pairs), median(b for _, b in pairs), median(ratios)


def in_words(value: float) -> str:
    """A duration with a unit a reader can compare."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if value >= size:
            return f"{value / size:.2f} {unit}"
    return f"{value * 1e6:.1f} µs"


def table(rows: Sequence[Row]) -> str:
    """The rows as aligned text."""
    head = ("what", "measured", "ceiling", "ratio", "goal", "")
    body = [
        (row.name, row.measured, row.ceiling, f"{row.ratio:.3g}", row.goal, _mark(row))
        for row in rows
    ]
    widths = [max(len(line[place]) for line in (head, *body)) for place in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in (head, *body)
    )


def _mark(row: Row) -> str:
    return "" if row.met is None else ("reached" if row.met else "not reached")
