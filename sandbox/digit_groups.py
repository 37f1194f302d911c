"""Numbers of a person as people write them: digits in groups, parted by whatever lies at hand.

What keeps lists, days, times and money apart from them: a number is parted by one and the same
mark, its groups are of a size nobody counts in, and amounts never begin with a zero.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

PERSONAL, OLD, PHONE = "personal", "old", "phone"  # 12 digits, 9 digits, a number that can ring

_PARTING = r"(?:[^\w+@]|_){1,3}"
_RUN = re.compile(rf"(?<![0-9])[0-9]++(?:{_PARTING}[0-9]++)+")
_GROUP = re.compile(r"[0-9]+")
_LENGTHS = {9, 10, 11, 12}
_LOOSE = re.compile(r"[ .()_•·‐–—-]{1,2}")  # may be mixed within one number: (0400) 123-456
_OF_AMOUNTS = frozenset(".,")
_WHOLE_ONLY = frozenset(".,/")  # behind one of these a number does not begin: 1.050.000.000
_OF_LISTS = re.compile(r"[,;]\s+|\s+[,;]\s*")
_LAST_DAY = 31
_LARGEST_STEP = 10


@dataclass(frozen=True, slots=True)
class Found:
    """A number of that kind, from ``start`` to ``end`` of the text."""

    kind: str
    start: int
    end: int


def grouped_numbers(text: str) -> Iterator[Found]:
    """Every number in groups, from left to right, none within another."""
    for run in _RUN.finditer(text):
        groups = list(_GROUP.finditer(text, run.start(), run.end()))
        partings = [text[one.end() : other.start()] for one, other in pairwise(groups)]
        first = 0
        while first < len(groups):
            found = _beginning_at(first, groups, partings)
            if found is None:
                first += 1
                continue
            last, kind = found
            yield Found(kind, groups[first].start(), groups[last].end())
            first = last + 1


def _beginning_at(
    first: int, groups: Sequence[re.Match[str]], partings: Sequence[str]
) -> tuple[int, str] | None:
    """The last group of the longest number that begins here, and its kind."""
    before = partings[first - 1] if first else ""
    if before and _is_single(groups[first - 1]) and _is_single(groups[first]):
        return None  # digits one by one are a number as a whole or not at all
    length, longest = len(groups[first].group()), None
    for last in range(first + 1, len(groups)):
        length += len(groups[last].group())
        if length > max(_LENGTHS):
            break
        if length in _LENGTHS:
            texts = [group.group() for group in groups[first : last + 1]]
            after = partings[last] if last < len(partings) else ""
            kind = _kind(texts, partings[first:last], (before, after))
            longest = (last, kind) if kind else longest
    return longest


def _is_single(group: re.Match[str]) -> bool:
    return group.end() - group.start() == 1


def _kind(groups: Sequence[str], partings: Sequence[str], around: tuple[str, str]) -> str:
    """What kind of number these groups are, "" for none; ``around`` are the partings outside."""
    mark = partings[0]
    uniform = set(partings) == {mark}
    whole = uniform and mark not in around
    if not whole and around[0] in _WHOLE_ONLY:
        return ""
    if not _could_be_one(groups, partings, whole=whole) or _is_list(groups, mark):
        return ""
    digits = "".join(groups)
    if digits.startswith("0"):
        return _with_zero(digits)
    in_threes = [len(group) for group in groups] == [3, 3, 3]
    if len(digits) == 9 and uniform and len(mark) == 1 and mark not in _OF_AMOUNTS:
        singly = len(groups) == 9 and digits[0] in "123"  # no province had a higher digit
        round_ = digits.endswith("000000")
        return OLD if singly or (in_threes and not round_) else ""
    abroad = groups[0] == "84" and digits[2] in "35789" and len(digits) == 11
    return PHONE if abroad and mark not in _OF_AMOUNTS else ""


def _with_zero(digits: str) -> str:
    if len(digits) in (10, 11):
        return PHONE if digits[1] in "235789" else ""
    return PERSONAL if len(digits) == 12 else OLD


def _could_be_one(groups: Sequence[str], partings: Sequence[str], *, whole: bool) -> bool:
    """Whether people part a number like that."""
    sizes = [len(group) for group in groups]
    if set(sizes) == {1}:
        return whole
    if set(partings) != {partings[0]}:
        return min(sizes) >= 3 and all(map(_LOOSE.fullmatch, partings))
    if groups[0] == "0":
        return min(sizes[1:]) >= 3 and partings[0] not in _OF_AMOUNTS  # 0.123456 is a fraction
    return min(sizes[:-1]) >= 2


def _is_list(groups: Sequence[str], mark: str) -> bool:
    """Whether these are rather several numbers: days, rooms, counts."""
    if _OF_LISTS.fullmatch(mark):
        return True
    values = [int(group) for group in groups]
    steps = [after - before for before, after in pairwise(values)]
    if all(0 < step <= _LARGEST_STEP for step in steps):
        return True
    sizes = [len(group) for group in groups]
    is_date = len(sizes) == 3 and sizes[:2] == [2, 2] and values[0] <= _LAST_DAY
    return is_date or (max(sizes) == 2 and max(values) <= _LAST_DAY)
