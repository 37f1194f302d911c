"""Calls that play the people at the desk: the citizen, and the clerk's part beside the portal."""

from typing import Any

from sandbox.log import Actor
from web.testers.calls import call
from web.testers.shapes.commands import CITIZEN_COMMANDS, CLERK_COMMANDS
from web.testers.shapes.steps import CitizenStep, ClerkStep, StepTaken
from web.testers.steps import take


@call("POST", "/worlds/<world_id>/citizen/steps", body=CitizenStep, response=StepTaken)
def take_citizen_step(world_id: str, body: Any) -> StepTaken:
    """Take a step on the citizen's side: the telephone, VNeID, the public portal, the police.

    A step that is refused answers 409 with the screen's own sentences, and stands in the log.
    """
    events = take(world_id, body.root, CITIZEN_COMMANDS, Actor.CITIZEN)
    return StepTaken(events=events)


@call("POST", "/worlds/<world_id>/clerk/steps", body=ClerkStep, response=StepTaken)
def take_clerk_step(world_id: str, body: Any) -> StepTaken:
    """Take a step at the desk: say a phrase, or note what the check at arrival found.

    A step that is refused answers 409 with the screen's own sentences, and stands in the log.
    """
    events = take(world_id, body.root, CLERK_COMMANDS, Actor.CLERK)
    return StepTaken(events=events)
