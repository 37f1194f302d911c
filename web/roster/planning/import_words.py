"""What people write in the cells of a list, and what is meant by it."""

import re
from collections.abc import Iterator

from rostering.values import Half
from web.roster.planning import sessions_chosen
from web.shell.listing import plain

SKILLS = {
    "thao viec": "able",
    "thao": "able",
    "dang hoc viec": "learning",
    "hoc viec": "learning",
    "moi": "learning",
    "": "learning",  # the careful reading of an empty cell
    "khong": "no",
    "khong truc viec nay": "no",
}
YES = {"co", "x", "1", "dung", "yes", "true"}
NO = {"khong", "", "0", "sai", "no", "false"}
PERCENTS = {"": "100", "100": "100", "1": "100", "75": "75", "0 75": "75"} | {
    "50": "50",
    "0 5": "50",
    "25": "25",
    "0 25": "25",
    "du phan": "100",
}
AVAILABLE_SHAPE = (
    "Ghi “Cả tuần”, hoặc các buổi từ thứ 2 đến thứ 6, ví dụ “Sáng thứ 2, thứ 4; chiều thứ 6”."
)
_DAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "4": 2, "nam": 3, "5": 3, "sau": 4, "6": 4}
_HALVES = {"sang": {Half.MORNING}, "chieu": {Half.AFTERNOON}, "ca": set(Half)}
_FILLERS = {"thu", "t", "tu", "buoi", "cac", "va", "ngay", "moi", "hang", "tuan"}
_ALL = {"ca tuan", "tat ca", "moi buoi", "cac buoi", "luc nao cung duoc", "khong gioi han"}


def half_days(text: str) -> list[str] | None:
    """Half-days as a form has them (``0am``); None when the words cannot be made out.

    A half holds for the days after it, until another one is named: “Sáng thứ 2, thứ 4; chiều
    thứ 6”. Halves alone hold for every day.
    """
    if not text.strip() or plain(text) in _ALL:
        return sessions_chosen.codes(None)
    parts = [plain(re.sub("[-–—]", " den ", part)).split() for part in re.split("[,;\n]", text)]
    parsed = [_part(words) for words in parts if words]
    if any(part is None for part in parsed):
        return None
    return _together([part for part in parsed if part])


def _part(words: list[str]) -> tuple[set[Half], set[int]] | None:
    """The halves and days that a part names; None when it says something else."""
    halves, days, to = set[Half](), list[int](), False
    for word, day in _with_days(words):
        if day is not None:
            days += range(days[-1] + 1, day + 1) if to and days else [day]
            to = False
        elif word in _HALVES:
            halves |= _HALVES[word]
        elif word == "den" and days:
            to = True
        elif word not in _FILLERS:
            return None
    return None if to else (halves, set(days))


def _with_days(words: list[str]) -> Iterator[tuple[str, int | None]]:
    """Each word with the weekday it names: “tư” is one only after “thứ”, else it is “từ”."""
    for before, word in zip(["", *words], words, strict=False):
        weekday = 2 if word == "tu" and before == "thu" else _DAYS.get(word.removeprefix("t"))
        yield word, _DAYS.get(word, weekday)


def _together(parts: list[tuple[set[Half], set[int]]]) -> list[str] | None:
    some_day = any(days for _, days in parts)
    if any(some_day != bool(days) for _, days in parts):
        return None  # “Sáng, chiều thứ 2”: every morning, or Monday's?
    chosen, now = set[tuple[int, Half]](), set(Half)
    for halves, days in parts:
        now = halves or now
        chosen |= {(day, half) for day in days or range(5) for half in now}
    return sessions_chosen.codes(chosen) if chosen else None
