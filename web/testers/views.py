"""A world as it is shown to its tester."""

from typing import Literal

from sandbox import people
from sandbox.state import World
from web.shell.links import link_to
from web.shell.runtime import runtime
from web.testers import citizens
from web.testers.shapes.clock import ClockNow
from web.testers.shapes.worlds import Officer, Urls
from web.testers.shapes.worlds import World as WorldShape
from web.testers.world_context import WorldContext
from web.worlds.addresses import citizens_home
from web.worlds.store import WorldRecord


def world(context: WorldContext) -> WorldShape:
    """Everything a test needs to begin."""
    username, password = people.officer_sign_in(context.world.seed)
    return WorldShape(
        id=context.id,
        scenario=context.world.scenario,
        seed=context.world.seed,
        era=context.world.era.name,
        seq=context.world.seq,
        urls=_urls(context.record),
        officer=Officer(username=username, password=password),
        citizen=citizens.at_the_desk(context.world),
        clock=clock(context),
        expires_at=context.record.expires_at,
    )


def clock(context: WorldContext) -> ClockNow:
    """The world's time."""
    return ClockNow(mode=clock_mode(context.world), now=context.now)


def clock_mode(world: World) -> Literal["running", "frozen"]:
    """Whether it runs."""
    return "frozen" if world.clock.frozen_at else "running"


def desk_link(record: WorldRecord) -> str:
    """Where a browser enters the clerk's side."""
    return f"{runtime().settings.base_url}/mo/{link_to(record.desk_link or '')}"


def replay_link(record: WorldRecord) -> str:
    """Where a browser sees the run again, step by step."""
    return f"{desk_link(record)}/dien-lai"


def _urls(record: WorldRecord) -> Urls:
    desk = desk_link(record)
    citizen = runtime().settings.base_url + citizens_home(link_to(record.citizen_link))
    return Urls(
        desk=desk,
        portal=f"{desk}/quantri",
        scanner=f"{desk}/may-quet",
        handset=citizen,
        vneid=f"{citizen}vneid/",
        public_portal=f"{citizen}cong/",
        computer=f"{citizen}may-tinh/",
    )
