"""Steps that a program takes in the citizen's or the clerk's stead, by their names."""

from collections.abc import Mapping

from pydantic import BaseModel

from sandbox import arrival, desk
from sandbox.citizen_side import STEPS
from sandbox.era import era, era_names
from sandbox.log import Actor
from sandbox.mock_vneid.activation import QUESTIONS
from sandbox.mock_vneid.values import Device
from sandbox.people import PAPERS
from sandbox.phrases import phrase_book
from sandbox.triage import AccountStatus, Branch, Office
from web.shell.database import db
from web.testers import run_file
from web.testers.held import own_record
from web.testers.problems import step_refused
from web.testers.shapes.runs import Event
from web.worlds import service

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

_SUPPORTERS = (each.code for name in era_names() for each in era(name).vneid.supporters)
# What the world knows under a field's name; other words are refused by their rule.
WORDS: Mapping[str, tuple[str, ...]] = {
    "phrase": tuple(phrase_book()),
    "result": tuple(AccountStatus),
    "branch": tuple(Branch),
    "supporter": tuple(dict.fromkeys(_SUPPORTERS)),
    "office": tuple(Office),
    "device": (Device.HANDSET, Device.COMPUTER),
    "first": tuple(QUESTIONS),
    "second": tuple(QUESTIONS),
    "paper": tuple(PAPERS),
    "hand": (Actor.CITIZEN, Actor.CLERK),
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
