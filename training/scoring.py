"""Marking a run: a pure function of the scenario and the log."""

from collections.abc import Sequence
from dataclasses import replace

from sandbox.ending import CLASS_OVER
from sandbox.events import WorldStarted
from sandbox.log import Entry
from training.era_fit import in_era
from training.missing import left_out
from training.obstacles import blocked, put_off
from training.remarks import remarks_on, when
from training.scenario import Scenario
from training.scorecard import PASS_MARK, Scorecard, StepResult
from training.steps import done
from training.story import Story, Task, replay

RUBRIC_VERSION = "2023.5"  # raised whenever the same log could be marked differently


def score(scenario: Scenario, log: Sequence[Entry]) -> Scorecard:
    """The marks of a run as far as its log goes.

    Points are 100 less what findings and hints cost. While the visit goes on they are no more
    than the share of the expected steps that are done, by weight; once it is over, whatever was
    left out is a finding, or part of one. Of a run that its class cut short nothing is held
    against anybody, and it is worth what was done.

    Raises:
        ValueError: the log is empty or does not begin with its start.
    """
    scenario = _as_played(scenario, log)
    story = replay(log, task_of(scenario))
    cut_short = story.outcome == CLASS_OVER
    steps = _steps(scenario, story)
    findings, observations = ((), ()) if cut_short else remarks_on(scenario, story, steps)
    points = max(0, 100 - sum(remark.points for remark in (*findings, *observations)))
    grave = any(finding.grave for finding in findings)
    enough = story.reached or put_off(story)
    done_with = story.closing is not None and not cut_short
    return Scorecard(
        points=points if done_with else min(points, _share_done(steps)),
        passed=done_with and enough and points >= PASS_MARK and not grave,
        findings=findings,
        observations=observations,
        steps=steps,
        outcome=story.outcome,
        duration_s=story.duration_s,
        rubric_version=RUBRIC_VERSION,
        blocked=blocked(story),
    )


def _as_played(scenario: Scenario, log: Sequence[Entry]) -> Scenario:
    """The scenario in the time of the world that was played."""
    start = log[0].fact if log else None
    return in_era(scenario, start.era) if isinstance(start, WorldStarted) else scenario


def task_of(scenario: Scenario) -> Task:
    """What the scenario asks for, as its story is told."""
    asked = frozenset(step.id for step in scenario.steps)
    return Task(scenario.target_minutes * 60, asked, scenario.outcome)


def _steps(scenario: Scenario, story: Story) -> tuple[StepResult, ...]:
    results, latest = [], 0
    for step in scenario.steps:
        moment = done(step.id, story)
        in_order = moment is None or moment.seq >= latest
        latest = max(latest, moment.seq) if moment else latest
        results.append(StepResult(step, when(moment) if moment else None, in_order))
    return _with_needs(story, results)


def _with_needs(story: Story, steps: Sequence[StepResult]) -> tuple[StepResult, ...]:
    """The same, told apart: what is missing, and what this visit had no place for."""
    if story.outcome in ("", CLASS_OVER):
        return tuple(steps)
    missing = {step.id for step in left_out(story, steps)}
    return tuple(replace(each, needed=bool(each.when) or each.step.id in missing) for each in steps)


def _share_done(steps: Sequence[StepResult]) -> int:
    """How much of the procedure is done, in whole per cent of its weight."""
    whole = sum(result.step.weight for result in steps)
    return 100 * sum(result.step.weight for result in steps if result.when) // whole
