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
    EARLY = "early"
    SKIPPED = "skipped"


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
    return Expected(
        number=place + 1,
        step=result.step,
        status=_status(result),
        when=result.when,
        since_s=(result.when.at - begin).total_seconds() if result.when else None,
        before="" if result.in_order else _overtaken(card.steps[:place], result),
        findings=tuple(each for each in card.findings if each.step == result.step.id),
    )


def _status(result: StepResult) -> StepStatus:
    if result.when is None:
        return StepStatus.SKIPPED
    return StepStatus.IN_ORDER if result.in_order else StepStatus.EARLY


def _overtaken(earlier: Sequence[StepResult], result: StepResult) -> str:
    """The expected step before it that was done last, and after it."""
    done = [(each.when.seq, each.step.title) for each in earlier if each.when]
    seq = result.when.seq if result.when else 0
    return max((each for each in done if each[0] > seq), default=(0, ""))[1]
