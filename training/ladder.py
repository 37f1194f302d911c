"""From watching to being tested: the ways to practise a lesson, and which one comes next."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

WAYS = ("xem", "huong_dan", "luyen", "kiem_tra")


@dataclass(frozen=True, slots=True)
class Rung:
    """Practise that lesson in that way, one of ``WAYS``."""

    lesson: str
    way: str


def next_rung(lessons: Sequence[str], done: Mapping[str, Collection[str]]) -> Rung | None:
    """The way after the furthest one done, in the first lesson whose test is not passed.

    ``done``: lesson to the ways it was watched or led through to the end in, or passed in. Whoever
    passed without having watched is not sent back. None when every lesson's test is passed.
    """
    for lesson in lessons:
        furthest = max(map(WAYS.index, done.get(lesson, ())), default=-1)
        if furthest + 1 < len(WAYS):
            return Rung(lesson, WAYS[furthest + 1])
    return None
