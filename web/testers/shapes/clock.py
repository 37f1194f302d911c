"""Shapes about a world's clock."""

from typing import Any, Literal, Self

from pydantic import AwareDatetime, ConfigDict, Field, model_validator

from web.testers.shapes.base import Shape

TWO_YEARS = 2 * 366 * 86_400


class ClockNow(Shape):
    """A world's time; ``status`` is always ready, since a call answers when all is settled."""

    mode: Literal["running", "frozen"]
    now: AwareDatetime
    status: Literal["ready"] = "ready"


def _exactly_one(schema: dict[str, Any]) -> None:
    for one in schema["properties"].values():
        one.pop("default")
    schema["oneOf"] = [{"required": [name]} for name in schema["properties"]]
    schema["examples"] = [{"seconds": 121}]


class Advance(Shape):
    """How far to move: exactly one of the two."""

    model_config = ConfigDict(json_schema_extra=_exactly_one)

    seconds: float = Field(default=0, gt=0, le=TWO_YEARS)
    """Forward only, two years at most."""
    to: AwareDatetime = Field(default=None)  # type: ignore[assignment]  # absent, never null
    """A later moment of the world's time, two years ahead at most."""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise ValueError("give either seconds or to")
        return self


class ClockMode(Shape):
    """Whether the clock runs or stands still."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"mode": "frozen"}]})

    mode: Literal["running", "frozen"]
