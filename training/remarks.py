"""What is said about a run: findings that cost points, observations that do not.

Of a finished visit, a step that was left out is either explained by a mistake, which then costs at
least as much as the step is worth, or a finding of its own.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from sandbox.events import VisitClosed
from sandbox.log import Fact
from training import truth
from training.causes import Seen, told_as_broken_off, told_by_cause
from training.guided import refused
from training.missing import left_out
from training.rubric import DETECTORS, RubricEntry, rubric
from training.rubric.entry import EVERYTHING, SAYS, Harm
from training.scenario import Scenario
from training.scorecard import PASS_MARK, Finding, StepResult, When
from training.steps import Step
from training.story import Moment, Story

HINTS = "tk.hint_used"
HINTS_COST_AT_MOST = 20
ENDED_OTHERWISE = "tk.ended_otherwise"

Remarks = tuple[Finding, ...]


def remarks_on(
    scenario: Scenario, story: Story, steps: Sequence[StepResult]
) -> tuple[Remarks, Remarks]:
    """Findings and observations in order of time, each without those that a finding swallows."""
    found = {entry: moments for entry in rubric().values() if (moments := seen(entry, story))}
    counted = told_by_cause(story, found, [each for each in found if costs(each, scenario)])
    costing = [each for each in counted if costs(each, scenario)]
    counted = told_as_broken_off(counted, costing, steps)
    findings, unexplained = _findings(scenario, counted, left_out(story, steps), steps)
    findings += [
        _of_step(step, end, steps) for step in unexplained for end in story.of(VisitClosed)[:1]
    ]
    observations = [
        _observation(each, counted[each], _asked(steps)) for each in _free(counted, scenario)
    ]
    return _in_order(findings), _in_order(_needed(observations, findings))


def costs(entry: RubricEntry, scenario: Scenario) -> bool:
    """Whether that mistake costs points in that scenario."""
    usual = entry.usual and entry.id not in scenario.unmarked
    return entry.points > 0 and (usual or entry.id in scenario.marked)


def when(moment: Moment[Fact]) -> When:
    """Where in the log that was."""
    return When(moment.seq, moment.at)


def seen(entry: RubricEntry, story: Story) -> Sequence[Moment[Fact]]:
    """When the story shows that mistake; () when it does not."""
    return refused(story, entry.rules) if entry.rules else DETECTORS[entry.id](story)


def _free(counted: Seen, scenario: Scenario) -> Iterator[RubricEntry]:
    return (entry for entry in counted if not costs(entry, scenario))


def _findings(
    scenario: Scenario, counted: Seen, missing: Sequence[Step], steps: Sequence[StepResult]
) -> tuple[list[Finding], list[Step]]:
    """What was done wrong, each with the missing steps it explains; and the steps left over."""
    findings, left = [], list(missing)
    for entry in sorted(counted, key=_explains_least):
        explained = [step for step in left if _explains(entry, step)]
        left = [step for step in left if step not in explained]
        if costs(entry, scenario):
            finding = _finding(entry, counted[entry], _asked(steps))
            worth = sum(_worth(step, steps) for step in explained)
            findings.append(replace(finding, points=max(entry.points, worth)))
    return findings, left


def _explains_least(entry: RubricEntry) -> tuple[bool, int]:
    """The closest explanation first; of those for everything the heaviest."""
    return EVERYTHING in entry.explains, -entry.points


def _explains(entry: RubricEntry, step: Step) -> bool:
    return not {step.id, EVERYTHING}.isdisjoint((entry.step, *entry.explains))


def _worth(step: Step, steps: Sequence[StepResult]) -> int:
    """The step's part of the whole procedure, in per cent and at least one."""
    whole = sum(each.step.weight for each in steps)
    return max(1, round(100 * step.weight / whole))


def _asked(steps: Sequence[StepResult]) -> Set[str]:
    return {each.step.id for each in steps}


def _finding(entry: RubricEntry, seen: Sequence[Moment[Fact]], asked: Set[str]) -> Finding:
    return Finding(
        rule=entry.id,
        title=entry.title,
        clause=_clause(entry, seen[0], asked),
        step=entry.or_step if entry.or_step in asked and entry.step not in asked else entry.step,
        when=when(seen[0]),
        times=len(seen),
        happened=entry.happened,
        suffers=entry.suffers,
        instead=entry.instead,
        points=entry.points,
        grave=entry.grave,
        weighs=entry.weighs,
        spoils=entry.spoils,
    )


def _clause(entry: RubricEntry, moment: Moment[Fact], asked: Set[str]) -> str:
    """The clause for that visit: S2-08 is about branch 1, S0-13 about handing over …"""
    for step, clause in entry.by_step:
        if step in asked:
            return clause
    return dict(entry.by_branch).get(truth.branch(moment.before, moment.at), entry.clause)


def _of_step(step: Step, end: Moment[VisitClosed], steps: Sequence[StepResult]) -> Finding:
    """A step that was left out, for no reason that has an entry of its own."""
    return Finding(
        rule=f"step.{step.id}",
        title=f"Chưa làm bước “{step.title}”",
        clause=step.clause,
        step=step.id,
        when=when(end),
        times=1,
        happened=f"Anh/chị kết thúc lượt mà chưa làm bước “{step.title}”.",
        suffers="Công dân thiếu một việc mà quy trình dành cho họ.",
        instead=step.hint,
        points=_worth(step, steps),
        grave=False,
        weighs=SAYS[Harm.LATER],
    )


def _observation(entry: RubricEntry, seen: Sequence[Moment[Fact]], asked: Set[str]) -> Finding:
    hints = min(HINTS_COST_AT_MOST, entry.points * len(seen)) if entry.id == HINTS else 0
    return replace(_finding(entry, seen, asked), points=hints, grave=False, weighs="")


def _needed(observations: Sequence[Finding], findings: Sequence[Finding]) -> list[Finding]:
    """How the visit ended is only said where no finding says why it was not passed."""
    told = any(each.points > 100 - PASS_MARK or each.grave for each in findings)
    return [each for each in observations if not (told and each.rule == ENDED_OTHERWISE)]


def _in_order(remarks: Iterable[Finding]) -> Remarks:
    return tuple(sorted(remarks, key=lambda remark: remark.when.seq))
