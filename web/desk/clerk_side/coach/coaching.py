"""What the coach says on every screen of a coached run."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from sandbox import mock_dvc as dvc
from sandbox.desk import CloseVisit, Scan
from sandbox.log import Entry
from training.careful_clerk import Action, next_action
from training.clauses import clauses
from training.era_fit import in_era
from training.hints import hint_for
from training.scenario import Scenario
from training.steps import Step
from web.desk.clerk_side.coach.controls import Control, Place, control_of, place_of
from web.desk.clerk_side.visits import Visit, log_of
from web.practice.runs import store
from web.practice.runs.runs import Mode, RunRecord
from web.practice.scenarios import library
from web.shell.database import db

LAID_OUT = "xem"  # in the address of a page on which a show lays out what it will send

_LAID_OUT_FIRST = (dvc.SignIn, dvc.LookUp, dvc.Download, dvc.Create, Scan)


@dataclass(frozen=True, slots=True)
class Coaching:
    """The next step of a coached run; ``step`` None when all is done. ``number`` counts from 1.

    ``page`` is the address, query included, of the page it is told on. ``action`` None: the step
    cannot be done from here, as a procedure asks for it too early.
    """

    run: RunRecord
    visit: Visit
    page: str
    step: Step | None
    number: int
    total: int
    action: Action | None

    @property
    def shows(self) -> bool:
        """Whether the steps are played, rather than left to the clerk."""
        return self.run.mode is Mode.SHOW

    @property
    def title(self) -> str:
        """What is to be done."""
        detour = self.action.detour if self.action else None
        return detour.title if detour else self.step.title if self.step else ""

    @property
    def says(self) -> str:
        """How it is done."""
        detour = self.action.detour if self.action else None
        return detour.says if detour else self.step.hint if self.step else ""

    @property
    def numbers(self) -> str:
        """Which steps one press does: what is filled in is sent with the button of the next."""
        if self.action and self.action.detour:
            return f"trước bước {self.number}"
        filled_in = self.step and self.step.id == "fill_in"
        return f"bước {self.number}" + (f" và {self.number + 1}" if filled_in else "")

    @property
    def clause(self) -> str:
        """What the plan says about this step."""
        return clauses()[self.step.clause] if self.step else ""

    @property
    def place(self) -> Place:
        """The screen where it is done."""
        return place_of(self.action.command if self.action else None, self.visit)

    @property
    def control(self) -> Control:
        """What is pressed."""
        return control_of(self.action.command, self.visit) if self.action else Control((), ())

    @property
    def leads_away(self) -> bool:
        """Whether it is done on another screen than the page."""
        page = urlsplit(self.page).path
        if isinstance(self.action and self.action.command, CloseVisit):
            page = page.removesuffix("/ket-thuc")
        return _screen(self.visit, page) != _screen(self.visit, self.place.address)

    @property
    def is_laid_out(self) -> bool:
        """Whether the page is one on which the show has laid out this very step."""
        return self.tag in parse_qs(urlsplit(self.page).query).get(LAID_OUT, ())

    @property
    def presses(self) -> bool:
        """Whether the show presses the button next, as all before can be seen on the page."""
        command = self.action.command if self.action else None
        seen = self.is_laid_out or not isinstance(command, _LAID_OUT_FIRST)
        return seen and not self.leads_away

    @property
    def laid_out_at(self) -> str:
        """The address of the page on which the show lays it out."""
        return f"{self.place.address}?{LAID_OUT}={self.tag}"

    @property
    def tag(self) -> str:
        """Changes whenever something has happened."""
        return str(self.visit.world.seq)


def coached_run(world_id: str) -> RunRecord | None:
    """The run of that world, if it is coached and still goes on."""
    run = store.find_by_world(db.connection, world_id)
    return run if run and run.coached and run.is_open else None


def laid_out(visit: Visit, page: str) -> object:
    """The command a show lays out on the page of that address before it gives it, else None."""
    run = coached_run(visit.id) if f"{LAID_OUT}=" in page else None
    coaching = coaching_of(visit, run, page) if run and run.is_show else None
    if coaching is None or coaching.leads_away or not coaching.is_laid_out:
        return None
    return coaching.action.command if coaching.action else None


def coaching_of(visit: Visit, run: RunRecord, page: str) -> Coaching | None:
    """What is to be said now; None once the scenario has left the catalogue."""
    scenario = library.of_run(db.connection, run)
    if scenario is None:
        return None
    return _coaching(visit, run, page, in_era(scenario, visit.world.era.name), log_of(visit))


def _coaching(
    visit: Visit, run: RunRecord, page: str, scenario: Scenario, log: Sequence[Entry]
) -> Coaching:
    action = next_action(scenario, log, visit.id)
    step = _step_on_the_way(scenario, action) or hint_for(scenario, log)
    number = scenario.steps.index(step) + 1 if step else len(scenario.steps)
    return Coaching(run, visit, page, step, number, len(scenario.steps), action)


def _step_on_the_way(scenario: Scenario, action: Action | None) -> Step | None:
    served = action.serves if action else ""
    return next((step for step in scenario.steps if step.id == served), None)


def _screen(visit: Visit, path: str) -> str:
    """Pages that share their controls are one screen."""
    if path.startswith(visit.scanner):
        return visit.scanner
    apart = (visit.portal, f"{visit.desk}/giay-to", f"{visit.desk}/ket-thuc")
    return path.removesuffix("/tim") if path.startswith(apart) else visit.desk
