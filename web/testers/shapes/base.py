"""What all shapes have in common."""

from collections.abc import Iterable
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import CoreSchema, core_schema


def whole(value: Any) -> Any:
    """JSON's whole numbers, 7.0 among them, as int; anything else as it is."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Whole = Annotated[int, BeforeValidator(whole)]


class OneOf:
    """Marks a str as one of words that the data decide, so that no Literal can list them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(words)

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        """As pydantic asks for it; the document's enum follows."""
        return core_schema.literal_schema(self._words)


class Shape(BaseModel):
    """A JSON object with known fields only; its fields' docstrings go into the document."""

    # Made ready with the first call that needs it: offices without testers start the faster.
    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, defer_build=True
    )

    @classmethod
    def of(cls, **values: Any) -> Self:
        """One made of the core's plain values; they are checked here, not by their types."""
        return cls.model_validate(values)


class FieldError(Shape):
    """What is wrong with one field."""

    field: str
    """Where it stands, as ``clock.mode``; empty for the body as a whole."""
    says: str
    rule: str | None = None
    """Which rule of ``GET /fidelity`` refused a step; null where the call itself is wrong."""


class Problem(Shape):
    """Why a call was refused (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    """What happened and what to do, in a sentence or two."""
    errors: list[FieldError] = []
