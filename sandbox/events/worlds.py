"""The world itself: its start, its clock, trouble ordered, steps refused, hints."""

from sandbox.log import Actor, Fact, fact
from sandbox.refusal import Refused
from sandbox.setup import Setup


@fact("world.started", Actor.SYSTEM)
class WorldStarted(Fact):
    """The first entry of every log: all that the rest is derived from."""

    seed: int
    era: str
    scenario: str
    setup: Setup


@fact("world.reset")
class WorldReset(Fact):
    """The world was laid down anew, as it had been before anybody moved."""


@fact("world.forked")
class WorldForked(Fact):
    """Everything above was copied from another world, up to and including ``at_seq``."""

    source: str
    at_seq: int


@fact("world.imported")
class WorldImported(Fact):
    """Everything above was read from a file."""


@fact("clock.moved")
class ClockMoved(Fact):
    """The world's time jumped forward."""

    seconds: float


@fact("clock.frozen")
class ClockFrozen(Fact):
    """The world's time stands still from here on."""


@fact("clock.resumed")
class ClockResumed(Fact):
    """The world's time runs again; ``behind`` is real time minus world time, in seconds."""

    behind: float


@fact("fault.ordered")
class FaultOrdered(Fact):
    """Trouble for the next ``times`` things that match; "" matches anything.

    ``seconds`` belongs to a late message, ``status`` (HTTP, 0: the usual) to a failing portal.
    """

    number: int
    channel: str
    action: str
    times: int
    to: str = ""
    what: str = ""
    seconds: int = 0
    status: int = 0


@fact("fault.withdrawn")
class FaultWithdrawn(Fact):
    """An ordered fault strikes no more."""

    number: int


@fact("fault.spent", Actor.SYSTEM)
class FaultSpent(Fact):
    """An ordered fault struck once."""

    number: int


@fact("step.refused")
class StepRefused(Fact):
    """A step that was not taken, and every reason; ``form`` 0 when it was not about a form.

    ``hand`` is whose hand tried it on the citizen's side, None on the clerk's.
    """

    step: str
    reasons: tuple[Refused, ...]
    form: int = 0
    hand: Actor | None = None

    def done_by(self, actor: Actor) -> Actor:
        """The hand that tried, where there was one."""
        return self.hand or actor


@fact("hint.shown")
class HintShown(Fact):
    """The clerk asked what comes next."""

    step: str
