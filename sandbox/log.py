"""A world's log: one :class:`Entry` a line, each carrying a :class:`Fact`.

A fact says what happened; its entry adds when, and who did it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform


class Actor(StrEnum):
    """Who did it, and from which side of the desk (S1-05 asks for that)."""

    CLERK = "clerk"
    CITIZEN = "citizen"
    TRAINER = "trainer"
    TESTER = "tester"
    SYSTEM = "system"


class Fact:
    """Base of all facts. ``by`` names the only actor who can be behind one, if fixed."""

    __slots__ = ()
    kind: ClassVar[str]
    by: ClassVar[Actor | None] = None

    def done_by(self, actor: Actor) -> Actor:
        """Who stands in the log as having done this, when ``actor`` gave the command."""
        return self.by or actor


@dataclass(frozen=True, slots=True)
class HandFact(Fact):
    """Base of what happens on the citizen's side; ``hand`` is whose hand did it (S1-05)."""

    hand: Actor

    def done_by(self, _actor: Actor) -> Actor:
        """The hand, whoever gave the command: a clerk may guide, or may do it instead."""
        return self.hand


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a world's log; ``at`` is the world's own time, in UTC."""

    seq: int
    at: datetime
    actor: Actor
    fact: Fact


KINDS: dict[str, type[Fact]] = {}
F = TypeVar("F", bound=type[Fact])


def secret() -> Any:
    """A field that is the citizen's own: never printed with the fact."""
    return field(repr=False)


@dataclass_transform(frozen_default=True, field_specifiers=(secret,))
def fact(kind: str, by: Actor | None = None) -> Callable[[F], F]:
    """Make a class a frozen fact, known to the codec as ``kind``."""

    def register(cls: F) -> F:
        fact_class = cast("F", dataclass(frozen=True, slots=True)(cls))
        fact_class.kind = kind
        fact_class.by = by
        KINDS[kind] = fact_class
        return fact_class

    return register
