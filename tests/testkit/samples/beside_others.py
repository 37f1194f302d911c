"""A tester whose own packages are called what the office's rooms are called."""

import rostering
import sandbox
import training
import web
from motcua.testkit.client import Simulator, World


def test_they_stay_the_testers_own_and_the_office_answers(
    sim_server: Simulator, world: World
) -> None:
    for package in (rostering, sandbox, training, web):
        assert package.__doc__ == "The tester's own."
    assert sim_server.scenarios()
    assert world.citizen.full_name
