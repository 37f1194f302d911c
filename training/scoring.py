"""Marking a run: a pure function of the scenario and the log."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sandbox.ending import CLASS_OVER, reaches
from sandbox.log import Entry, Fact
from training.era_fit import in_era
from training.rubric import DETECTORS, RubricEntry, rubric
from training.scenario import Scenario
from training.scorecard import Finding, Scorecard, StepResult, When
from training.steps import done
from training.story import Moment, Story, replay

RUBRIC_VERSION = "2023.3"  # raised whenever the same log could be marked differently
PASS_MARK = 80
HINTS = "tk.hint_used"
HINTS_COST_AT_MOST = 20


def score(scenario: Scenario, log: Sequence[Entry]) -> Scorecard:
    """The marks of a run as far as its log goes.

    Points are 100 less what findings and hints cost, and never more than the
    share of the expected steps that are done, by weight. Of a run that its class cut
    short nothing is held against anybody.

    Raises:
        ValueError: the log is empty or does not begin with its start.
    """
    story = replay(log, scenario.target_minutes * 60)
    scenario = in_era(scenario, story.end.era.name)
    outcome = story.end.desk.closed
    findings, observations = ((), ()) if outcome == CLASS_OVER else _remarks(scenario, story)
    steps = _steps(scenario, story)
    lost = sum(remark.points for remark in (*findings, *observations))
    points = max(0, min(_share_done(steps), 100 - lost))
    grave = any(finding.grave for finding in findings)
    return Scorecard(
        points=points,
        passed=points >= PASS_MARK and not grave and reaches(scenario.outcome, outcome),
        findings=findings,
        observations=observations,
        steps=steps,
        outcome=outcome,
        duration_s=story.duration_s,
        rubric_version=RUBRIC_VERSION,
    )


def _remarks(scenario: Scenario, story: Story) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Findings and observations, each without those that a finding swallows."""
    found = {entry: moments for entry in rubric().values() if (moments := seen(entry, story))}
    costing = [entry for entry in found if costs(entry, scenario)]
    swallowed = {name for entry in costing for name in entry.swallows}
    counted = [entry for entry in found if entry.id not in swallowed]
    findings = (_finding(entry, found[entry]) for entry in counted if entry in costing)
    observations = (_observation(entry, found[entry]) for entry in counted if entry not in costing)
    return _in_order(findings), _in_order(observations)


def seen(entry: RubricEntry, story: Story) -> Sequence[Moment[Fact]]:
    """When the story shows that mistake; () when it does not."""
    return story.refused(entry.rules) if entry.rules else DETECTORS[entry.id](story)


def costs(entry: RubricEntry, scenario: Scenario) -> bool:
    """Whether that mistake costs points in that scenario."""
    usual = entry.usual and entry.id not in scenario.unmarked
    return entry.points > 0 and (usual or entry.id in scenario.marked)


def _in_order(remarks: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(remarks, key=lambda remark: remark.when.seq))


def _observation(entry: RubricEntry, seen: Sequence[Moment[Fact]]) -> Finding:
    hints = min(HINTS_COST_AT_MOST, entry.points * len(seen)) if entry.id == HINTS else 0
    return replace(_finding(entry, seen), points=hints, grave=False)


def _finding(entry: RubricEntry, seen: Sequence[Moment[Fact]]) -> Finding:
    return Finding(
        rule=entry.id,
        title=entry.title,
        clause=entry.clause,
        step=entry.step,
        when=_when(seen[0]),
        times=len(seen),
        happened=entry.happened,
        suffers=entry.suffers,
        instead=entry.instead,
        points=entry.points,
        grave=entry.grave,
    )


def _when(moment: Moment[Fact]) -> When:
    return When(moment.seq, moment.at)


def _steps(scenario: Scenario, story: Story) -> tuple[StepResult, ...]:
    results, latest = [], 0
    for step in scenario.steps:
        moment = done(step.id, story)
        in_order = moment is None or moment.seq >= latest
        latest = max(latest, moment.seq) if moment else latest
        results.append(StepResult(step, _when(moment) if moment else None, in_order))
    return tuple(results)


def _share_done(steps: Sequence[StepResult]) -> int:
    """How much of the procedure is done, in whole per cent of its weight."""
    whole = sum(result.step.weight for result in steps)
    return 100 * sum(result.step.weight for result in steps if result.when) // whole
