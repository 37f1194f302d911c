"""What an office's own scenario proves: what those of the package prove that it asks all of.

A certificate means the same in every office, so the package's scenarios are the reference: an own
one proves a competency while it asks for everything that some scenario of the package asks for
which proves it (ADR 0012). Whoever wrote it, and what it was copied from, plays no part.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from training.demands import Gap, covers, find_gaps
from training.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Verdict:
    """``proves`` and ``practises`` are the competencies it names, told apart, in its order.

    ``reference`` is the package's scenario it is nearest to, and ``gaps`` what that one asks for
    beyond it; both concern ``practises`` while there is anything in it.
    """

    proves: tuple[str, ...]
    practises: tuple[str, ...]
    reference: Scenario | None
    gaps: tuple[Gap, ...]


def proven_competencies(scenario: Scenario, package: Iterable[Scenario]) -> frozenset[str]:
    """The competencies that a pass in ``scenario`` proves."""
    found: set[str] = set()
    for reference in package:
        named = set(scenario.competencies) & set(reference.competencies)
        if named - found and covers(scenario, reference):
            found |= named
    return frozenset(found)


def judge(scenario: Scenario, package: Sequence[Scenario], based_on: str = "") -> Verdict:
    """The same for its author; ``based_on`` breaks ties between those it is equally near to."""
    found = proven_competencies(scenario, package)
    practises = tuple(each for each in scenario.competencies if each not in found)
    wanted = set(practises or scenario.competencies)
    near = [each for each in package if wanted & set(each.competencies)]
    ranked = ((find_gaps(scenario, each), each) for each in near)
    gaps, reference = min(
        ranked, key=lambda pair: (len(pair[0]), pair[1].id != based_on), default=((), None)
    )
    proves = tuple(each for each in scenario.competencies if each in found)
    return Verdict(proves, practises, reference, gaps)


def competencies_to_renew(
    earlier: Scenario, later: Scenario, package: Iterable[Scenario]
) -> frozenset[str]:
    """What has to be proved again once ``later`` is the newest version, and ``earlier`` was passed.

    A version that proves nothing takes nothing away.
    """
    competencies = (gap.touches for gap in find_gaps(earlier, later))
    return frozenset[str]().union(*competencies) & proven_competencies(later, package)
