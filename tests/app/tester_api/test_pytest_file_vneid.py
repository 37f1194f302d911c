"""A visit about VNeID, exported as a pytest file, does the same again and earns the same marks."""

from types import ModuleType

import pytest

from tests.app.tester_api.test_pytest_file import repeat, simulator
from tests.core.training.careful import careful
from tests.core.training.mistakes import arrival, own_hands, vneid, vneid_endings
from tests.core.training.robot import Clerk
from training.scenario import catalogue
from training.scoring import score
from web.shell.config import Settings

VNEID = [each.id for each in catalogue().values() if "vneid" in each.setup.topics]


def mistaken(task: ModuleType) -> list[type[Clerk]]:
    clerks = (one for one in vars(task).values() if isinstance(one, type))
    return [one for one in clerks if issubclass(one, Clerk) and one.finding]


@pytest.mark.parametrize("scenario", VNEID)
def test_a_perfect_visit_is_perfect_again(settings: Settings, scenario: str) -> None:
    robot = careful(catalogue()[scenario])
    robot.serve()
    with simulator(settings) as sim:
        assert repeat(sim, robot.log).score().points == 100


@pytest.mark.parametrize("task", [arrival, own_hands, vneid, vneid_endings])
def test_the_same_mistakes_cost_the_same_again(settings: Settings, task: ModuleType) -> None:
    with simulator(settings) as sim:
        for kind in mistaken(task):
            robot = kind()
            robot.serve()
            again = repeat(sim, robot.log).score()
            assert again.points == score(robot.task, robot.log).points, kind.__name__
            assert [one.rule for one in again.findings] == [robot.finding], kind.__name__
