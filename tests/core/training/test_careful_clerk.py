"""The careful clerk knows every step, and serves every scenario without a mistake."""

from datetime import timedelta

import pytest

from sandbox.log import Actor
from sandbox.world import carry_on, fold_log, handle, record
from tests.core.play import MORNING, KnownChance
from training.careful_clerk import ACTIONS, next_action
from training.scenario import Scenario, catalogue, opening
from training.scorecard import Scorecard
from training.scoring import score
from training.steps import known_steps

ACTION_TIME = timedelta(seconds=4)
MAX_ACTIONS = 80  # actions after which the clerk has lost the way


def served(scenario: Scenario, seed: int) -> Scorecard:
    """The marks of a run in which the careful clerk did everything."""
    now, chance = MORNING, KnownChance()
    log = record(None, opening(scenario, seed), Actor.SYSTEM, now)
    world = fold_log(log)
    for _ in range(MAX_ACTIONS):
        action = next_action(scenario, log)
        if action is None:
            return score(scenario, log)
        now += ACTION_TIME + timedelta(seconds=action.wait_s)
        facts = handle(world, action.command, now, chance).facts
        entries = record(world, facts, Actor.CLERK, now)
        log += entries
        world = carry_on(world, entries)
    raise AssertionError(f"never done with {scenario.id}")


@pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())
@pytest.mark.parametrize("seed", [3, 2023])
def test_every_scenario_is_served_to_the_full_marks(scenario: Scenario, seed: int) -> None:
    marks = served(scenario, seed)
    assert (marks.findings, marks.observations) == ((), ())
    assert (marks.points, marks.passed, marks.outcome) == (100, True, scenario.outcome)


def test_no_step_is_beyond_the_careful_clerk() -> None:
    assert ACTIONS.keys() == known_steps().keys()
