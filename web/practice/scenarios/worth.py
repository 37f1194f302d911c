"""Whether passing a scenario of the unit's own counts for a competency, in words for its author."""

from collections.abc import Iterable
from dataclasses import dataclass

from training.competencies import COMPETENCIES
from training.proving import competencies_to_renew, judge, proven_competencies
from training.scenario import Scenario, catalogue

_NAMED_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class Worth:
    """What a version counts for; titles of competencies throughout.

    ``lacks`` is what the package's scenario ``measure`` asks for and this one does not, of which
    ``more`` are left unsaid. ``again`` is what those who passed the last version must prove anew.
    """

    proves: tuple[str, ...]
    practises: tuple[str, ...]
    measure: str
    lacks: tuple[str, ...]
    more: int
    again: tuple[str, ...] = ()


def worth(scenario: Scenario, based_on: str = "", before: Scenario | None = None) -> Worth:
    """What it counts for; ``before`` is the version it is to follow."""
    package = tuple(catalogue().values())
    found = judge(scenario, package, based_on)
    lost = (
        proven_competencies(before, package) & competencies_to_renew(before, scenario, package)
        if before
        else ()
    )
    return Worth(
        proves=_titles(found.proves),
        practises=_titles(found.practises),
        measure=found.reference.title if found.reference else "",
        lacks=tuple(each.words for each in found.gaps[:_NAMED_AT_MOST]),
        more=len(found.gaps[_NAMED_AT_MOST:]),
        again=_titles(key for key in COMPETENCIES if key in lost),
    )


def counts(scenario: Scenario) -> bool:
    """Whether passing it counts for any competency."""
    package = catalogue()
    return scenario.id in package or bool(proven_competencies(scenario, package.values()))


def _titles(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(COMPETENCIES[key] for key in keys)
