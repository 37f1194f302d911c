"""What the careful clerk sees from the chair, and one thing done there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sandbox.desk import Say
from sandbox.log import Entry, Fact
from sandbox.state import World


@dataclass(frozen=True, slots=True)
class Detour:
    """What has to be done before the step itself, in words for a clerk who is led."""

    title: str
    says: str


@dataclass(frozen=True, slots=True)
class Action:
    """One command, and the seconds of world time a patient person lets pass before it.

    ``detour`` None: the command does the step that was asked for. ``serves``: the later step that
    is done on the way, "" for none.
    """

    command: object
    wait_s: int = 0
    detour: Detour | None = None
    serves: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where the clerk sits: the world, all that has happened, and the world's id.

    ``world_id`` stands in the seal of a scanned file; on paper any text will do.
    """

    world: World
    log: Sequence[Entry]
    world_id: str

    @property
    def facts(self) -> Iterator[Fact]:
        """All that has happened, newest first."""
        return (entry.fact for entry in reversed(self.log))

    @property
    def now(self) -> datetime:
        """World time, as far as the log tells."""
        return self.world.last_at

    def has_said(self, phrase: str) -> bool:
        """Whether the clerk has said that already."""
        return phrase in self.world.desk.phrases_said


ActionFor = Callable[[Seat], Action]


def saying(phrase: str) -> ActionFor:
    """The action of saying that phrase."""
    return lambda _seat: Action(Say(phrase))
