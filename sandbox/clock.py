"""The world's clock: runs behind real time or stands still, and only ever moves forward."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sandbox.events import ClockFrozen, ClockMoved, ClockResumed
from sandbox.log import Actor, Entry, Fact
from sandbox.rules import Rule
from sandbox.state import Clock, Decision, World, happened, refused_by


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


@dataclass(frozen=True, slots=True)
class StartingClock:
    """How the clock is set before anybody moves; ``now`` None: like the real one."""

    frozen: bool = False
    now: datetime | None = None

    def facts(self, real: datetime) -> tuple[Fact, ...]:
        """What follows the world's start in its log; ``real`` is the shell's own clock."""
        if self.frozen:
            return (ClockFrozen(),)
        return (ClockResumed((real - self.now).total_seconds()),) if self.now else ()


def starting_clock(log: Sequence[Entry]) -> StartingClock:
    """How the clock of that log's world was set at its start."""
    set_at_once = len(log) > 1 and log[1].actor is Actor.SYSTEM
    fact = log[1].fact if set_at_once else None
    set_by_system = isinstance(fact, ClockFrozen | ClockResumed)
    return StartingClock(isinstance(fact, ClockFrozen), log[0].at if set_by_system else None)


def carried_over(world: World, real: datetime) -> tuple[Fact, ...]:
    """What makes a copied log go on at its own last moment; nothing if its clock stands still."""
    if world.clock.frozen_at:
        return ()
    return (ClockResumed((real - world.last_at).total_seconds()),)


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


def on_moved(world: World, fact: ClockMoved, at: datetime) -> World:
    """Fold: later by that much, running or not."""
    jump = timedelta(seconds=fact.seconds)
    old = world.clock
    frozen = old.frozen_at + jump if old.frozen_at else None
    moved = Clock(old.behind - fact.seconds, frozen, old.skipped + fact.seconds)
    return replace(world, clock=moved, last_at=at + jump)


def on_frozen(world: World, _fact: ClockFrozen, at: datetime) -> World:
    """Fold: the clock stands at the moment it was stopped."""
    return replace(world, clock=replace(world.clock, frozen_at=at))


def on_resumed(world: World, fact: ClockResumed) -> World:
    """Fold: the clock runs, that far behind real time."""
    return replace(world, clock=replace(world.clock, behind=fact.behind, frozen_at=None))
