"""Testers' worlds: made, laid down anew, forked, taken from a file, ended and swept away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from sandbox.clock import starting_clock
from sandbox.events import FaultOrdered, WorldForked, WorldImported, WorldReset, WorldStarted
from sandbox.faults import OrderFault
from sandbox.log import Actor, Entry, Fact
from sandbox.world import fold_log, record
from web.shell.runtime import runtime
from web.worlds import service, store, testers_store
from web.worlds.copies import going_on

_SWEPT_AT_ONCE = 50  # more than one a call, so that a sweep always catches up


@dataclass(frozen=True, slots=True)
class Lease:
    """Which tester a world is for, and for how long."""

    tester: str
    lifetime: timedelta


def create(connection: Connection, seed: service.Seed, lease: Lease) -> store.WorldRecord:
    """A new world of that tester."""
    return _keep(connection, service.opening(seed, runtime().effects.now()), lease)


def fork(
    connection: Connection, source: store.WorldRecord, at_seq: int, lease: Lease
) -> store.WorldRecord:
    """A new world that is ``source`` as it stood right after line ``at_seq`` of its log."""
    lines = service.log(connection, source.id)[:at_seq]
    forked = going_on(lines, WorldForked(source.id, at_seq), Actor.TESTER)
    return _keep(connection, forked, lease)


def take_in(connection: Connection, lines: Sequence[Entry], lease: Lease) -> store.WorldRecord:
    """A new world with the log of a file that has been checked."""
    return _keep(connection, going_on(lines, WorldImported(), Actor.TESTER), lease)


def _keep(connection: Connection, lines: Sequence[Entry], lease: Lease) -> store.WorldRecord:
    effects = runtime().effects
    now = effects.now()
    made = store.WorldRecord(
        id=effects.new_id(),
        unit_id=None,
        owner_id=None,
        citizen_link=effects.new_id(),
        expires_at=now + lease.lifetime,
        desk_link=effects.new_id(),
        tester=lease.tester,
    )
    store.add(connection, made, now)
    store.append(connection, made.id, lines, service.FIRST_LINK)
    return made


def reset(connection: Connection, world_id: str) -> None:
    """Lay the world down anew: same seed, same clock setting, same trouble of its scenario."""
    store.lock(connection, world_id)
    seed = _first_state(service.log(connection, world_id))
    log = service.opening(seed, runtime().effects.now())
    log += record(fold_log(log), [WorldReset()], Actor.TESTER, log[-1].at)
    testers_store.delete_logs(connection, [world_id])
    store.append(connection, world_id, log, service.FIRST_LINK)


def _first_state(log: Sequence[Entry]) -> service.Seed:
    start = log[0].fact
    if not isinstance(start, WorldStarted):
        raise TypeError("a log begins with world.started")
    return service.Seed(
        seed=start.seed,
        era=start.era,
        scenario=start.scenario,
        setup=start.setup,
        faults=tuple(_order(entry.fact) for entry in log if _laid_down(entry)),
        clock=starting_clock(log),
    )


def _laid_down(entry: Entry) -> bool:
    """Whether it is trouble the scenario ordered, not a tester or a trainer."""
    return isinstance(entry.fact, FaultOrdered) and entry.actor is Actor.SYSTEM


def _order(fact: Fact) -> OrderFault:
    fields = OrderFault.__dataclass_fields__
    return OrderFault(**{name: getattr(fact, name) for name in fields})


def delete(connection: Connection, world_id: str) -> None:
    """The world and its log are gone, once whoever writes to it just now has finished."""
    store.lock(connection, world_id)
    testers_store.delete_worlds(connection, [world_id])


def sweep(connection: Connection) -> None:
    """Clear away worlds whose time is over: a bounded number, while the service goes on."""
    over = testers_store.expired(connection, runtime().effects.now(), _SWEPT_AT_ONCE)
    if over:
        testers_store.delete_worlds(connection, over)
