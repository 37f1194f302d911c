"""How far a conversation has come, and the few phrases the desk lays out for that phase.

Judged by what the clerk has seen, said and noted alone: what is laid out must not tell what a
clerk who asked nobody cannot know.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from sandbox.citizens import EidState
from sandbox.mock_vneid.values import Wanted
from sandbox.phrases import Phrase, phrase_book
from sandbox.state import Arrival, Form, World
from sandbox.triage import AccountStatus, Branch

GOODBYE = "goodbye"
_BY_BRANCH = {
    Branch.B1: "referral",
    Branch.B2: "referral",
    Branch.B3: "activate",
    Branch.B4: "in_use",
}
_BY_NOTE: Mapping[AccountStatus | None, str] = {
    AccountStatus.LEVEL1: "referral",
    AccountStatus.LEVEL2_NOT_ACTIVE: "activate",
    AccountStatus.ACTIVE: "in_use",
}


@cache
def phases() -> Mapping[str, tuple[str, ...]]:
    """The names of the phrases laid out in each phase, goodbye aside."""
    text = (files("sandbox") / "phases.toml").read_text(encoding="utf-8")
    return {name: tuple(table["phrases"]) for name, table in tomllib.loads(text).items()}


def offered(world: World) -> tuple[Phrase, ...]:
    """The five to seven phrases for now, goodbye last."""
    return tuple(phrase_book()[name] for name in (*phases()[phase(world)], GOODBYE))


def phase(world: World) -> str:
    """The name of the phase the conversation is in."""
    if world.vneid.task:
        wanted = world.vneid.task.wanted
        return Wanted.PASSCODE if wanted is Wanted.CONFIRM else wanted
    if world.vneid.application:
        return "registering"
    if world.portal.forms:
        return _by_form(world, world.portal.forms[-1])
    if "vneid" not in world.setup.topics:
        return "details" if "greet" in world.desk.phrases_said else "welcome"
    return _at_arrival(world)


def _by_form(world: World, form: Form) -> str:
    if form.created_as is not None:
        told = "tell_created" in world.desk.phrases_said
        return "new_account" if told and "vneid" in world.setup.topics else "created"
    if form.cancelled:
        return "details"
    if form.found:
        return "exists"
    if form.codes:
        return "otp"
    return "paper" if form.downloaded else "details"


def _at_arrival(world: World) -> str:
    """What has come last counts."""
    said, arrival = world.desk.phrases_said, world.arrival
    reached = (
        ("declined", arrival.choice == "declined"),
        ("activated", _activated_here(world)),
        ("wallet", "ask_papers" in said),
        ("supporter", arrival.supporter),
        (_by_judgement(arrival), arrival.branch or arrival.choice),
        ("check", "greet" in said),
    )
    return next((name for name, is_reached in reached if is_reached), "reception")


def _by_judgement(arrival: Arrival) -> str:
    """As the clerk has put and noted the citizen, rightly or wrongly."""
    if arrival.branch:
        return _BY_BRANCH[Branch(arrival.branch)]
    note = AccountStatus(arrival.result) if arrival.result else None
    return _BY_NOTE.get(note, "accepted")


def _activated_here(world: World) -> bool:
    """The conversation has told the clerk of it."""
    before = world.citizen.eid
    return before is not EidState.LEVEL2_ACTIVE and world.vneid.level is EidState.LEVEL2_ACTIVE
