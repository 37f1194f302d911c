"""What was said across the desk, as the clerk heard it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from motcua.sandbox.events import Answered, CitizenLeft, CodeRead, HintShown, Said
from motcua.sandbox.log import Entry, Fact
from motcua.sandbox.phrases import Phrase, phrase_book

CODE_HEARD = "Công dân đang đọc mã – anh/chị nghe ở khung Điện thoại công dân."
LEFT = "Công dân đã đứng dậy rời quầy."

GROUPS = {"hoi": "Hỏi", "moi": "Mời", "bao": "Thông báo", "dap": "Đáp lại"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``who`` is clerk, citizen, note (what one sees) or hint."""

    who: str
    words: str
    at: datetime


def conversation(log: Iterable[Entry], hints: Mapping[str, str]) -> list[Line]:
    """The lines in order; ``hints`` are the scenario's by step.

    A code read aloud is noted, its digits stay on the citizen's side.
    """
    return [Line(who, words, entry.at) for entry in log for who, words in _heard(entry.fact, hints)]


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
        case HintShown() if fact.step in hints:
            yield "hint", hints[fact.step]


def phrases_by_group(topics: Collection[str]) -> list[tuple[str, list[Phrase]]]:
    """The desk's buttons for what is practised: heading and phrases."""
    book = [phrase for phrase in phrase_book().values() if phrase.about(topics)]
    return [
        (words, [phrase for phrase in book if phrase.group == group])
        for group, words in GROUPS.items()
    ]
