"""How long it takes until somebody stands in, over many absences."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median

from rostering.hours import is_over
from rostering.values import Half, Session


class Ending(StrEnum):
    """What became of an absence."""

    COVERED = "covered"
    UNCOVERED = "uncovered"  # left empty, or over with nobody found
    OPEN = "open"  # somebody is still looked for
    BACK = "back"  # they came after all


@dataclass(frozen=True, slots=True)
class Case:
    """One absence: which session, how it ended, how long until somebody was found."""

    session: Session
    ending: Ending
    took: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """``covered`` of ``total``; both leave out what is still open and who came after all.

    ``median`` and ``worst`` are over those covered; None while there are none.
    """

    total: int
    covered: int
    median: timedelta | None
    worst: timedelta | None

    @property
    def uncovered(self) -> int:
        """Sessions with an empty place."""
        return self.total - self.covered


def ending(outcome: str | None, session: Session, now: datetime) -> Ending:
    """How an absence with this outcome (``absence_store.Outcome``, None while open) stands."""
    match outcome:
        case "covered" | "assigned":
            return Ending.COVERED
        case "back":
            return Ending.BACK
        case None if not is_over(session, now):
            return Ending.OPEN
        case _:
            return Ending.UNCOVERED


def figures(cases: Iterable[Case]) -> Figures:
    """The figures of these absences."""
    finished = [one for one in cases if one.ending in {Ending.COVERED, Ending.UNCOVERED}]
    times = [one.took for one in finished if one.ending is Ending.COVERED and one.took is not None]
    seconds = [took.total_seconds() for took in times]
    return Figures(
        len(finished),
        sum(one.ending is Ending.COVERED for one in finished),
        timedelta(seconds=median(seconds)) if seconds else None,
        max(times, default=None),
    )


def by_half(cases: Collection[Case]) -> list[tuple[Half, Figures]]:
    """The figures of mornings and of afternoons."""
    return [(half, figures(one for one in cases if one.session.half is half)) for half in Half]
