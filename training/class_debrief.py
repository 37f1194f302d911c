"""Many runs of the same kind told as one: where most went wrong, without a single name."""

from collections.abc import Sequence
from dataclasses import dataclass

from training.scorecard import Finding, Scorecard


@dataclass(frozen=True, slots=True)
class Common:
    """One finding as it occurred in ``runs`` of all runs; ``share`` is between 0 and 1."""

    finding: Finding
    runs: int
    share: float


@dataclass(frozen=True, slots=True)
class ClassDebrief:
    """``count`` runs, ``passed`` of them; the findings of most runs first, the graver before."""

    count: int
    passed: int
    clean: int
    findings: tuple[Common, ...]


def debrief_class(cards: Sequence[Scorecard]) -> ClassDebrief:
    """The marks of many runs, put together; each finding counts once a run."""
    seen: dict[str, list[Finding]] = {}
    for card in cards:
        for finding in card.findings:
            seen.setdefault(finding.rule, []).append(finding)
    common = (_common(found, len(cards)) for found in seen.values())
    return ClassDebrief(
        count=len(cards),
        passed=sum(card.passed for card in cards),
        clean=sum(not card.findings for card in cards),
        findings=tuple(sorted(common, key=_order)),
    )


def _common(found: Sequence[Finding], count: int) -> Common:
    return Common(found[0], len(found), len(found) / count)


def _order(common: Common) -> tuple[int, bool, int, str]:
    finding = common.finding
    return -common.runs, not finding.grave, -finding.points, finding.rule
