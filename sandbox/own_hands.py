"""Steps on the citizen's side of the desk: whoever's hand takes them, the log remembers it.

Nothing stops a clerk from typing into the citizen's telephone; that is for the marking (S1-05).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from sandbox import faults
from sandbox.events import FaultSpent
from sandbox.log import Actor, Fact
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Chance, Decision, World, happened, refused


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """Base of the commands; ``hand`` is whose hand gave it."""

    hand: Actor = Actor.CITIZEN


C = TypeVar("C", bound=ByHand)


@dataclass(frozen=True, slots=True)
class Step(Generic[C]):
    """One step: ``check`` says what stands in its way, ``perform`` gives the facts it leads to.

    ``uses`` are the systems it needs; an ordered fault in one of them stops it.
    """

    name: str
    check: Callable[[World, C, datetime], Iterable[Problem]]
    perform: Callable[[World, C, datetime, Chance], tuple[Fact, ...]]
    uses: tuple[str, ...] = ("vneid",)


FAILURES = {"vneid": Rule.VNEID_DOWN, "nfc": Rule.VNEID_NFC_FAILED}


def decide(step: Step[C], world: World, command: C, now: datetime, chance: Chance) -> Decision:
    """Take the step, or refuse it with every reason at once."""
    problems = tuple(step.check(world, command, now))
    if problems:
        return refused(step.name, *problems, hand=command.hand)
    for system in step.uses:
        fault = faults.due(world, system, what=step.name)
        if fault:
            spent = FaultSpent(fault.number)
            return refused(step.name, Problem(FAILURES[system]), after=(spent,), hand=command.hand)
    return happened(*step.perform(world, command, now, chance))
