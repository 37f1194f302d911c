"""Shapes of steps that a program takes instead of somebody at the desk.

They are made of the sandbox's own commands, so each new command is a new step at once.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from typing import Annotated, Any, Generic, Literal, TypeVar, Union, get_type_hints

from pydantic import ConfigDict, RootModel, create_model
from pydantic import Field as Limits

from sandbox.log import Actor
from sandbox.mock_vneid.values import Device
from web.testers.shapes.base import Shape
from web.testers.shapes.commands import CITIZEN_COMMANDS, CLERK_COMMANDS, WORDS
from web.testers.shapes.runs import Event

_KINDS: Mapping[object, Any] = {
    str: Annotated[str, Limits(max_length=200)],
    bool: bool,
    Device: Literal[Device.HANDSET, Device.COMPUTER],
    Actor: Literal[Actor.CITIZEN, Actor.CLERK],
}


T = TypeVar("T")


class _Deferred(RootModel[T], Generic[T]):
    """Dozens of shapes in one: made ready with the first call that needs it."""

    model_config = ConfigDict(defer_build=True)


class _Step(Shape):
    """Made of a command: its docstrings say nothing of single fields, so none are looked for."""

    model_config = ConfigDict(use_attribute_docstrings=False)


def _any_step(name: str, docs: str, commands: Mapping[str, type], example: Any) -> type[Any]:
    """A body that is one of those steps; its field ``step`` says which."""
    shapes = tuple(_shape(step, command) for step, command in commands.items())
    body: Any = Annotated[Union[shapes], Limits(discriminator="step")]  # noqa: UP007  # made of a tuple
    config = ConfigDict(json_schema_extra={"examples": [example]})
    return type(name, (_Deferred[body],), {"__doc__": docs, "model_config": config})


def _shape(step: str, command: type) -> type[Shape]:
    hints = get_type_hints(command)
    command_fields = {one.name: (_KINDS[hints[one.name]], _limits(one)) for one in fields(command)}
    all_fields: Any = {"step": (Literal[step], ...), **command_fields}
    title = "".join(word.capitalize() for word in step.split("_"))
    return create_model(title, __base__=_Step, __doc__=command.__doc__, **all_fields)


def _limits(one: "Field[Any]") -> Any:
    says = f"The world knows {', '.join(WORDS[one.name])}." if one.name in WORDS else None
    return Limits(... if one.default is MISSING else one.default, description=says)


CitizenStep = _any_step(
    "CitizenStep",
    "One step on the citizen's side; ``hand`` clerk is the clerk reaching across the desk.",
    CITIZEN_COMMANDS,
    {"step": "request_activation", "number": "000012345678", "phone": "0400000001"},
)
ClerkStep = _any_step(
    "ClerkStep",
    "One step at the desk.",
    CLERK_COMMANDS,
    {"step": "note_arrival", "result": "level2_not_active"},
)


class StepTaken(Shape):
    """A step that was taken."""

    taken: Literal[True] = True
    events: list[Event]
    """What happened, the scripted citizen's answer included."""
