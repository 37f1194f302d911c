"""One world: its people and links, and everything that can be asked of it or done to it."""

import json
from collections.abc import Callable

from motcua.testkit.citizen import AtTheDesk
from motcua.testkit.clerk import Clerk
from motcua.testkit.clock import Clock
from motcua.testkit.document import Document
from motcua.testkit.faults import Faults
from motcua.testkit.models import (
    Citizen,
    Event,
    Expectation,
    Links,
    Officer,
    Score,
    WorldState,
)
from motcua.testkit.sms import Sms
from motcua.testkit.steps import Steps
from motcua.testkit.transport import Transport
from motcua.testkit.vneid_models import Vneid


class World:
    """An isolated pretend reality of this test alone."""

    def __init__(self, transport: Transport, state: WorldState, reopen: str = "") -> None:
        """``reopen`` says how to look at it after the run, when that takes a command."""
        self._transport = transport
        self._path = f"/worlds/{state.id}"
        self._initial_state = state
        self._steps = Steps(transport, self._path)
        self.reopen = reopen
        self.clock = Clock(transport, f"{self._path}/clock")
        self.sms = Sms(transport, f"{self._path}/sms")
        self.faults = Faults(transport, f"{self._path}/expectations")

    @property
    def id(self) -> str:
        """The world's id."""
        return self._initial_state.id

    @property
    def scenario(self) -> str:
        """The scenario it was made of."""
        return self._initial_state.scenario

    @property
    def seed(self) -> int:
        """The seed its people were drawn from."""
        return self._initial_state.seed

    @property
    def urls(self) -> Links:
        """Where a browser enters, without an account."""
        return self._initial_state.urls

    @property
    def officer(self) -> Officer:
        """The account that signs in to the portal."""
        return self._initial_state.officer

    @property
    def citizen(self) -> AtTheDesk:
        """The citizen at the desk, as they truly are; ``has_account`` as it was at first.

        Their methods do what a citizen does: ``world.citizen.request_activation()``.
        """
        return AtTheDesk.of(self._initial_state.citizen, self._steps)

    @property
    def vneid(self) -> Vneid:
        """How VNeID stands now, with the citizen's secrets."""
        return self._steps.vneid()

    @property
    def replay(self) -> str:
        """A link to the run told back, step by step."""
        return str(self._transport.get(f"{self._path}/replay").data["link"])

    def read(self) -> WorldState:
        """The world as it stands now."""
        return WorldState.model_validate(self._transport.get(self._path).data)

    def clerk(self) -> Clerk:
        """A clerk without a browser, at this world's desk."""
        return Clerk(self._initial_state, self._steps)

    def citizens(self, **filters: object) -> list[Citizen]:
        """People of this world by role, state, has_account, sim_owner, card and limit."""
        query = {name: _word(value) for name, value in filters.items()}
        found = self._transport.get(f"{self._path}/citizens", query).data["citizens"]
        return [Citizen.model_validate(citizen) for citizen in found]

    def document(self, name: str, citizen: Citizen | None = None) -> Document:
        """A specimen by variant and ending: ``both.pdf``, ``front.docx``, ``over_limit.pdf``."""
        holder = (citizen or self.citizen).handle
        answer = self._transport.get(f"{self._path}/documents/{holder}/{name}")
        truth = {
            key.removeprefix("x-sim-"): value
            for key, value in answer.headers.items()
            if key.startswith("x-sim-")
        }
        return Document(name, answer.headers["content-type"], answer.body, truth)

    def events(self, after: int = 0) -> list[Event]:
        """What has happened, oldest first."""
        lines = self._transport.get(f"{self._path}/events", {"after": after}).body.splitlines()
        return [Event.model_validate(json.loads(line)) for line in lines if line]

    def score(self) -> Score:
        """The marks of the run so far."""
        return Score.model_validate(self._transport.get(f"{self._path}/score").data)

    def reset(self) -> None:
        """Lay the world down anew: same seed, same people, same links, an empty log."""
        self._transport.post(f"{self._path}/reset")
        self.sms.forget()

    def fork(self, at_seq: int) -> "World":
        """Another world that is this one as it stood right after that event."""
        answer = self._transport.post(f"{self._path}/fork", {"at_seq": at_seq})
        return World(self._transport, WorldState.model_validate(answer.data), self.reopen)

    def export(self) -> bytes:
        """The whole run as one file, for ``Simulator.take_in``."""
        return self._transport.get(f"{self._path}/export").body

    def as_pytest(self) -> str:
        """A pytest file that repeats this run."""
        return self._transport.get(f"{self._path}/pytest").body.decode()

    def delete(self) -> list[Expectation]:
        """End the world; gives back the trouble that was ordered and had hits left."""
        answer = self._transport.delete(self._path).data
        return [Expectation.model_validate(each) for each in answer["unspent"]]


MakeWorld = Callable[..., World]


def _word(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value
