"""A run exported as a pytest file does the same again, in a world of its own."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

from motcua.testkit.client import Simulator, World
from sandbox.log import Entry
from tests.app.refused import REAL_PHONE
from tests.app.tester_api.driving import TOKEN, Driver
from tests.app.tester_api.serving import served
from tests.core.training.mistakes import attachment, code, form_data
from tests.core.training.robot import Clerk
from training.scenario import catalogue
from training.scoring import score
from web.shell.config import Settings
from web.testers import pytest_file

MISTAKEN = (
    attachment.AttachesAHeavyFile,
    code.GuessesUntilTheCodeIsLocked,
    code.TypesAnExpiredCode,
    code.TypesTheOlderCode,
    form_data.TypesAnotherNumber,
)


@contextmanager
def simulator(settings: Settings) -> Iterator[Simulator]:
    with served(settings) as address:
        yield Simulator(address, TOKEN)


def repeat(simulator: Simulator, log: Sequence[Entry]) -> World:
    """Run the file as pytest would: with the world its marker asks for."""
    names: dict[str, Any] = {}
    exec(compile(pytest_file.render(log), "test_again.py", "exec"), names)  # noqa: S102  # this is what it is for
    (test,) = (value for name, value in names.items() if name.startswith("test_"))
    (marker,) = test.pytestmark
    world = simulator.create(**marker.kwargs)
    test(world)
    return world


ACCOUNTS = [each.id for each in catalogue().values() if each.setup.topics == ("account",)]


@pytest.mark.parametrize("scenario", ACCOUNTS)
def test_a_perfect_run_is_perfect_again(settings: Settings, scenario: str) -> None:
    robot = Clerk(catalogue()[scenario])
    robot.serve()
    with simulator(settings) as sim:
        assert repeat(sim, robot.log).score().points == 100


@pytest.mark.parametrize("kind", MISTAKEN)
def test_the_same_mistake_costs_the_same_again(settings: Settings, kind: type[Clerk]) -> None:
    robot = kind()
    robot.serve()
    with simulator(settings) as sim:
        again = repeat(sim, robot.log).score()
    assert again.points == score(robot.task, robot.log).points < 100


def test_the_api_gives_the_file_of_a_world(tester: Driver) -> None:
    world = tester.world()
    tester.serving(world).up_to_code()
    answer = tester.call("GET", f"/worlds/{world['id']}/pytest")
    assert answer.mimetype == "text/x-python"
    text = answer.get_data(as_text=True)
    compile(text, "test_again.py", "exec")
    assert re.search(r"assert world\.score\(\)\.points == \d+\n$", text)
    assert "clerk.send_code()" in text


def test_what_was_typed_wrongly_is_not_told(tester: Driver) -> None:
    world = tester.world()
    clerk = tester.serving(world)
    clerk.up_to_look_up()
    clerk.press("tai-xuong", phone=REAL_PHONE)
    text = tester.call("GET", f"/worlds/{world['id']}/pytest").get_data(as_text=True)
    assert REAL_PHONE not in text
    assert "with pytest.raises(StepRefusedError):" in text
    assert "points ==" not in text
