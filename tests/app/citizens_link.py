"""The citizen's side of a world of its own, as the holder of its link opens it."""

from dataclasses import dataclass, replace

from flask import Flask
from werkzeug.test import TestResponse

from sandbox import people
from sandbox.citizens import CardKind, EidState, PhoneOwnership, Traits
from sandbox.codec import encode
from sandbox.faults import OrderFault
from sandbox.log import Actor, Entry
from sandbox.own_secrets import passcode, password
from sandbox.setup import Setup, VneidPart
from sandbox.state import World
from tests.app.at_the_desk import runtime_of
from tests.app.browsing import Browser
from web.shell.database import transaction
from web.shell.links import link_to
from web.worlds import service
from web.worlds.addresses import citizens_home
from web.worlds.store import WorldRecord

SEED = 7
PLAIN = Traits(
    account=False,
    card=CardKind.CHIP,
    phone=PhoneOwnership.OWN,
    smartphone=True,
    eid=EidState.LEVEL2_ACTIVE,
)


@dataclass
class Holder:
    """Another machine than the clerk's, signed in nowhere; ``pane`` opens as the desk does."""

    client: Browser
    app: Flask
    record: WorldRecord
    pane: str = ""

    @property
    def home(self) -> str:
        with self.app.app_context():
            return citizens_home(link_to(self.record.citizen_link)) + self.pane

    def get(self, page: str) -> TestResponse:
        return self.client.get(self.home + page)

    def send(self, page: str, button: str = "", **fields: str) -> TestResponse:
        """Press a button on the page seen last."""
        return self.client.send(self.home + page, {"nut": button, **fields})

    def follow(self, page: str, button: str = "", **fields: str) -> TestResponse:
        """The same when it must be taken, and the page it leads to."""
        answer = self.send(page, button, **fields)
        assert answer.status_code == 303, answer.get_data(as_text=True)
        return self.client.get(answer.location, follow_redirects=True)

    def world(self) -> World:
        with self.app.app_context(), transaction(runtime_of(self.app).engine, writes=False) as db:
            return service.read(db, self.record.id)

    def log(self) -> list[Entry]:
        with self.app.app_context(), transaction(runtime_of(self.app).engine, writes=False) as db:
            return service.log(db, self.record.id)

    def logged(self) -> str:
        """The whole log as it is stored."""
        return "\n".join(encode(entry.fact) for entry in self.log())

    def do(self, command: object, actor: Actor = Actor.CITIZEN) -> None:
        """Something that happens elsewhere."""
        with self.app.app_context(), transaction(runtime_of(self.app).engine) as db:
            result = service.act(db, self.record.id, command, actor)
        assert result.decision.refusal is None, result.decision.refusal

    @property
    def number(self) -> str:
        return self.world().citizen.personal_id

    @property
    def phone(self) -> str:
        return people.registered_phone(self.world().citizen)

    @property
    def code(self) -> str:
        """What the newest message says."""
        newest_code = self.world().vneid.code
        assert newest_code
        return newest_code.digits

    @property
    def password(self) -> str:
        return password(SEED)

    @property
    def passcode(self) -> str:
        return passcode(SEED)


def holder(
    app: Flask,
    *faults: OrderFault,
    era: str = "2025",
    part: VneidPart | None = None,
    **traits: object,
) -> Holder:
    """Somebody with the link to a new world in which the citizen has these traits."""
    chosen = replace(PLAIN, **traits)  # type: ignore[arg-type]  # names checked by the dataclass
    setup = Setup(traits=chosen, vneid=part or VneidPart(), topics=("vneid",))
    with app.app_context(), transaction(runtime_of(app).engine) as db:
        seed = service.Seed(SEED, era, "", setup, faults)
        record = service.create(db, seed, unit_id=None, owner_id=None)
    client = app.test_client()
    assert isinstance(client, Browser)
    return Holder(client, app, record)
