"""One entry of the rubric: a mistake, what it costs and what it does to the citizen."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sandbox.rules import Rule


@dataclass(frozen=True, slots=True)
class RubricEntry:
    """A mistake the marking knows.

    ``rules``: the portal or desk refuses with one of these, and that alone shows
    the mistake; without rules a detector of the same name finds it. ``swallows``:
    entries that say less about the same slip and are left out beside this one.
    ``usual`` False: costs points only where a scenario asks for it. An entry of 0
    points only ever shows as an observation. ``step`` is the step it spoils.
    """

    id: str
    title: str
    step: str
    clause: str
    points: int
    happened: str
    suffers: str
    instead: str
    grave: bool = False
    usual: bool = True
    rules: tuple[Rule, ...] = ()
    swallows: tuple[str, ...] = ()


@cache
def rubric() -> Mapping[str, RubricEntry]:
    """Every entry by id, in the order of the files."""
    return {name: _entry(name, table) for name, table in _tables()}


def _tables() -> Iterator[tuple[str, dict[str, Any]]]:
    folder = files("training.rubric")
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".toml"):
            yield from tomllib.loads(file.read_text(encoding="utf-8")).items()


def _entry(name: str, table: dict[str, Any]) -> RubricEntry:
    rules = tuple(Rule(rule) for rule in table.pop("rules", ()))
    swallows = tuple(table.pop("swallows", ()))
    return RubricEntry(id=name, rules=rules, swallows=swallows, **table)
