"""How many passes count together, and how long they do.

Each pass counts from its day for ``valid_days`` days. Somebody has mastered a competency
on every day on which enough of their passes count that differ as the rule asks. So a
pass more never takes anything away, and failures are not even looked at.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from training.competencies import MasteryRule
from training.mastery.attempts import Attempt

_Edge = tuple[object, object]


class _Matching:
    """Passes paired up so that no two share a day or a seed; the largest such choice.

    Days and seeds are the two sides of a graph, passes its edges; each new edge may
    lengthen the matching along an augmenting path (Kuhn).
    """

    def __init__(self) -> None:
        self._seeds: dict[object, set[object]] = {}
        self._day_of: dict[object, object] = {}
        self.size = 0

    def add(self, edge: _Edge) -> None:
        day, seed = edge
        self._seeds.setdefault(day, set()).add(seed)
        matched = set(self._day_of.values())
        self.size += any(self._place(free, set()) for free in self._seeds if free not in matched)

    def _place(self, day: object, seen: set[object]) -> bool:
        for seed in self._seeds[day] - seen:
            seen.add(seed)
            if seed not in self._day_of or self._place(self._day_of[seed], seen):
                self._day_of[seed] = day
                return True
        return False


def count_passes(passes: Iterable[Attempt], rule: MasteryRule) -> int:
    """How many of the passes count together, at most as many as the rule asks for."""
    matching = _Matching()
    for place, each in enumerate(passes):
        matching.add(_edge(each, place, rule))
    return min(matching.size, rule.passes)


def _edge(attempt: Attempt, place: int, rule: MasteryRule) -> _Edge:
    day = attempt.day if rule.different_days else place
    seed = attempt.seed if rule.different_seeds else place
    return day, seed


def last_valid_day(passes: Iterable[Attempt], rule: MasteryRule, valid_days: int) -> date | None:
    """The last day of the mastery the passes gave; None when they never gave any."""
    ordered = sorted(passes, key=lambda each: each.day, reverse=True)
    for place, newest in enumerate(ordered):
        since = _enough_since(ordered[place:], rule)
        if since and since + timedelta(days=valid_days) >= newest.day:
            return since + timedelta(days=valid_days)
    return None


def _enough_since(newest_first: Sequence[Attempt], rule: MasteryRule) -> date | None:
    """The latest day from which on there are enough passes."""
    matching = _Matching()
    for place, each in enumerate(newest_first):
        matching.add(_edge(each, place, rule))
        if matching.size >= rule.passes:
            return each.day
    return None
