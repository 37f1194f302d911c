"""Shapes about trouble ordered in advance."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from sandbox.citizen_side import STEPS
from sandbox.faults import PORTAL_STEPS
from web.testers.shapes.base import OneOf, Shape, Whole, whole
from web.testers.shapes.messages import PHONE, Kind

SmsAction = Literal["lost", "late", "duplicate", "reorder", "divert"]
PortalStep = Annotated[str, OneOf(PORTAL_STEPS)]
VneidStep = Annotated[str, OneOf(step.name for step in STEPS.values() if "vneid" in step.uses)]


class SmsMatch(Shape):
    """Messages; whatever is left out matches any."""

    channel: Literal["sms"]
    to: str | None = Field(default=None, pattern=PHONE)
    kind: Kind | None = None


class PortalMatch(Shape):
    """Steps on the portal; any, when ``step`` is left out."""

    channel: Literal["portal"]
    step: PortalStep | None = None


class VneidMatch(Shape):
    """Steps in VNeID, and on the public portal with it; any, when ``step`` is left out."""

    channel: Literal["vneid"]
    step: VneidStep | None = None


class NfcMatch(Shape):
    """Holding the card to the telephone."""

    channel: Literal["nfc"]


class SmsLost(Shape):
    """It never arrives, arrives twice, after the next one, or on a stranger's phone."""

    type: Literal["lost", "duplicate", "reorder", "divert"]


class SmsLate(Shape):
    """It arrives that many seconds late."""

    type: Literal["late"]
    seconds: Whole = Field(ge=1, le=86_400)


class PortalError(Shape):
    """The portal answers with an error instead of taking the step."""

    type: Literal["error"]
    status: Annotated[Literal[500, 502, 503, 504], BeforeValidator(whole)] | None = None
    """The HTTP status; the portal's usual error page when left out."""


class Maintenance(Shape):
    """VNeID says that it is being maintained instead of taking the step."""

    type: Literal["maintenance"]


class Unread(Shape):
    """The card cannot be read, this time."""

    type: Literal["unread"]


_FITTING: Mapping[type[Shape], tuple[type[Shape], ...]] = {
    SmsMatch: (SmsLost, SmsLate),
    PortalMatch: (PortalError,),
    VneidMatch: (Maintenance,),
    NfcMatch: (Unread,),
}


def _pair(match: type[Shape], *actions: type[Shape]) -> dict[str, Any]:
    """What the document says of a channel and the trouble it can have."""
    fitting = {"anyOf": [_reference(action) for action in actions]}
    return {"properties": {"match": _reference(match), "action": fitting}}


def _reference(shape: type[Shape]) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{shape.__name__}"}


class NewExpectation(Shape):
    """Trouble for the next ``times`` messages or steps that match."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "match": {"channel": "sms", "kind": "otp"},
                    "action": {"type": "late", "seconds": 130},
                    "times": 1,
                }
            ],
            "oneOf": [_pair(match, *actions) for match, actions in _FITTING.items()],
        }
    )

    match: SmsMatch | PortalMatch | VneidMatch | NfcMatch = Field(discriminator="channel")
    action: SmsLost | SmsLate | PortalError | Maintenance | Unread = Field(discriminator="type")
    times: Whole = Field(default=1, ge=1, le=1000)

    @model_validator(mode="after")
    def _fit(self) -> Self:
        if type(self.action) not in _FITTING[type(self.match)]:
            raise ValueError(
                "on channel portal the action is error, on vneid maintenance, on nfc unread; on "
                "sms lost, late, duplicate, reorder or divert"
            )
        return self


class Match(Shape):
    """What is matched; null matches any."""

    channel: Literal["sms", "portal", "vneid", "nfc"]
    to: str | None
    kind: Kind | None
    step: str | None


class Action(Shape):
    """What then happens."""

    type: SmsAction | Literal["error", "maintenance", "unread"]
    seconds: int | None
    status: int | None


class Expectation(Shape):
    """Ordered trouble and how it stands."""

    id: int
    match: Match
    action: Action
    times: int
    hits: int
    """How often it has struck."""
    left: int
    withdrawn: bool
    ordered_by: Literal["scenario", "tester", "trainer"]


class Expectations(Shape):
    """All trouble ordered in this world, oldest first."""

    expectations: list[Expectation]


class Withdrawn(Shape):
    """Which expectations the call took back."""

    withdrawn: list[int]
