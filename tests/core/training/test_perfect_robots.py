"""A clerk who does what the plan asks gets every point, in every scenario, with any citizen."""

import pytest

from tests.core.training.careful import careful
from tests.core.training.robot import marks_of
from training.scenario import Scenario, catalogue

EVERY_SCENARIO = pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())


@EVERY_SCENARIO
@pytest.mark.parametrize("seed", [1, 2, 7, 2022, 999_983])
def test_a_careful_clerk_gets_100_points_and_no_finding(scenario: Scenario, seed: int) -> None:
    marks = marks_of(careful(scenario, seed))
    assert (marks.findings, marks.observations) == ((), ())
    assert [result.step.id for result in marks.steps if not (result.when and result.in_order)] == []
    assert (marks.points, marks.passed, marks.outcome) == (100, True, scenario.outcome)


@EVERY_SCENARIO
def test_a_careful_clerk_keeps_to_the_target_time(scenario: Scenario) -> None:
    assert 0 < marks_of(careful(scenario)).duration_s <= scenario.target_minutes * 60
