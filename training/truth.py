"""What a clerk ought to have found out and decided about a citizen, at any moment of a visit."""

from datetime import datetime

from sandbox.state import World
from sandbox.triage import (
    Action,
    Branch,
    Office,
    PriorityClass,
    actions,
    offices,
    priority_class,
    true_branch,
)


def about_vneid(world: World) -> bool:
    """Whether the visit is about VNeID alone; making an account has its own entries."""
    return "account" not in world.setup.topics


def branch(world: World, at: datetime) -> Branch:
    """Where the citizen belongs at that moment (S2-08 … S2-11)."""
    eid = world.vneid.at(at)
    return true_branch(eid.level, chip_card=eid.chip_card)


def right_offices(world: World, at: datetime) -> tuple[Office, ...]:
    """Where the citizen may be sent at that moment (S2-08, S2-09); () when nowhere."""
    return offices(branch(world, at), world.era.vneid)


def number_wanted(world: World, at: datetime) -> bool:
    """S2-08: whether social insurance needs the citizen's number."""
    return Action.SEND_NUMBER in actions(branch(world, at), world.era.vneid)


def has_priority(world: World) -> bool:
    """S0-23: whether the citizen is to be helped before others."""
    return priority_class(world.citizen, world.era.opens_on) is PriorityClass.FIRST


def wants_help(world: World) -> bool:
    """Whether the citizen did not decline, nor would have, had anybody asked (S0-10)."""
    asked = bool(world.arrival.choice) or world.desk.played
    return world.arrival.choice != "declined" and (asked or not world.setup.vneid.declines_help)


def still_helping(world: World) -> bool:
    """Whether it is this clerk who goes on helping: nobody declined, left or took over."""
    return wants_help(world) and not (world.desk.left or world.arrival.supporter)
