"""Shapes about a run: its events, its marks, the way back through it, and its file."""

from typing import Any, Literal

from pydantic import AwareDatetime, Field

from sandbox.log import Actor
from web.testers.shapes.base import Shape, Whole

LONGEST_RUN = 20_000


class EventFilter(Shape):
    """Which events."""

    after: int = Field(default=0, ge=0, le=1_000_000_000)
    """Only events after this one."""


class Event(Shape):
    """One line of a world's log: ``payload`` says what happened, ``link`` chains it to the last."""

    seq: Whole = Field(ge=1, le=LONGEST_RUN)
    at: AwareDatetime
    """The world's time."""
    actor: Actor
    kind: str
    payload: dict[str, Any]
    link: str = Field(pattern=r"^[0-9a-f]{64}$")


class Finding(Shape):
    """A mistake, or an observation that costs nothing."""

    rule: str
    title: str
    clause: str
    step: str
    seq: int
    """The event where it first shows."""
    times: int
    happened: str
    suffers: str
    """What it would have meant for the citizen."""
    instead: str
    points: int
    grave: bool


class StepDone(Shape):
    """One expected step; ``seq`` is null while it is missing."""

    id: str
    title: str
    clause: str
    seq: int | None
    in_order: bool


class Score(Shape):
    """The marks so far, a pure function of the log."""

    points: int
    passed: bool
    outcome: str
    """How the visit ended; empty while it goes on."""
    duration_s: float
    findings: list[Finding]
    observations: list[Finding]
    steps: list[StepDone]
    rubric_version: str


class ReplayStep(Shape):
    """One moment of the run in a Vietnamese sentence, with the page that shows it."""

    seq: int
    since_s: float
    actor: Actor
    words: str
    refused: bool
    link: str


class Replay(Shape):
    """The run told again, step by step; ``link`` opens it in a browser."""

    link: str
    steps: list[ReplayStep]


class RunFile(Shape):
    """A whole run as one file; the chain of links shows whether it was changed since."""

    format: Literal["motcua-run"]
    version: Literal[1]
    events: list[Event] = Field(min_length=1, max_length=LONGEST_RUN)
