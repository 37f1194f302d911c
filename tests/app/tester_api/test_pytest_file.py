"""A run exported as a pytest file does the same again, in a world of its own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from motcua.sandbox.log import Entry
from motcua.testkit.client import Simulator, World
from motcua.training.scenario import catalogue
from motcua.web.config import Settings
from motcua.web.tester_api import pytest_file
from tests.app.tester_api.driving import TOKEN, Driver
from tests.app.tester_api.serving import served
from tests.core.training.mistakes import code, procedure
from tests.core.training.robot import Clerk


@contextmanager
def simulator(settings: Settings) -> Iterator[Simulator]:
    with served(settings) as address:
        yield Simulator(address, TOKEN)


def repeat(simulator: Simulator, log: Sequence[Entry]) -> World:
    """Run the file as pytest would: with the world its marker asks for."""
    names: dict[str, Any] = {}
    exec(compile(pytest_file.written(log), "test_again.py", "exec"), names)  # noqa: S102  # this is what it is for
    (test,) = (value for name, value in names.items() if name.startswith("test_"))
    (marker,) = test.pytestmark
    world = simulator.create(**marker.kwargs)
    test(world)
    return world


@pytest.mark.parametrize("scenario", list(catalogue()))
def test_a_perfect_run_is_perfect_again(settings: Settings, scenario: str) -> None:
    robot = Clerk(catalogue()[scenario])
    robot.serve()
    with simulator(settings) as sim:
        assert repeat(sim, robot.log).score().points == 100
