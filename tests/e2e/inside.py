"""What the stories do behind the screens: sit down at a run, move its clock, know the truth."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import Connection

from motcua.testkit.models import Citizen
from sandbox.clock import Advance, Freeze
from sandbox.log import Actor
from sandbox.setup import Setup
from sandbox.state import World
from tests.e2e.office import PASSWORD
from web.app import create_app
from web.people.accounts import passwords
from web.people.accounts import store as accounts
from web.people.administration import service as administration
from web.people.administration import store as administration_store
from web.practice.runs import service as practice
from web.practice.runs import store as runs
from web.practice.runs.runs import Mode, RunRecord, State
from web.shell import session_store
from web.shell.config import load_settings
from web.shell.database import transaction
from web.shell.effects import Effects
from web.shell.links import link_to
from web.shell.people import Person, Role
from web.shell.runtime import Runtime
from web.shell.sessions import LONGEST
from web.start import prepare_folder
from web.testers import citizens
from web.worlds import service as worlds
from web.worlds import store as worlds_store
from web.worlds.addresses import citizens_home

T = TypeVar("T")
NEWCOMER = "Lý Thị Mẫu Mai"


class Inside:
    """The office's own database and key, opened a second time beside the running office."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._runtime: Runtime = app.extensions["motcua"]

    @classmethod
    def of(cls, data: Path) -> "Inside":
        """Behind the office that keeps its data in that folder."""
        settings = load_settings({"MOTCUA_DATA": str(data)})
        return cls(create_app(prepare_folder(settings, Effects())))

    def close(self) -> None:
        self._runtime.engine.dispose()

    def newcomer(self) -> str:
        """A clerk nobody has seen before, to whom every lesson is still to come; their username."""
        username = f"moi-{self._runtime.effects.new_id().lower()}"
        with self._database() as connection:
            units = administration_store.units(connection, 1)
            person, _ = administration.add_person(
                connection,
                self._runtime.effects,
                None,
                username,
                NEWCOMER,
                Role.CLERK,
                next(unit.id for unit in units if unit.code == "H00.00.01"),
            )
            stored = passwords.hash_password(PASSWORD)
            accounts.set_password(connection, person, stored, must_change=False)
        return username

    def session(self, username: str) -> str:
        """The token of somebody who has signed in just now."""
        effects = self._runtime.effects
        token, now = effects.new_id(), effects.now()
        with self._database() as connection:
            found = accounts.find_active(connection, username)
            assert found
            session_store.add(connection, token, found[0], now, now + LONGEST)
        return token

    def end_sessions(self, username: str) -> None:
        """As when that person signs out everywhere, or gets a new password."""
        with self._database() as connection:
            found = accounts.find_active(connection, username)
            assert found
            session_store.revoke_all(connection, found[0], self._runtime.effects.now())

    def cookie(self, username: str) -> str:
        """What the browser of that person carries."""
        signer = SecureCookieSessionInterface().get_signing_serializer(self._app)
        assert signer
        return str(signer.dumps({"_user_id": self.session(username)}))

    def start_run(
        self, username: str, scenario: str, mode: Mode = Mode.PRACTICE, seed: int | None = None
    ) -> RunRecord:
        """A new run of that person."""
        token = self.session(username)
        with self._database() as connection:
            run = practice.start(connection, _person(connection, token), scenario, mode, seed)
        assert isinstance(run, RunRecord), run
        return run

    def create_world(self, seed: worlds.Seed) -> worlds_store.WorldRecord:
        """A world without a run."""
        with self._database() as connection:
            return worlds.create(connection, seed, unit_id=None, owner_id=None)

    def start_world(self, username: str, setup: Setup, era: str, seed: int = 7) -> str:
        """A new world of that person's, outside every run; its id."""
        with self._database() as connection:
            owner = accounts.find_active(connection, username)
            assert owner
            first = worlds.Seed(seed, era, "", setup)
            return worlds.create(connection, first, unit_id=None, owner_id=owner[0]).id

    def mark(self, run: RunRecord, days_ago: int, *, passed: bool) -> None:
        """Let that run have ended so many days ago, well or badly."""
        ended = run.started_at - timedelta(days=days_ago)
        done = replace(
            run,
            started_at=ended - timedelta(minutes=8),
            ended_at=ended,
            state=State.FINISHED,
            points=95 if passed else 40,
            passed=passed,
            findings=0 if passed else 3,
            outcome="account_created",
        )
        with self._database() as connection:
            runs.save(connection, done)

    def at_work(self, work: Callable[[Connection, Effects], T]) -> T:
        """Do something in the office's database."""
        with self._database() as connection:
            return work(connection, self._runtime.effects)

    def run_in(self, world_id: str) -> RunRecord:
        """The run that takes place in that world."""
        with self._database() as connection:
            found = runs.find_by_world(connection, world_id)
        assert found
        return found

    def handset(self, world_id: str) -> str:
        """Where the citizen's telephone is."""
        with self._database() as connection:
            record = worlds_store.find(connection, world_id)
            assert record
            return citizens_home(link_to(record.citizen_link))

    def world(self, world_id: str) -> World:
        with self._database() as connection:
            return worlds.read(connection, world_id)

    def citizen(self, world_id: str) -> Citizen:
        """The truth about the citizen at the desk."""
        return Citizen.model_validate(citizens.at_the_desk(self.world(world_id)).model_dump())

    def do(self, world_id: str, *commands: object) -> None:
        """What the clerk does while nobody watches; every step must be taken."""
        for command in commands:
            refusal = self.attempt(world_id, command).decision.refusal
            assert refusal is None, refusal

    def attempt(self, world_id: str, command: object) -> worlds.CommandResult:
        """One step, taken or refused; one of the citizen's side carries its own hand."""
        with self._database() as connection:
            return worlds.act(connection, world_id, command, Actor.CLERK)

    def freeze(self, world_id: str) -> None:
        """Let the world's time stand still."""
        with self._database() as connection:
            worlds.act(connection, world_id, Freeze(), Actor.SYSTEM)

    def advance(self, world_id: str, seconds: float) -> None:
        """Move the world's clock."""
        with self._database() as connection:
            worlds.act(connection, world_id, Advance(seconds), Actor.SYSTEM)

    @contextmanager
    def _database(self) -> Iterator[Connection]:
        with self._app.app_context(), transaction(self._runtime.engine) as connection:
            yield connection


def _person(connection: Connection, token: str) -> Person:
    found = session_store.find_open(connection, token)
    assert found
    return found.person
