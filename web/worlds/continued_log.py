"""A log that goes on in another world: copied up to a line, its clock at that line's moment."""

from collections.abc import Sequence

from sandbox.clock import carried_over
from sandbox.log import Actor, Entry, Fact
from sandbox.world import carry_on, fold_log, record
from web.shell.runtime import runtime


def continued_log(lines: Sequence[Entry], reason: Fact, actor: Actor) -> list[Entry]:
    """The copied log, its clock going on from its last moment and not from the real one."""
    world = fold_log(lines)
    facts = carried_over(world, runtime().effects.now())
    clock = record(world, facts, Actor.SYSTEM, world.last_at)
    world = carry_on(world, clock)
    return [*lines, *clock, *record(world, [reason], actor, world.last_at)]
