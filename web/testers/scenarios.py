"""What testers' worlds are made of: the package's scenarios alone.

A tester belongs to no unit, and a test has to run against any server, so what an office has written
is refused by name, whether or not somebody has written it.
"""

from collections.abc import Sequence

from training.era_fit import in_era, why_not_now
from training.scenario import Scenario, catalogue
from web.practice.scenarios.service import PREFIX
from web.testers.problems import ApiError

OFFICE_SCENARIO = (
    "ids like this one are of scenarios an office has written; testers play those of the package, "
    "so that a test runs on any server"
)


def scenario_or_400(scenario_id: str) -> Scenario:
    """The scenario a world can be made of. Raises ApiError 400 saying why there is none."""
    scenario = catalogue().get(scenario_id)
    if scenario is None:
        reason = (
            f"No world is made of this: {OFFICE_SCENARIO}."
            if is_office_scenario(scenario_id)
            else "No scenario has that id."
        )
        raise ApiError(400, f"{reason} GET /scenarios lists them.")
    return scenario


def out_of_time(scenario: Scenario, era: str, topics: Sequence[str]) -> str:
    """Why a world of that era cannot play the scenario, in Vietnamese; "" when it can.

    A world about other topics than the scenario's own does not play its procedure.
    """
    played = not set(topics).isdisjoint(scenario.setup.topics)
    return why_not_now(in_era(scenario, era)) if played else ""


def scenario_or_409(scenario_id: str) -> Scenario:
    """The scenario of a world. Raises ApiError 409: this version of motcua has it no longer."""
    scenario = catalogue().get(scenario_id)
    if scenario is None:
        raise ApiError(409, "This version of motcua no longer has the scenario of that world.")
    return scenario


def is_office_scenario(scenario_id: str) -> bool:
    """Whether the id is one of those that only what offices write can have."""
    return scenario_id.startswith(PREFIX)
