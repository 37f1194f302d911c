"""Shapes about worlds: what one is made of, and how it is shown."""

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, ConfigDict, Field

from sandbox.era import era_names
from sandbox.phrases import FILES
from training.scenario import catalogue
from web.testers.shapes.base import OneOf, Shape, Whole
from web.testers.shapes.clock import ClockNow
from web.testers.shapes.expectations import Expectation
from web.testers.shapes.people import Person, Traits
from web.testers.shapes.preset import Preset
from web.testers.shapes.vneid_wish import VneidWish

DEFAULT_TTL, LONGEST_TTL = 14_400, 2_592_000
LARGEST_SEED = 2**53 - 1
Era = Annotated[str, OneOf(era_names())]
Topic = Annotated[str, OneOf(FILES)]


def _list_scenarios(schema: dict[str, Any]) -> None:
    schema["enum"] = list(catalogue())


class StartingClock(Shape):
    """How the world's clock is set before anybody moves."""

    mode: Literal["running", "frozen"] = "running"
    now: AwareDatetime | None = None
    """The world's time at its start, from 2000 to 2090; the real time when left out."""


class NewWorld(Shape):
    """What a world is made of."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "scenario": "tk-01-thuan-loi",
                    "seed": 7,
                    "clock": {"mode": "frozen", "now": "2022-06-15T01:00:00Z"},
                    "citizen": "has_account",
                }
            ]
        }
    )

    scenario: str = Field(json_schema_extra=_list_scenarios)
    """One of ``GET /scenarios``; what an office has written is not played here."""
    seed: Whole = Field(ge=0, le=LARGEST_SEED)
    """The same seed and scenario give the same people on any machine."""
    era: Era | None = None
    """The rules of which time; the scenario's own when left out."""
    clock: StartingClock = StartingClock()
    ttl_s: Whole = Field(default=DEFAULT_TTL, ge=60, le=LONGEST_TTL)
    """Seconds until the world is swept away."""
    citizen: Preset | Traits | None = None
    """A preset's handle (``GET /citizens``) or traits, laid over what the scenario asks for."""
    topics: list[Topic] | None = Field(default=None, min_length=1, max_length=len(FILES))
    """What is practised, and so what the desk offers; the scenario's own when left out."""
    vneid: VneidWish | None = None
    """How the citizen comes to VNeID, laid over the preset's and the scenario's."""


class Urls(Shape):
    """Where a browser enters: the first three the clerk's side, the others the citizen's."""

    desk: str
    portal: str
    scanner: str
    handset: str
    vneid: str
    """The VNeID app on the telephone."""
    public_portal: str
    computer: str
    """The computer at the office where a citizen without a smartphone activates VNeID."""


class Officer(Shape):
    """The account that signs in to this world's portal."""

    username: str
    password: str


class World(Shape):
    """One isolated pretend reality."""

    id: str
    scenario: str
    seed: int
    era: str
    seq: int
    """The number of the last event."""
    urls: Urls
    officer: Officer
    citizen: Person
    """The truth about the citizen at the desk, whatever gets typed."""
    clock: ClockNow
    expires_at: AwareDatetime


class Fork(Shape):
    """Where another world branches off."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"at_seq": 1}]})

    at_seq: Whole = Field(ge=1, le=1_000_000)
    """The last event the two worlds share."""
    ttl_s: Whole = Field(default=DEFAULT_TTL, ge=60, le=LONGEST_TTL)


class Deleted(Shape):
    """A world that is gone."""

    id: str
    unspent: list[Expectation]
    """Trouble this tester ordered that still had hits left; ``hits`` 0 if it never struck."""
