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
from web.worlds import service, store, tester_worlds_store
from web.worlds.continued_log import continued_log

_SWEEP_LIMIT = 50  # more than one a call, so that a sweep always catches up


@dataclass(frozen=True, slots=True)
class Lease:
    """Which tester a world is for, and for how long."""

    tester: str
    lifetime: timedelta


def create(connection: Connection, seed: service.Seed, lease: Lease) -> store.WorldRecord:
    """A new world of that tester."""
    return _store(connection, service.opening(seed, runtime().effects.now()), lease)


def fork(
    connection: Connection, source: store.WorldRecord, at_seq: int, lease: Lease
) -> store.WorldRecord:
    """A new world that is ``source`` as it stood right after line ``at_seq`` of its log."""
    lines = service.log(connection, source.id)[:at_seq]
    forked = continued_log(lines, WorldForked(source.id, at_seq), Actor.TESTER)
    return _store(connection, forked, lease)


def import_log(connection: Connection, lines: Sequence[Entry], lease: Lease) -> store.WorldRecord:
    """A new world with the log of a file that has been checked."""
    return _store(connection, continued_log(lines, WorldImported(), Actor.TESTER), lease)


def _store(connection: Connection, lines: Sequence[Entry], lease: Lease) -> store.WorldRecord:
    effects = runtime().effects
    now = effects.now()
    world_record = store.WorldRecord(
        id=effects.new_id(),
        unit_id=None,
        owner_id=None,
        citizen_link=effects.new_id(),
        expires_at=now + lease.lifetime,
        desk_link=effects.new_id(),
        tester=lease.tester,
    )
    store.add(connection, world_record, now)
    store.append(connection, world_record.id, lines, service.FIRST_LINK)
    return world_record


def reset(connection: Connection, world_id: str) -> None:
    """Lay the world down anew: same seed, same clock setting, same trouble of its scenario.

    Raises:
        TypeError: the log does not begin with ``world.started``; no log of ours does that.
    """
    store.lock(connection, world_id)
    seed = _seed_of(service.log(connection, world_id))
    log = service.opening(seed, runtime().effects.now())
    log += record(fold_log(log), [WorldReset()], Actor.TESTER, log[-1].at)
    tester_worlds_store.delete_logs(connection, [world_id])
    store.append(connection, world_id, log, service.FIRST_LINK)


def _seed_of(log: Sequence[Entry]) -> service.Seed:
    start = log[0].fact
    if not isinstance(start, WorldStarted):
        raise TypeError("a log begins with world.started")
    return service.Seed(
        seed=start.seed,
        era=start.era,
        scenario=start.scenario,
        setup=start.setup,
        faults=tuple(_order_from(entry.fact) for entry in log if _ordered_by_scenario(entry)),
        clock=starting_clock(log),
    )


def _ordered_by_scenario(entry: Entry) -> bool:
    """Whether it is trouble the scenario ordered, not a tester or a trainer."""
    return isinstance(entry.fact, FaultOrdered) and entry.actor is Actor.SYSTEM


def _order_from(fact: Fact) -> OrderFault:
    fields = OrderFault.__dataclass_fields__
    return OrderFault(**{name: getattr(fact, name) for name in fields})


def delete(connection: Connection, world_id: str) -> None:
    """The world and its log are gone, once whoever writes to it just now has finished."""
    store.lock(connection, world_id)
    tester_worlds_store.delete_worlds(connection, [world_id])


def sweep(connection: Connection) -> None:
    """Clear away worlds whose time is over: a bounded number, while the service goes on."""
    world_ids = tester_worlds_store.expired(connection, runtime().effects.now(), _SWEEP_LIMIT)
    if world_ids:
        tester_worlds_store.delete_worlds(connection, world_ids)
