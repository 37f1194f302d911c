"""Shapes about the service itself: what it can play, how true it is, how it feels."""

from typing import Literal

from web.testers.shapes.base import Shape


class Scenario(Shape):
    """One thing to practise, in Vietnamese as the clerk reads it."""

    id: str
    version: int
    title: str
    situation: str
    era: str
    topics: list[str]
    """What is practised: account, vneid or both."""
    clauses: list[str]
    outcome: str
    """How the visit ought to end."""
    steps: list[str]
    """The expected procedure, by step id."""
    target_minutes: int


class Scenarios(Shape):
    """Everything a world can be made of."""

    scenarios: list[Scenario]


class Rule(Shape):
    """One simulated rule: its sentence on the screen, its source, its known differences."""

    rule: str
    title: str
    says: str
    source: str
    seen: str
    differs: str


class Fidelity(Shape):
    """The ledger of all simulated rules."""

    rules: list[Rule]


class Alive(Shape):
    """The process answers."""

    status: Literal["alive"] = "alive"


class Ready(Shape):
    """The database answers and has the right version."""

    status: Literal["ready"] = "ready"
    version: str
