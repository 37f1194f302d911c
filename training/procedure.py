"""A run beside the official procedure: each expected step, when it was done, what spoilt it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from training.scorecard import Finding, Scorecard, StepResult, When
from training.steps import Step


class StepStatus(StrEnum):
    """How an expected step was done in the run."""

    IN_ORDER = "in_order"
    OTHER_ORDER = "other_order"  # before an earlier one, and nobody was the worse for it
    EARLY = "early"
    SKIPPED = "skipped"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Expected:
    """One step of the procedure, counted from 1.

    ``since_s``: world seconds from the start, None when it was skipped. ``before``: the title of
    the latest earlier step that was only done after it, "" when it was in order.
    """

    number: int
    step: Step
    status: StepStatus
    when: When | None
    since_s: float | None
    before: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All expected steps in order; ``beside`` are findings on steps this procedure has not."""

    steps: tuple[Expected, ...]
    beside: tuple[Finding, ...]


def compare(card: Scorecard, begin: datetime) -> Comparison:
    """The marks of a run that began at ``begin``, laid beside its procedure."""
    known = {result.step.id for result in card.steps}
    return Comparison(
        steps=tuple(_expected(card, place, begin) for place in range(len(card.steps))),
        beside=tuple(finding for finding in card.findings if finding.step not in known),
    )


def _expected(card: Scorecard, place: int, begin: datetime) -> Expected:
    result = card.steps[place]
    findings = _findings_at(card, result)
    overtaken = [] if result.in_order else _overtaken(card.steps[:place], result)
    spoilt = [*findings, *(one for each in overtaken for one in _findings_at(card, each))]
    return Expected(
        number=place + 1,
        step=result.step,
        status=_status(result, spoilt),
        when=result.when,
        since_s=(result.when.at - begin).total_seconds() if result.when else None,
        before=overtaken[-1].step.title if overtaken else "",
        findings=findings,
    )


def _findings_at(card: Scorecard, result: StepResult) -> tuple[Finding, ...]:
    return tuple(each for each in card.findings if each.step == result.step.id)


def _status(result: StepResult, spoilt: Sequence[Finding]) -> StepStatus:
    """Only a finding makes the order a mistake: what the plan leaves free is told as free."""
    if result.when is None:
        return StepStatus.SKIPPED if result.needed else StepStatus.NOT_NEEDED
    if result.in_order:
        return StepStatus.IN_ORDER
    return StepStatus.EARLY if spoilt else StepStatus.OTHER_ORDER


def _overtaken(earlier: Sequence[StepResult], result: StepResult) -> list[StepResult]:
    """The expected steps before it that were done after it, the last of them at the end."""
    seq = result.when.seq if result.when else 0
    late = [(each.when.seq, each) for each in earlier if each.when and each.when.seq > seq]
    return [each for _, each in sorted(late, key=lambda pair: pair[0])]
