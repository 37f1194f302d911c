"""The steps a procedure can be made of: what each asks for, and how the log shows it was done."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from sandbox.log import Fact
from training import account_signs, vneid_signs
from training.signs import Sign
from training.story import Moment, Story

FILES = ("steps.toml", "steps_vneid.toml")
SIGNS: Mapping[str, Sign] = {**account_signs.SIGNS, **vneid_signs.SIGNS}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the expected procedure; ``praise`` is "" where doing it is only natural.

    ``competency`` is what the step belongs to, and so what has to be proved again once it is new.
    """

    id: str
    title: str
    hint: str
    clause: str
    competency: str
    weight: int
    praise: str = ""


@cache
def known_steps() -> Mapping[str, Step]:
    """Every step a scenario may ask for, with its usual wording (see FILES)."""
    folder = files("training")
    tables = [tomllib.loads((folder / name).read_text(encoding="utf-8")) for name in FILES]
    return {name: Step(id=name, **step) for table in tables for name, step in table.items()}


def step_of(name: str, hint: str = "") -> Step:
    """The step of that name, with a scenario's own hint where it has one.

    Raises KeyError: no such step.
    """
    usual = known_steps()[name]
    return replace(usual, hint=hint) if hint else usual


def done(step: str, story: Story) -> Moment[Fact] | None:
    """The first moment the step was done, if it was. Raises KeyError: no such step."""
    return next(iter(SIGNS[step](story)), None)
