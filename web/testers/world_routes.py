"""Calls about whole worlds: make, read, reset, fork, end."""

from dataclasses import replace
from datetime import UTC, datetime

from sandbox.clock import StartingClock
from sandbox.setup import Setup
from training.scenario import Scenario
from web.shell.database import db
from web.testers import citizens, expectations, views, vneid
from web.testers.calls import call
from web.testers.presets import MEANINGS
from web.testers.problems import ApiError
from web.testers.quota import lease
from web.testers.scenarios import out_of_time, scenario_or_400
from web.testers.shapes.preset import Preset
from web.testers.shapes.worlds import Deleted, Fork, NewWorld, World
from web.testers.world_context import world_context
from web.worlds import service, tester_worlds

_FIRST_MOMENT, _LAST_MOMENT = datetime(2000, 1, 1, tzinfo=UTC), datetime(2091, 1, 1, tzinfo=UTC)


@call("POST", "/worlds", body=NewWorld, response=World, status=201)
def create_world(body: NewWorld) -> World:
    """Make a world.

    Its links open it in a browser without an intranet account; nothing else does. Only the
    package's scenarios are played: what an office has written is refused by its id.

    Raises:
        ApiError: 422 for traits that contradict each other, a clock outside 2000 to 2090, or an
            era in which the scenario's procedure was not there.
    """
    record = tester_worlds.create(
        db.connection, _seed(body, scenario_or_400(body.scenario)), lease(body.ttl_s)
    )
    return read_world(record.id)


def _seed(body: NewWorld, scenario: Scenario) -> service.Seed:
    try:
        traits = citizens.with_wish(scenario.setup.traits, body.citizen)
    except ValueError as error:
        raise ApiError(
            422,
            "The citizen's traits contradict each other: an eid needs card chip, level1 needs a "
            "smartphone, and min_age is not above max_age.",
        ) from error
    setup = _setup(body, replace(scenario.setup, traits=traits))
    era = body.era or scenario.era
    why = out_of_time(scenario, era, setup.topics)
    if why:
        raise ApiError(422, f"That era has no such procedure. {why}", [("era", why)])
    return service.Seed(
        seed=body.seed,
        era=era,
        scenario=scenario.id,
        setup=setup,
        faults=scenario.faults,
        clock=_starting_clock(body),
    )


def _setup(body: NewWorld, setup: Setup) -> Setup:
    preset = MEANINGS[body.citizen].vneid if isinstance(body.citizen, Preset) else None
    return replace(
        setup,
        vneid=vneid.with_wishes(setup.vneid, preset, body.vneid),
        topics=tuple(dict.fromkeys(body.topics or setup.topics)),
    )


def _starting_clock(body: NewWorld) -> StartingClock:
    now = body.clock.now
    if now and not _FIRST_MOMENT <= now < _LAST_MOMENT:
        raise ApiError(422, "A world's clock starts between the years 2000 and 2090.")
    return StartingClock(body.clock.mode == "frozen", now and now.astimezone(UTC))


@call("GET", "/worlds/<world_id>", response=World)
def read_world(world_id: str) -> World:
    """Read a world as it stands."""
    return views.world(world_context(world_id))


@call("DELETE", "/worlds/<world_id>", response=Deleted)
def delete_world(world_id: str) -> Deleted:
    """End a world, and learn which ordered trouble never struck."""
    context = world_context(world_id)
    unspent = expectations.unspent(context)
    tester_worlds.delete(db.connection, context.id)
    return Deleted(id=context.id, unspent=unspent)


@call("POST", "/worlds/<world_id>/reset", response=World)
def reset_world(world_id: str) -> World:
    """Lay a world down anew: same seed, same people, same links, an empty log."""
    tester_worlds.reset(db.connection, world_context(world_id).id)
    return read_world(world_id)


@call("POST", "/worlds/<world_id>/fork", body=Fork, response=World, status=201)
def fork_world(world_id: str, body: Fork) -> World:
    """Make another world that is this one as it stood right after an event.

    Its clock goes on from that event's moment.

    Raises:
        ApiError: 409 when the world has no event of that number yet.
    """
    context = world_context(world_id)
    if body.at_seq > context.world.seq:
        raise ApiError(409, f"The last event of this world is number {context.world.seq}.")
    return read_world(
        tester_worlds.fork(db.connection, context.record, body.at_seq, lease(body.ttl_s)).id
    )
