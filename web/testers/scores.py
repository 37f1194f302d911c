"""The marks of a run in the API's shape."""

from collections.abc import Sequence

from sandbox.log import Entry
from training import scorecard
from training.scoring import score
from web.testers.scenarios import scenario_or_409
from web.testers.shapes.runs import Finding, Score, StepDone


def marks(scenario_id: str, log: Sequence[Entry]) -> Score:
    """The marks as far as the log goes; 409 when its scenario is no longer there."""
    card = score(scenario_or_409(scenario_id), log)
    return Score(
        points=card.points,
        passed=card.passed,
        outcome=card.outcome,
        duration_s=card.duration_s,
        findings=[_finding(one) for one in card.findings],
        observations=[_finding(one) for one in card.observations],
        steps=[_step(one) for one in card.steps],
        rubric_version=card.rubric_version,
    )


def _finding(one: scorecard.Finding) -> Finding:
    return Finding(
        rule=one.rule,
        title=one.title,
        clause=one.clause,
        step=one.step,
        seq=one.when.seq,
        times=one.times,
        happened=one.happened,
        suffers=one.suffers,
        instead=one.instead,
        points=one.points,
        grave=one.grave,
    )


def _step(one: scorecard.StepResult) -> StepDone:
    return StepDone(
        id=one.step.id,
        title=one.step.title,
        clause=one.step.clause,
        seq=one.when.seq if one.when else None,
        in_order=one.in_order,
    )
