"""How a log shows that something was done: the building blocks of the steps' signs."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from sandbox.log import Actor, Fact, HandFact
from training.story import Moment, Story

Moments = Sequence[Moment[Fact]]
Sign = Callable[[Story], Moments]
H = TypeVar("H", bound=HandFact)


def said(phrase: str) -> Sign:
    """The clerk said that phrase."""
    return lambda story: story.said(phrase)


def happened(kind: type[Fact]) -> Sign:
    """A fact of that kind."""
    return lambda story: story.of(kind)


def own(story: Story, kind: type[H]) -> list[Moment[H]]:
    """The facts of that kind that are the work of the citizen's own hand (S1-05)."""
    return [each for each in story.of(kind) if each.fact.hand is Actor.CITIZEN]


def by_citizen(kind: type[HandFact]) -> Sign:
    """A fact of that kind, by the citizen's own hand."""
    return lambda story: own(story, kind)
