"""Create a world, read it, act in it. Here the shell's clock and chance meet the rules."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, field, is_dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from flask import abort
from sqlalchemy import Connection

from sandbox.clock import StartingClock
from sandbox.faults import OrderFault
from sandbox.log import Actor, Entry, Fact
from sandbox.setup import Setup
from sandbox.state import Decision, World
from sandbox.world import carry_on, fold_log, handle, record, start
from web.shell.runtime import runtime
from web.worlds import store
from web.worlds.cache import Folded, WorldCache

LIFETIME = timedelta(days=30)
FIRST_LINK = ""
_CACHE = WorldCache()


@dataclass(frozen=True, slots=True)
class Seed:
    """What a new world is made of; ``faults`` are ordered before anybody moves."""

    seed: int
    era: str
    scenario: str
    setup: Setup
    faults: tuple[OrderFault, ...] = ()
    clock: StartingClock = field(default_factory=StartingClock)


@dataclass(frozen=True, slots=True)
class CommandResult:
    """A step taken or refused: the world after it, the world's time of it, its line in the log."""

    world: World
    decision: Decision
    at: datetime
    first: int


def create(
    connection: Connection, seed: Seed, *, unit_id: int | None, owner_id: int | None
) -> store.WorldRecord:
    """A new world with its first lines."""
    first = opening(seed, runtime().effects.now())
    return create_from_log(connection, first, unit_id=unit_id, owner_id=owner_id)


def create_from_log(
    connection: Connection, lines: Sequence[Entry], *, unit_id: int | None, owner_id: int | None
) -> store.WorldRecord:
    """A new world in which all that has happened already."""
    effects = runtime().effects
    now = effects.now()
    world_record = store.WorldRecord(
        id=effects.new_id(),
        unit_id=unit_id,
        owner_id=owner_id,
        citizen_link=effects.new_id(),
        expires_at=now + LIFETIME,
    )
    store.add(connection, world_record, now)
    store.append(connection, world_record.id, lines, FIRST_LINK)
    return world_record


def opening(seed: Seed, real: datetime) -> list[Entry]:
    """The first lines of a world's log: its start, its clock, the trouble ordered in advance."""
    now = seed.clock.now or real
    first = start(seed.seed, seed.era, seed.scenario, seed.setup)
    log = record(None, [first, *seed.clock.facts(real)], Actor.SYSTEM, now)
    world = fold_log(log)
    for fault in seed.faults:
        ordered = record(world, _facts(world, fault, now), Actor.SYSTEM, now)
        world = carry_on(world, ordered)
        log += ordered
    return log


def _facts(world: World, fault: OrderFault, now: datetime) -> Iterable[Fact]:
    return handle(world, fault, now, runtime().effects).facts


def read(connection: Connection, world_id: str) -> World:
    """The world as it stands; 404 when there is none."""
    return _folded(connection, world_id).world


def world_time(world: World) -> datetime:
    """The world's own time now; never before its last event."""
    return max(world.clock.read(runtime().effects.now()), world.last_at)


def act(
    connection: Connection, world_id: str, command: object, actor: Actor, key: str = ""
) -> CommandResult:
    """Decide a command, write down what happened, and give back the world after it.

    The same command under the same ``key`` is answered as it was the first time.
    """
    store.lock(connection, world_id)
    folded = _folded(connection, world_id)
    mark = _mark(key, command) if key else None
    if mark and (lines := store.marked(connection, world_id, mark)):
        return _as_before(folded, command, lines)
    world, now = folded.world, world_time(folded.world)
    decision = handle(world, command, now, runtime().effects)
    entries = record(world, decision.facts, actor, now)
    store.append(connection, world_id, entries, folded.link, mark)
    return CommandResult(carry_on(world, entries), decision, now, world.seq + 1)


def _mark(key: str, command: object) -> str:
    """What tells a press apart from any other; nothing can be read back from it."""
    asked = repr((key, type(command).__name__, _values(command)))
    return blake2b(asked.encode(), digest_size=12).hexdigest()


def _values(command: object) -> object:
    """All that the command holds, secrets too, which its own ``repr`` leaves out."""
    return astuple(command) if is_dataclass(command) and not isinstance(command, type) else command


def _as_before(folded: Folded, command: object, lines: Sequence[int]) -> CommandResult:
    """What those lines of the log say of the step; its reasons are worked out as they were."""
    entries = folded.log[lines[0] - 1 : lines[-1]]
    at = entries[0].at
    earlier = fold_log(folded.log[: lines[0] - 1])
    refusal = handle(earlier, command, at, runtime().effects).refusal
    facts = tuple(entry.fact for entry in entries)
    return CommandResult(folded.world, Decision(facts, refusal), at, lines[0])


def log(connection: Connection, world_id: str, after: int = 0) -> list[Entry]:
    """The log after that line, in order; the whole one when none is named."""
    folded = _CACHE.read(connection, world_id)
    return list(folded.log[after:]) if folded else []  # lines are numbered from 1 without a gap


def last_link(connection: Connection, world_id: str) -> str:
    """The hash chain's link of the log's last line."""
    return _folded(connection, world_id).link


def _folded(connection: Connection, world_id: str) -> Folded:
    folded = _CACHE.read(connection, world_id)
    return folded or abort(404)
