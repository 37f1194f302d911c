"""What the coach says on every screen of a coached run."""

from collections.abc import Sequence
from dataclasses import dataclass

from sandbox import mock_dvc as dvc
from sandbox.desk import Scan
from sandbox.log import Entry
from sandbox.state import World
from training.careful_clerk import next_action
from training.clauses import clauses
from training.hints import hint_for
from training.scenario import Scenario
from training.steps import Step
from web.desk.clerk_side.visits import Visit, log_of
from web.practice.runs import store
from web.practice.runs.runs import Mode, RunRecord
from web.practice.scenarios import library
from web.shell.database import db

_ON_PORTAL = (
    dvc.SignIn,
    dvc.OpenForm,
    dvc.LookUp,
    dvc.Fill,
    dvc.Cancel,
)


@dataclass(frozen=True, slots=True)
class Place:
    """The screen where something is done."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Coaching:
    """The next step of a coached run; ``step`` None when all is done. ``number`` counts from 1."""

    run: RunRecord
    visit: Visit
    step: Step | None
    number: int
    total: int
    place: Place

    @property
    def shows(self) -> bool:
        """Whether the steps are played, rather than left to the clerk."""
        return self.run.mode is Mode.SHOW

    @property
    def clause(self) -> str:
        """What the plan says about this step."""
        return clauses()[self.step.clause] if self.step else ""

    def leads_away_from(self, page_path: str) -> bool:
        """Whether the next step is done on another screen than that of the path ``page_path``."""
        return _screen(self.visit, page_path) != _screen(self.visit, self.place.address)

    @property
    def tag(self) -> str:
        """Changes whenever something has happened."""
        return str(self.visit.world.seq)


def coached_run(world_id: str) -> RunRecord | None:
    """The run of that world, if it is coached and still goes on."""
    run = store.find_by_world(db.connection, world_id)
    return run if run and run.coached and run.is_open else None


def coaching_of(visit: Visit, run: RunRecord) -> Coaching | None:
    """What is to be said now; None once the scenario has left the catalogue."""
    scenario = library.of_run(db.connection, run)
    return _coaching(visit, run, scenario, log_of(visit)) if scenario else None


def _coaching(visit: Visit, run: RunRecord, scenario: Scenario, log: Sequence[Entry]) -> Coaching:
    step = hint_for(scenario, log)
    action = next_action(scenario, log, visit.id)
    return Coaching(
        run,
        visit,
        step,
        number=scenario.steps.index(step) + 1 if step else len(scenario.steps),
        total=len(scenario.steps),
        place=place_of(action.command if action else None, visit, visit.world),
    )


def _screen(visit: Visit, path: str) -> str:
    own = (visit.portal, visit.scanner)
    return next((start for start in own if path.startswith(start)), visit.desk)


def place_of(command: object, visit: Visit, world: World) -> Place:
    """Where a command is given, as the world stands."""
    if isinstance(command, Scan):
        return Place("Máy quét", visit.scanner)
    if isinstance(command, _ON_PORTAL):
        form = f"/tai-khoan/{len(world.portal.forms)}" if world.portal.forms else "/"
        return Place("Trang quản trị", visit.portal + form)
    return Place("Bàn làm việc", visit.desk)
