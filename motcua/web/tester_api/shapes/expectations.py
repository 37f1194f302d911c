"""Shapes about trouble ordered in advance."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from motcua.web.tester_api.shapes.base import Shape, Whole, whole
from motcua.web.tester_api.shapes.messages import PHONE, Kind

SmsAction = Literal["lost", "late", "duplicate", "reorder", "divert"]
PortalStep = Literal["look_up", "download", "send_code", "create"]


class SmsMatch(Shape):
    """Messages; whatever is left out matches any."""

    channel: Literal["sms"]
    to: str | None = Field(default=None, pattern=PHONE)
    kind: Kind | None = None


class PortalMatch(Shape):
    """Steps on the portal; any, when ``step`` is left out."""

    channel: Literal["portal"]
    step: PortalStep | None = None


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
            "oneOf": [
                {
                    "properties": {
                        "match": {"$ref": "#/components/schemas/SmsMatch"},
                        "action": {
                            "anyOf": [
                                {"$ref": "#/components/schemas/SmsLost"},
                                {"$ref": "#/components/schemas/SmsLate"},
                            ]
                        },
                    }
                },
                {
                    "properties": {
                        "match": {"$ref": "#/components/schemas/PortalMatch"},
                        "action": {"$ref": "#/components/schemas/PortalError"},
                    }
                },
            ],
        }
    )

    match: SmsMatch | PortalMatch = Field(discriminator="channel")
    action: SmsLost | SmsLate | PortalError = Field(discriminator="type")
    times: Whole = Field(default=1, ge=1, le=1000)

    @model_validator(mode="after")
    def _fit(self) -> Self:
        if isinstance(self.match, PortalMatch) != isinstance(self.action, PortalError):
            raise ValueError(
                "on channel portal the action is error; on sms lost, late, duplicate, reorder "
                "or divert"
            )
        return self


class Match(Shape):
    """What is matched; null matches any."""

    channel: Literal["sms", "portal"]
    to: str | None
    kind: Kind | None
    step: str | None


class Action(Shape):
    """What then happens."""

    type: SmsAction | Literal["error"]
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
