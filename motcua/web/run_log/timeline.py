"""The log as lines of a table: when, who, what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.sandbox.events import StepRefused
from motcua.sandbox.log import Actor, Entry
from motcua.training.debrief import tell

WHO = {
    Actor.CLERK: "Cán bộ",
    Actor.CITIZEN: "Công dân",
    Actor.TRAINER: "Giảng viên",
    Actor.TESTER: "Người kiểm thử",
    Actor.SYSTEM: "Hệ thống",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``since`` counts from the start of the visit, in world time."""

    seq: int
    at: datetime
    since: timedelta
    who: str
    what: str
    refused: bool


def timeline(log: Sequence[Entry]) -> tuple[Line, ...]:
    """Every line of the log, in order."""
    return tuple(_line(entry, log[0].at) for entry in log)


def _line(entry: Entry, start: datetime) -> Line:
    return Line(
        seq=entry.seq,
        at=entry.at,
        since=entry.at - start,
        who=WHO[entry.actor],
        what=tell(entry),
        refused=isinstance(entry.fact, StepRefused),
    )
