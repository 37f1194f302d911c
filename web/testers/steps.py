"""Steps that a program takes in the citizen's or the clerk's stead, by their names."""

from collections.abc import Mapping

from pydantic import BaseModel

from sandbox.log import Actor
from web.shell.database import db
from web.shell.repeats import key_of_request
from web.testers import run_file
from web.testers.problems import step_refused
from web.testers.shapes.runs import Event
from web.testers.world_context import own_record
from web.worlds import service


def take(world_id: str, step: BaseModel, commands: Mapping[str, type], actor: Actor) -> list[Event]:
    """Take the step, and return what happened. Raises ApiError 409: refused, and logged."""
    arguments = dict(step)
    command = commands[arguments.pop("step")](**arguments)
    world = own_record(db.connection, world_id).id
    result = service.act(db.connection, world, command, actor, key_of_request())
    if result.decision.refusal:
        raise step_refused(result.decision.refusal)
    end = result.first + len(result.decision.facts)
    return run_file.events(service.log(db.connection, world_id))[result.first - 1 : end - 1]
