"""The world's clock: runs behind real time or stands still, and only ever moves forward."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from motcua.sandbox.events import ClockFrozen, ClockMoved, ClockResumed
from motcua.sandbox.rules import Rule
from motcua.sandbox.state import Clock, Decision, World, happened, refused_by


@dataclass(frozen=True, slots=True)
class Advance:
    """Jump ``seconds`` forward."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Freeze:
    """Let time stand still."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Let time run again, from where it stood; ``real`` is the shell's own clock now."""

    real: datetime


def advance(_world: World, command: Advance) -> Decision:
    """Forward only: an expiry that has passed cannot be undone."""
    if not command.seconds > 0:
        return refused_by("advance", Rule.CLOCK_BACKWARDS, "seconds")
    return happened(ClockMoved(command.seconds))


def freeze(_world: World, _command: Freeze) -> Decision:
    """Stop the clock at the moment of this step."""
    return happened(ClockFrozen())


def resume(world: World, command: Resume) -> Decision:
    """Run again; a clock that already runs is left alone."""
    frozen = world.clock.frozen_at
    if frozen is None:
        return happened()
    return happened(ClockResumed((command.real - frozen).total_seconds()))


def on_moved(world: World, fact: ClockMoved) -> World:
    """Fold: later by that much, running or not."""
    jump = timedelta(seconds=fact.seconds)
    old = world.clock
    frozen = old.frozen_at + jump if old.frozen_at else None
    return replace(world, clock=Clock(old.behind - fact.seconds, frozen))


def on_frozen(world: World, _fact: ClockFrozen, at: datetime) -> World:
    """Fold: the clock stands at the moment it was stopped."""
    return replace(world, clock=replace(world.clock, frozen_at=at))


def on_resumed(world: World, fact: ClockResumed) -> World:
    """Fold: the clock runs, that far behind real time."""
    return replace(world, clock=Clock(behind=fact.behind))
