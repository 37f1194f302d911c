"""One visit as the clerk's side sees it: how the world stands, and what time it is there."""

from dataclasses import dataclass, replace
from datetime import datetime

from sandbox.log import Actor, Entry
from sandbox.population import officers
from sandbox.state import Form, World
from web.practice.runs.pausing import is_paused
from web.shell.database import commit_now, db
from web.shell.links import link_to
from web.shell.repeats import key_of_request
from web.worlds import service
from web.worlds.access import own_world
from web.worlds.addresses import BRIEF, PANE, citizens_home


@dataclass(frozen=True, slots=True)
class Visit:
    """The world of one visit; ``at`` is world time, ``citizen_link`` opens the citizen's side."""

    id: str
    world: World
    at: datetime
    citizen_link: str

    @property
    def desk(self) -> str:
        """Where the desk is."""
        return f"/ban/{self.id}"

    @property
    def portal(self) -> str:
        """Where this visit's portal begins."""
        return f"/ban/{self.id}/quantri"

    @property
    def open_forms(self) -> list[Form]:
        """The account forms still worked on, the newest first."""
        forms = reversed(self.world.portal.forms)
        return [form for form in forms if form.is_open and not form.found]

    @property
    def portal_entry(self) -> str:
        """Where work in the portal goes on: at the form that is open, else at the list."""
        form = f"/{self.open_forms[0].number}" if self.open_forms else ""
        return f"{self.portal}/tai-khoan{form}"

    @property
    def scanner(self) -> str:
        """Where the scanner stands."""
        return f"/ban/{self.id}/may-quet"

    @property
    def paused(self) -> bool:
        """Whether the trainer has stopped the class it belongs to."""
        return is_paused(db.connection, self.id, self.world)

    @property
    def clock(self) -> str:
        """Where an open page asks what time it is in this world."""
        return f"/ban/{self.id}/_/dong-ho"

    @property
    def officer(self) -> str:
        """The pretend officer's name, as the portal shows it."""
        return officers()[0].full_name

    @property
    def officer_unit(self) -> str:
        """The unit that officer works in, as it is written in the form's list."""
        era = self.world.era
        return next(unit.name for unit in era.units if unit.code == era.officer_unit)

    @property
    def handset(self) -> str:
        """Where the citizen's telephone is."""
        return citizens_home(self.citizen_link)

    @property
    def computer(self) -> str:
        """Where the computer is at which a citizen without a smartphone sits down."""
        return f"{self.handset}may-tinh/"

    @property
    def public_portal(self) -> str:
        """Where the citizen's public portal is."""
        return f"{self.handset}cong/"

    @property
    def practises_vneid(self) -> bool:
        """Whether VNeID is practised here; else the desk is as it always was."""
        return "vneid" in self.world.setup.topics

    @property
    def creates_accounts(self) -> bool:
        """Whether accounts are created here; else nobody needs admin portal and scanner."""
        return "account" in self.world.setup.topics

    @property
    def invitation(self) -> str:
        """Where a colleague begins: at the brief when they play the citizen."""
        return f"{self.handset}{BRIEF}" if self.world.desk.played else self.handset

    @property
    def pane(self) -> str:
        """The same telephone within the clerk's reach; what is done there, the clerk does."""
        return f"{self.handset}{PANE}/"

    def with_result(self, result: service.CommandResult) -> "Visit":
        """The same visit once something has been done, which may have moved its clock."""
        return replace(self, world=result.world, at=service.world_time(result.world))


def open_visit(world_id: str) -> Visit:
    """The visit of the signed-in clerk; 404 when it is somebody else's, 410 when over."""
    record = own_world(db.connection, world_id)
    world = service.read(db.connection, world_id)
    return Visit(world_id, world, service.world_time(world), link_to(record.citizen_link))


def act(visit: Visit, command: object) -> service.CommandResult:
    """Do something as the clerk; what happened is written down for good, refusals too."""
    result = service.act(db.connection, visit.id, command, Actor.CLERK, key_of_request())
    commit_now()
    return result


def log_of(visit: Visit, after: int = 0) -> list[Entry]:
    """All that has happened after that line, in order."""
    return service.log(db.connection, visit.id, after)
