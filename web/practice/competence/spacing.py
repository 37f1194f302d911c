"""When a scenario should come back before it slips from memory (FSRS).

The arithmetic is that of the ``fsrs`` package, taken in whole days. With the moments given
and its fuzzing off it reads no clock and draws nothing, but it imports both, so it may
not stand in ``training``; the ordering of what it answers does stand there.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from fsrs import Card, Rating, Scheduler

from training.mastery import Attempt
from web.practice.runs.runs import Mode

_SCHEDULER = Scheduler(
    learning_steps=(), relearning_steps=(), maximum_interval=180, enable_fuzzing=False
)
_NOON = time(12, tzinfo=UTC)
_EASY_FROM, _GOOD_FROM = 100, 90


def review_day(attempts: Iterable[Attempt]) -> date:
    """The day to run these attempts' scenario again. Raises IndexError when there are none."""
    ordered = sorted(attempts, key=lambda each: (each.day, each.passed, each.points, each.seed))
    card = Card(card_id=1, due=_noon(ordered[0].day))
    for attempt in ordered:
        card, _ = _SCHEDULER.review_card(card, _rating(attempt), _noon(attempt.day))
    return card.due.date()


def _noon(day: date) -> datetime:
    return datetime.combine(day, _NOON)


def _rating(attempt: Attempt) -> Rating:
    """How well it was remembered: without help and without a mistake is easy."""
    if not attempt.passed:
        return Rating.Again
    if attempt.points >= _EASY_FROM and attempt.mode == Mode.TEST:
        return Rating.Easy
    return Rating.Good if attempt.points >= _GOOD_FROM else Rating.Hard
