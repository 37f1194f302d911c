"""An office that practises, straight in the database: runs started, served by robots, ended."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import Connection, select

from sandbox.log import Actor, Entry, Fact
from sandbox.portal.form_reading import Typed
from sandbox.state import World
from tests.app.effects import FixedEffects
from tests.core.training.careful import FirstSignIn
from tests.core.training.robot import Clerk
from tests.core.training.robot_vneid import VneidClerk
from training.scenario import Scenario
from web.practice.runs import service, store
from web.practice.runs.runs import Mode, RunRecord
from web.practice.scenarios import library
from web.shell.access import Person, Role
from web.shell.database import transaction
from web.shell.links import link_to
from web.shell.session_models import PersonRow, UnitRow
from web.worlds import service as worlds
from web.worlds import store as worlds_store
from web.worlds.addresses import citizens_home
from web.worlds.service import CommandResult

FIRST = "tk-01-thuan-loi"


@dataclass
class Office:
    """The people of the demo office at work; ``effects`` is the app's clock."""

    app: Flask
    effects: FixedEffects

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction inside the app."""
        with self.app.app_context(), transaction(self.app.extensions["motcua"].engine) as db:
            yield db

    def person(self, username: str) -> Person:
        question = (
            select(PersonRow.id, PersonRow.full_name, PersonRow.role, UnitRow.id, UnitRow.name)
            .join_from(PersonRow, UnitRow, PersonRow.unit_id == UnitRow.id)
            .where(PersonRow.username == username)
        )
        with self.writing() as db:
            person_id, name, role, unit_id, unit_name = db.execute(question).one()
        return Person(person_id, username, name, Role(role), unit_id, unit_name)

    def start(
        self, username: str, scenario: str = FIRST, mode: Mode = Mode.PRACTICE, seed: int = 7
    ) -> RunRecord:
        """A new run, a minute after whatever was last done."""
        person = self.person(username)
        self.effects.advance(minutes=1)
        with self.writing() as db:
            run = service.start(db, person, scenario, mode, seed)
        assert isinstance(run, RunRecord), run
        return run

    def served(
        self, username: str, scenario: str = FIRST, clerk: "type[Robot] | None" = None
    ) -> RunRecord:
        """A run served from beginning to end and marked."""
        return self.serve(self.start(username, scenario), clerk)

    def serve(self, run: RunRecord, clerk: "type[Robot] | None" = None) -> RunRecord:
        """Serve a run that has been started, and have it marked."""
        (clerk or ROBOTS[self.scenario(run).setup.topics])(self, run).serve()
        with self.writing() as db:
            service.finish(db, run)
        return self.again(run)

    def given_up(self, username: str, scenario: str = FIRST) -> RunRecord:
        run = self.start(username, scenario)
        with self.writing() as db:
            service.give_up(db, run)
        return self.again(run)

    def act(self, run: RunRecord, command: object) -> CommandResult:
        with self.writing() as db:
            return worlds.act(db, run.world_id, command, Actor.CLERK)

    def again(self, run: RunRecord) -> RunRecord:
        """The run as the database has it now."""
        with self.writing() as db:
            found = store.find(db, run.id)
        assert found
        return found

    def scenario(self, run: RunRecord) -> Scenario:
        """The very version the run uses."""
        with self.writing() as db:
            used = library.of_run(db, run)
        assert used
        return used

    def world(self, run: RunRecord) -> World:
        with self.writing() as db:
            return worlds.read(db, run.world_id)

    def telephone(self, run: RunRecord) -> str:
        """Where the citizen's is."""
        with self.writing() as db:
            record = worlds_store.find(db, run.world_id)
            assert record
            return citizens_home(link_to(record.citizen_link))

    def log(self, run: RunRecord) -> list[Entry]:
        with self.writing() as db:
            return worlds.log(db, run.world_id)


class Robot(Clerk):
    """The careful clerk, in a world of the database and by the app's clock."""

    def __init__(self, office: Office, run: RunRecord) -> None:
        self.task = office.scenario(run)
        self.office, self.run = office, run
        self.world = office.world(run)
        self.now = office.effects.now()
        self.typed, self.file = Typed(), None

    def do(self, command: object) -> list[Fact]:
        result = self.office.act(self.run, command)
        self.world = result.world
        self.wait(3)
        return list(result.decision.facts)

    def wait(self, seconds: float) -> None:
        self.office.effects.advance(seconds=seconds)
        self.now = self.office.effects.now()


class VneidRobot(Robot, VneidClerk):
    """The same for visits about VNeID."""


class FirstSignInRobot(Robot, FirstSignIn):
    """The same for accounts whose owner signs in at once."""


ROBOTS: dict[tuple[str, ...], type[Robot]] = {
    ("account",): Robot,
    ("vneid",): VneidRobot,
    ("account", "vneid"): FirstSignInRobot,
}


class Hasty(Robot):
    """Sends the code before the citizen has read anything."""

    def have_it_checked(self) -> None:
        pass


class Idle(Robot):
    """Greets nobody, does nothing, goes home."""

    def serve(self) -> None:
        self.leave()
