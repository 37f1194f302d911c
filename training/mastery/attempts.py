"""A run as mastery sees it, and what a scenario proves."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from training.proving import competencies_to_renew, proven_competencies
from training.scenario import Scenario


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
class Part:
    """What one version of a scenario is to those who passed it.

    ``practises`` the competencies it names, ``proves`` what a pass proved, ``still`` what it proves
    beside today's version.
    """

    practises: frozenset[str] = frozenset()
    proves: frozenset[str] = frozenset()
    still: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proof:
    """What a scenario proves: its present ``version``, and the ids of its ``competencies``.

    ``practises`` are those it names without proving them. ``earlier`` are earlier versions by
    number; one that is not there proved the same and proves nothing now. ``offered``: whether the
    person's unit can practise it.
    """

    title: str
    version: int
    competencies: frozenset[str]
    practises: frozenset[str] = frozenset()
    earlier: Mapping[int, Part] = field(default_factory=dict)
    offered: bool = True

    def part(self, version: int) -> Part:
        """What that version is to those who passed it."""
        if version >= self.version:
            return Part(self.practises | self.competencies, self.competencies, self.competencies)
        return self.earlier.get(version, Part(self.competencies, self.competencies))


def proofs(scenarios: Mapping[str, Scenario]) -> dict[str, Proof]:
    """What each scenario of the package proves, in the order they are best practised."""
    return {
        each.id: Proof(each.title, each.version, frozenset(each.competencies))
        for each in scenarios.values()
    }


def own_proof(
    versions: Mapping[int, Scenario], package: Collection[Scenario], *, offered: bool
) -> Proof:
    """What an office's own scenario proves; ``versions`` hold at least the newest."""
    number, newest = max(versions.items(), key=lambda pair: pair[0])
    competencies = proven_competencies(newest, package)
    return Proof(
        title=newest.title,
        version=number,
        competencies=competencies,
        practises=frozenset(newest.competencies) - competencies,
        earlier={key: _part(each, newest, package) for key, each in versions.items()},
        offered=offered,
    )


def _part(earlier: Scenario, newest: Scenario, package: Collection[Scenario]) -> Part:
    proves = proven_competencies(earlier, package)
    still = proves - competencies_to_renew(earlier, newest, package)
    return Part(frozenset(earlier.competencies), proves, still)


def best(attempts: Iterable[Attempt]) -> dict[str, Attempt]:
    """The best attempt of each scenario: a later failure never stands in front of a pass."""
    found: dict[str, Attempt] = {}
    for attempt in attempts:
        best_so_far = found.get(attempt.scenario)
        if best_so_far is None or _rank(attempt) > _rank(best_so_far):
            found[attempt.scenario] = attempt
    return found


def _rank(attempt: Attempt) -> tuple[bool, int, date, str]:
    return attempt.passed, attempt.points, attempt.day, attempt.seed
