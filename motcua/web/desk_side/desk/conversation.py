"""What was said across the desk, as the clerk heard it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from motcua.sandbox.events import (
    Answered,
    CitizenLeft,
    ClockFrozen,
    ClockResumed,
    CodeRead,
    HintPushed,
    HintShown,
    Said,
)
from motcua.sandbox.log import Actor, Entry, Fact
from motcua.sandbox.phrases import Phrase, phrase_book

CODE_HEARD = "Công dân đang đọc mã – anh/chị nghe ở khung Điện thoại công dân."
LEFT = "Công dân đã đứng dậy rời quầy."
PAUSED = "Buổi tập đang tạm dừng. Đồng hồ đứng yên, các bước đã làm vẫn còn nguyên."
RESUMED = "Buổi tập làm tiếp. Đồng hồ chạy lại từ chỗ đã dừng."

GROUPS = {"hoi": "Hỏi", "moi": "Mời", "bao": "Thông báo", "dap": "Đáp lại"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``who`` is clerk, citizen, note (what one sees), hint or trainer."""

    who: str
    words: str
    at: datetime


def conversation(log: Iterable[Entry], hints: Mapping[str, str]) -> list[Line]:
    """The lines in order; ``hints`` are the scenario's by step.

    A code read aloud is noted, its digits stay on the citizen's side.
    """
    return [
        Line(who, words, entry.at)
        for entry in log
        for who, words in (*_heard(entry.fact, hints), *_from_the_class(entry))
    ]


def _from_the_class(entry: Entry) -> Iterator[tuple[str, str]]:
    """What the trainer does to the whole class; a tester may stop a clock, too, unannounced."""
    match entry.fact:
        case ClockFrozen() if entry.actor is Actor.TRAINER:
            yield "note", PAUSED
        case ClockResumed() if entry.actor is Actor.TRAINER:
            yield "note", RESUMED


def _heard(fact: Fact, hints: Mapping[str, str]) -> Iterator[tuple[str, str]]:
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


def phrases_by_group(topics: Collection[str]) -> list[tuple[str, list[Phrase]]]:
    """The desk's buttons for what is practised: heading and phrases."""
    book = [phrase for phrase in phrase_book().values() if phrase.about(topics)]
    return [
        (words, [phrase for phrase in book if phrase.group == group])
        for group, words in GROUPS.items()
    ]
