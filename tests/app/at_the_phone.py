"""A citizen with a telephone in hand, through the real pages."""

from dataclasses import dataclass

from flask import Flask
from werkzeug.test import TestResponse

from sandbox.citizens import EidState
from sandbox.fidelity import sentence
from sandbox.log import Actor
from sandbox.mock_vneid.values import Vneid
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.setup import VneidPart
from sandbox.state import World
from tests.app.at_the_desk import Clerk, clerk_at_desk, runtime_of
from tests.app.browsing import Browser, words
from tests.core.telephone import Owner, telephone_setup
from web.shell.database import transaction
from web.worlds import service

ANSWERS = {
    "first": "first_school",
    "first_answer": "Trường Mẫu",
    "second": "favourite_dish",
    "second_answer": "Canh chua",
}


@dataclass
class Phone(Owner):
    """The telephone on a machine of its own; with ``pane`` it is the clerk who reaches over."""

    client: Browser
    clerk: Clerk
    pane: str = ""

    @property
    def home(self) -> str:
        return f"{self.clerk.phone}{self.pane}"

    @property
    def world(self) -> World:
        return self.clerk.world()

    @property
    def eid(self) -> Vneid:
        return self.world.vneid

    def get(self, place: str = "", **kwargs: object) -> TestResponse:
        return self.client.get(f"{self.home}{place}", **kwargs)

    def shows(self, place: str = "vneid/") -> str:
        """The words of the screen there, or of the one it leads to."""
        return words(self.get(place, follow_redirects=True))

    def press(self, place: str, **fields: str) -> TestResponse:
        """Send a form, and see what answers."""
        if not self.client.token:
            self.client.get(f"{self.clerk.phone}goi")
        return self.client.send(f"{self.home}{place}", fields)

    def step(self, place: str, **fields: str) -> str:
        """Send a form of VNeID that is taken, and read the next screen."""
        answer = self.press(f"vneid/{place}", **fields)
        assert answer.status_code == 303, words(answer)
        return words(self.client.get(answer.location))

    def refused(self, rule: Rule, place: str, **fields: str) -> str:
        """Send a form of VNeID that is refused for that, and read the screen."""
        answer = self.press(f"vneid/{place}", **fields)
        says = sentence(Problem(rule, values=(("card", self.world.era.vneid.card),)))
        assert answer.status_code == 422
        assert says in words(answer)
        return answer.get_data(as_text=True)

    def sign_in(self) -> str:
        return self.step("dang-nhap", number=self.number, password=self.password)

    def ask_activation(self) -> str:
        return self.step("kich-hoat", number=self.number, phone=self.own)

    def clerk_does(self, command: object) -> None:
        """What the clerk does meanwhile."""
        app, record = self.clerk.app, self.clerk.record
        with app.app_context(), transaction(runtime_of(app).engine) as db:
            result = service.act(db, record.id, command, Actor.CLERK)
        assert result.decision.refusal is None

    def hands(self, kind: type) -> list[Actor]:
        """Who stands in the log behind each fact of that kind."""
        app, record = self.clerk.app, self.clerk.record
        with app.app_context(), transaction(runtime_of(app).engine, writes=False) as db:
            log = service.log(db, record.id)
        return [entry.actor for entry in log if isinstance(entry.fact, kind)]


def phone(client: Browser, app: Flask, part: VneidPart | None = None, **traits: object) -> Phone:
    """A telephone in a world where the citizen has these traits, and else the plainest ones."""
    clerk = clerk_at_desk(client, app, telephone_setup(part, **traits))
    other = app.test_client()
    assert isinstance(other, Browser)
    return Phone(other, clerk)


def active(client: Browser, app: Flask, **part: object) -> Phone:
    """The same with an active level-2 account; ``part`` are fields of VneidPart."""
    chosen = VneidPart(**part)  # type: ignore[arg-type]  # names checked by the dataclass
    return phone(client, app, chosen, eid=EidState.LEVEL2_ACTIVE)
