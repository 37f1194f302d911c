"""What was said across the desk, and what the clerk saw, as far as the clerk may know it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest

from sandbox.era import Era
from sandbox.events import (
    Answered,
    CitizenLeft,
    ClockFrozen,
    ClockMoved,
    ClockResumed,
    CodeRead,
    HintPushed,
    HintShown,
    Said,
    StepRefused,
)
from sandbox.log import Actor, Entry, Fact
from sandbox.phrases import phrase_book
from training.citizen_side_notices import notice
from web.shell.formatting import moment
from web.shell.wording import PAUSED

CODE_HEARD = "Công dân đang đọc mã – anh/chị nghe ở khung Điện thoại công dân."
LEFT = "Công dân đã đứng dậy rời quầy."
RESUMED = "Buổi tập làm tiếp. Đồng hồ chạy lại từ chỗ đã dừng."


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``speaker`` is clerk, citizen, note (what one sees), hint or trainer."""

    speaker: str
    words: str
    at: datetime


def conversation(log: Sequence[Entry], hints: Mapping[str, str], era: Era) -> list[Line]:
    """The lines in order; ``hints`` are the scenario's by step.

    A code read aloud is noted, its digits stay on the citizen's side.
    """
    return [
        Line(speaker, words, entry.at)
        for entry, following in zip_longest(log, log[1:])
        if not _repeated_by_citizen(entry, following)
        for speaker, words in _lines(entry, hints, era)
    ]


def _repeated_by_citizen(entry: Entry, following: Entry | None) -> bool:
    """A guided citizen reads out what their screen says; once is enough."""
    answered = following is not None and isinstance(following.fact, Answered)
    return answered and isinstance(entry.fact, StepRefused)


def _lines(entry: Entry, hints: Mapping[str, str], era: Era) -> Iterator[tuple[str, str]]:
    yield from _spoken(entry.fact, hints)
    note = notice(entry, era) or _clock_moved(entry) or _from_the_class(entry)
    if note:
        yield "note", note


def _from_the_class(entry: Entry) -> str:
    """What the trainer does to the whole class; a tester may stop a clock, too, unannounced."""
    if entry.actor is not Actor.TRAINER:
        return ""
    match entry.fact:
        case ClockFrozen():
            return PAUSED
        case ClockResumed():
            return RESUMED
    return ""


def _spoken(fact: Fact, hints: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    match fact:
        case Said():
            yield "clerk", phrase_book()[fact.phrase].says
        case Answered():
            yield "citizen", fact.words
        case CodeRead():
            yield "note", CODE_HEARD
        case CitizenLeft():
            yield "note", LEFT
        case HintPushed():
            yield "trainer", fact.words
        case HintShown() if fact.step in hints:
            yield "hint", hints[fact.step]


def _clock_moved(entry: Entry) -> str:
    """Only a clerk who would not wait hears of it; testers move clocks as they please."""
    if entry.actor is Actor.CLERK and isinstance(entry.fact, ClockMoved):
        later = moment(entry.at + timedelta(seconds=entry.fact.seconds))
        return f"Anh/chị đã tua đồng hồ diễn tập tới {later}."
    return ""
