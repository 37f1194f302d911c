"""What hangs on a person, asked before they are kept out or moved.

Rooms above know it; ``web/app.py`` hands in their answers, so that nobody here knows the rooms.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from flask import Flask, current_app
from sqlalchemy import Connection

_KEY = "motcua.touching"
_SHOWN = 5


class Kind(StrEnum):
    """What it is, in the order it is told."""

    SHIFT = "ca trực trên lịch đã ban hành"
    LED = "buổi tập huấn đang phụ trách"
    JOINED = "buổi tập huấn tham gia"
    ASSIGNMENT = "bài giao chưa xong"
    RUN = "lượt luyện đang dở"


@dataclass(frozen=True, slots=True)
class Touch:
    """One thing that hangs on a person, by the name people know it."""

    person_id: int
    kind: Kind
    name: str


Finder = Callable[[Connection, Collection[int], datetime], Iterable[Touch]]
"""What hangs on these people at that moment, in the order it is told."""


def init_app(app: Flask, finders: Sequence[Finder]) -> None:
    """Let ``app`` know whom to ask."""
    app.extensions[_KEY] = tuple(finders)


def touched(connection: Connection, people: Collection[int], now: datetime) -> list[Touch]:
    """All that hangs on these people: by person, then kind by kind."""
    found = [
        each for finder in current_app.extensions[_KEY] for each in finder(connection, people, now)
    ]
    order = list(Kind)
    return sorted(found, key=lambda each: (each.person_id, order.index(each.kind)))


def in_words(touches: Iterable[Touch]) -> list[str]:
    """One line a kind: how many, and the first of them by name."""
    lines = []
    for kind, group in groupby(touches, key=lambda each: each.kind):
        names = [each.name for each in group]
        more = f" và {len(names) - _SHOWN} mục khác" if len(names) > _SHOWN else ""
        lines.append(f"{len(names)} {kind}: {'; '.join(names[:_SHOWN])}{more}.")
    return lines
