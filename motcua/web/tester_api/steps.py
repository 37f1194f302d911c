"""Steps that a program takes in the citizen's or the clerk's stead, by their names."""

from collections.abc import Mapping

from pydantic import BaseModel

from motcua.sandbox import arrival, desk
from motcua.sandbox.citizen_side import STEPS
from motcua.sandbox.log import Actor
from motcua.web.database import db
from motcua.web.tester_api import run_file
from motcua.web.tester_api.held import own_record
from motcua.web.tester_api.problems import step_refused
from motcua.web.tester_api.shapes.runs import Event
from motcua.web.worlds import service

CITIZEN_COMMANDS: Mapping[str, type] = {step.name: command for command, step in STEPS.items()}
CLERK_COMMANDS: Mapping[str, type] = {
    "say": desk.Say,
    "note_arrival": arrival.NoteArrival,
    "choose_branch": arrival.ChooseBranch,
    "hand_over": arrival.HandOver,
    "refer": arrival.Refer,
    "send_number": arrival.SendNumber,
    "receive": arrival.Receive,
}


def take(world_id: str, step: BaseModel, commands: Mapping[str, type], actor: Actor) -> list[Event]:
    """Take the step, and give back what happened. ApiError 409: it was refused, and is logged."""
    given = dict(step)
    command = commands[given.pop("step")](**given)
    acted = service.act(db(), own_record(db(), world_id).id, command, actor)
    if acted.decision.refusal:
        raise step_refused(acted.decision.refusal)
    before = acted.world.seq - len(acted.decision.facts)
    return run_file.events(service.log(db(), world_id))[before:]
