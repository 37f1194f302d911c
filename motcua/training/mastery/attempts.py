"""A run as mastery sees it, and what a scenario proves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from motcua.training.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Attempt:
    """One marked run. ``day`` is its day in Viet Nam, ``seed`` names the world that was drawn.

    ``points`` 0 to 100; ``mode`` is "luyen" or "kiem_tra".
    """

    scenario: str
    version: int
    mode: str
    seed: str
    day: date
    passed: bool
    points: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What a scenario proves: its present ``version``, and the ids of its ``competencies``."""

    title: str
    version: int
    competencies: frozenset[str]


def proofs(scenarios: Mapping[str, Scenario]) -> dict[str, Proof]:
    """What each scenario proves, in the order they are best practised."""
    return {
        each.id: Proof(each.title, each.version, frozenset(each.competencies))
        for each in scenarios.values()
    }


def best(attempts: Iterable[Attempt]) -> dict[str, Attempt]:
    """The best attempt of each scenario: a later failure never stands in front of a pass."""
    found: dict[str, Attempt] = {}
    for attempt in attempts:
        held = found.get(attempt.scenario)
        if held is None or _rank(attempt) > _rank(held):
            found[attempt.scenario] = attempt
    return found


def _rank(attempt: Attempt) -> tuple[bool, int, date, str]:
    return attempt.passed, attempt.points, attempt.day, attempt.seed
