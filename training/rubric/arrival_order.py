"""The check at arrival in its order: first asked, then offered, then helped (S0-12, S0-10)."""

from collections.abc import Sequence
from math import inf

from sandbox.events import ArrivalNoted, HandedOver, ReceptionBegun, Referred, Said
from sandbox.log import Fact
from sandbox.scripted_moves import MOVES
from training.rubric.detector import vneid_detector
from training.story import Moment, Story


@vneid_detector
def checked_late(story: Story) -> Sequence[Moment[Fact]]:
    """S0-12: noted, sent on, helped or received before anybody asked. Harms nobody by itself."""
    asked = _first(story, "ask_vneid", "check_app")
    acted = [*story.of(ArrivalNoted), *story.of(ReceptionBegun), *_helped(story)]
    return _before(asked, acted)


@vneid_detector
def offered_late(story: Story) -> Sequence[Moment[Fact]]:
    """S0-10: helped before the citizen was asked whether they want it."""
    return [] if checked_late(story) else _before(_first(story, "offer_help"), _helped(story))


@vneid_detector
def introduced_nobody(story: Story) -> Sequence[Moment[Said]]:
    """S0-13: sent to a supporter whom nobody had called, at this visit or later in it."""
    return [] if story.of(HandedOver) else story.said("introduce_supporter")


def _helped(story: Story) -> list[Moment[Fact]]:
    guiding = (each for each in story.of(Said) if each.fact.phrase in MOVES)
    return [*guiding, *story.of(Referred), *story.of(HandedOver)]


def _first(story: Story, *phrases: str) -> float:
    """When one of them was first said; inf for never, which has entries of its own."""
    said = (each.seq for each in story.of(Said) if each.fact.phrase in phrases)
    return next(said, inf)


def _before(asked: float, acted: Sequence[Moment[Fact]]) -> list[Moment[Fact]]:
    early = [each for each in acted if each.seq < asked < inf]
    return sorted(early, key=lambda each: each.seq)
