"""Whatever a careful clerk does beside the procedure, and the citizen unasked, accuses nobody."""

import pytest

from tests.core.training.robot import Clerk
from tests.core.training.walks.account_detours import ACCOUNT
from tests.core.training.walks.free_ways import FREE
from tests.core.training.walks.vneid_detours import VNEID
from tests.core.training.walks.wanderer import Detour, wanderer
from training.debrief import debrief
from training.procedure import StepStatus, compare
from training.scenario import Scenario, catalogue
from training.scoring import score

DETOURS = {"account": ACCOUNT, "vneid": VNEID}
SCENARIOS = catalogue().values()
EVERY_SCENARIO = pytest.mark.parametrize("scenario", SCENARIOS, ids=catalogue())
PLAYED = pytest.mark.parametrize("played", [False, True], ids=["scripted", "played"])


def detours_in(scenario: Scenario) -> list[Detour]:
    return [each for topic in scenario.setup.topics for each in DETOURS[topic]]


def accuses_nobody(clerk: Clerk) -> bool:
    """Served to the end, the visit is told as one in which nothing was wrong."""
    clerk.serve()
    marks = score(clerk.task, clerk.log)
    assert [each.rule for each in marks.findings] == []
    assert (marks.points, marks.passed) == (100, True)
    statuses = {each.status for each in compare(marks, clerk.log[0].at).steps}
    told = debrief(clerk.task, clerk.log, marks)
    return not statuses & {StepStatus.EARLY, StepStatus.SKIPPED} and not told.findings


@EVERY_SCENARIO
@PLAYED
@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5, 6])
def test_a_walk_of_many_detours(scenario: Scenario, seed: int, played: bool) -> None:
    detours = detours_in(scenario)
    assert accuses_nobody(wanderer(scenario, seed, detours, rarely=6, played=played))


@EVERY_SCENARIO
@PLAYED
def test_each_detour_alone_and_often(scenario: Scenario, played: bool) -> None:
    for detour in detours_in(scenario):
        assert accuses_nobody(wanderer(scenario, 8, [detour], rarely=2, played=played))


@pytest.mark.parametrize("way", FREE, ids=lambda way: way.__name__)
def test_a_way_the_plans_leave_free(way: type[Clerk]) -> None:
    assert accuses_nobody(way())


@pytest.mark.parametrize("topic", DETOURS)
def test_every_detour_is_taken_somewhere(topic: str) -> None:
    taken: set[Detour] = set()
    for scenario in SCENARIOS:
        if topic in scenario.setup.topics:
            clerk = wanderer(scenario, 5, DETOURS[topic], rarely=4, played=False)
            clerk.serve()
            taken |= clerk.gone
    assert {each.name for each in DETOURS[topic]} == {each.name for each in taken}
