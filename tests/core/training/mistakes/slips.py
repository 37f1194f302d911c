"""Small slips, a line each: something done before a step, after it, instead of it, or not at all.

Each makes a clerk like any other mistaken one, so slips and clerks can be put together.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from sandbox.arrival import Receive
from sandbox.desk import Say
from sandbox.log import Actor
from sandbox.scripted_moves import MOVES
from tests.core.training.robot import Clerk

Act = Callable[[Any], object]
Step = Callable[[Any, Callable[..., object], tuple[object, ...]], object]


class Stop(Exception):  # noqa: N818  # nothing went wrong but the clerk
    """The clerk goes no further and ends the visit."""


@dataclass(frozen=True)
class Change:
    """How one step is taken instead: with the clerk, the right step, and what it was given."""

    step: str
    take: Step


def says(phrase: str) -> Act:
    """Say it, whatever the citizen answers."""
    return lambda clerk: clerk.do(Say(phrase))


def takes(phrase: str) -> Act:
    """Do with the clerk's own hand what that phrase guides the citizen to."""
    return lambda clerk: clerk.do(MOVES[phrase](clerk.world, clerk.now, Actor.CLERK))


def does(command: object) -> Act:
    """Give that command."""
    return lambda clerk: clerk.do(command)


def all_of(*acts: Act) -> Act:
    """One after the other."""
    return lambda clerk: [act(clerk) for act in acts]


def before(step: str, *acts: Act) -> Change:
    """Do that first, and then the step as it ought to be done."""

    def take(clerk: Any, right: Callable[..., object], given: tuple[object, ...]) -> object:
        all_of(*acts)(clerk)
        return right(*given)

    return Change(step, take)


def after(step: str, *acts: Act) -> Change:
    """Take the step as it ought to be, and then do that."""

    def take(clerk: Any, right: Callable[..., object], given: tuple[object, ...]) -> object:
        result = right(*given)
        all_of(*acts)(clerk)
        return result

    return Change(step, take)


def instead(step: str, act: Act) -> Change:
    """Do that, and leave the step out."""
    return Change(step, lambda clerk, _right, _given: act(clerk))


def without(step: str) -> Change:
    """Leave the step out."""
    return instead(step, lambda _clerk: None)


def ends(step: str, *acts: Act) -> Change:
    """Do that instead of the step, and then nothing more for the citizen."""

    def take(clerk: Any, _right: object, _given: object) -> object:
        all_of(*acts)(clerk)
        raise Stop

    return Change(step, take)


def slips_of(base: type[Clerk]) -> Callable[..., type[Clerk]]:
    """What makes clerks like that one but for one slip."""
    return partial(_slip, base)


def _slip(
    base: type[Clerk], name: str, finding: str, change: Change, scenario: str = "", **traits: object
) -> type[Clerk]:
    """``traits``: whatever else is said of such a clerk, see ``robot.py``."""

    def step(clerk: Any, *given: object) -> object:
        return change.take(clerk, getattr(super(kind, clerk), change.step), given)

    def serve(clerk: Any) -> None:
        try:
            super(kind, clerk).serve()
        except Stop:
            if "vneid" in clerk.task.setup.topics:
                clerk.do(Receive())
            clerk.leave()

    own = {"finding": finding, "scenario": scenario or base.scenario, "serve": serve, **traits}
    kind: Any = type(name, (base,), {change.step: step, **own})
    return kind  # type: ignore[no-any-return]  # made by hand, a kind of clerk all the same
