"""One visit as the citizen's side sees it, and whose hand is at work there."""

from dataclasses import dataclass, replace
from datetime import datetime

from flask import request

from sandbox.desk import Say
from sandbox.log import Actor, Entry
from sandbox.mock_vneid.values import Vneid
from sandbox.own_hands import ByHand
from sandbox.refusal import Problem
from sandbox.state import World
from web.practice.runs.pausing import is_paused
from web.shell.database import commit_now, db
from web.shell.repeats import key_of_request
from web.worlds import service
from web.worlds.access import citizens_world
from web.worlds.addresses import PANE, citizens_home

TAKING_PHRASES = frozenset({"take_phone", "do_it_for_you"})


@dataclass(frozen=True, slots=True)
class Side:
    """The world behind a citizen's link; ``at`` is world time.

    ``hand`` is whose hand touches this screen: the citizen's, or the clerk's when it is the
    pane of the desk (ADR 0008).
    """

    link: str
    world_id: str
    world: World
    at: datetime
    hand: Actor

    @property
    def home(self) -> str:
        """Where the telephone is; every address of this side begins with it."""
        pane = f"{PANE}/" if self.in_clerks_hand else ""
        return f"{self.own_home}{pane}"

    @property
    def own_home(self) -> str:
        """Where the telephone is in the citizen's own hand."""
        return citizens_home(self.link)

    @property
    def in_clerks_hand(self) -> bool:
        """Whether this is the clerk's hand, over the desk."""
        return self.hand is Actor.CLERK

    @property
    def covered(self) -> bool:
        """Whether the citizen holds the telephone and the clerk looks on from over the desk."""
        return self.in_clerks_hand and TAKING_PHRASES.isdisjoint(self.world.desk.phrases_said)

    @property
    def eid(self) -> Vneid:
        """VNeID as it stands now, results that have come included."""
        return self.world.vneid.at(self.at)

    @property
    def closed(self) -> bool:
        """Whether the visit is over, so that nothing more can be done."""
        return bool(self.world.desk.closed)

    @property
    def paused(self) -> bool:
        """Whether the trainer has stopped the class it belongs to."""
        return is_paused(db.connection, self.world_id, self.world)

    def log(self) -> list[Entry]:
        """All that has happened, in order."""
        return service.log(db.connection, self.world_id)

    def with_result(self, result: service.CommandResult) -> "Side":
        """The same side once something has been done."""
        return replace(self, world=result.world, at=result.at)


def open_side(link: str) -> Side:
    """The citizen's side behind that link; 404 when there is none, 410 when it is over."""
    record = citizens_world(db.connection, link)
    world = service.read(db.connection, record.id)
    return Side(link, record.id, world, service.world_time(world), _hand())


def _hand() -> Actor:
    parts = request.path.split("/", 4)  # "", "cong-dan", link, "khung", the rest
    return Actor.CLERK if parts[3:4] == [PANE] else Actor.CITIZEN


def act(side: Side, command: ByHand | Say) -> service.CommandResult:
    """Do something on the citizen's side, for good; what is done by hand carries ``side.hand``."""
    result = service.act(db.connection, side.world_id, command, side.hand, key_of_request())
    commit_now()
    return result


def problems_of(result: service.CommandResult) -> tuple[Problem, ...]:
    """Every reason why the step was not taken; () when it was."""
    refusal = result.decision.refusal
    return refusal.problems if refusal else ()
