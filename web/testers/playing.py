"""What testers' worlds are made of: the package's scenarios alone.

A tester belongs to no unit, and a test has to run against any server, so what an office has written
is refused by name, whether or not somebody has written it.
"""

from training.scenario import Scenario, catalogue
from web.practice.scenarios.service import PREFIX
from web.testers.problems import ApiError

OWN = (
    "ids like this one are of scenarios an office has written; testers play those of the package, "
    "so that a test runs on any server"
)


def played(scenario_id: str) -> Scenario:
    """The scenario a world can be made of; 400 saying why there is none."""
    found = catalogue().get(scenario_id)
    if found is None:
        why = (
            f"No world is made of this: {OWN}."
            if is_own(scenario_id)
            else "No scenario has that id."
        )
        raise ApiError(400, f"{why} GET /scenarios lists them.")
    return found


def still_played(scenario_id: str) -> Scenario:
    """The scenario a world was made of; 409 once this version of motcua has it no longer."""
    found = catalogue().get(scenario_id)
    if found is None:
        raise ApiError(409, "This version of motcua no longer has the scenario of that world.")
    return found


def is_own(scenario_id: str) -> bool:
    """Whether the id is one of those that only what offices write can have."""
    return scenario_id.startswith(PREFIX)
