"""How a visit about VNeID ends: nothing half done, nobody sent home with it undone."""

from collections.abc import Sequence

from sandbox.ending import outcome
from sandbox.events import FaultSpent, VisitClosed
from sandbox.state import World
from sandbox.triage import Branch
from training import truth
from training.rubric.detector import vneid_detector
from training.story import Moment, Story

Closing = Sequence[Moment[VisitClosed]]
AT_THE_DESK = (Branch.B3, Branch.B4)
NOTHING = ("received", "not_done")


@vneid_detector
def gave_up(story: Story) -> Closing:
    """S2-10, S2-11: help was wanted and could be given at the desk, and was not."""
    undone = [each for each in _ends(story) if _undone(each) and not _half_done(each.before)]
    return [] if story.of(FaultSpent) else undone


@vneid_detector
def gave_up_in_trouble(story: Story) -> Closing:
    """S1-28: VNeID or the card reader failed, and the clerk left it at that."""
    unfinished = [each for each in _ends(story) if _undone(each) or _half_done(each.before)]
    return unfinished if story.of(FaultSpent) else []


@vneid_detector
def left_half_done(story: Story) -> Closing:
    """S0-10: the visit ended in the middle of something on VNeID."""
    return [each for each in _ends(story) if _half_done(each.before)]


def _ends(story: Story) -> list[Moment[VisitClosed]]:
    """The end of a visit in which this clerk was to help with VNeID."""
    return [
        each
        for each in story.of(VisitClosed)
        if truth.about_vneid(each.before) and truth.still_helping(each.before)
    ]


def _undone(end: Moment[VisitClosed]) -> bool:
    at_the_desk = truth.branch(end.before, end.at) in AT_THE_DESK
    return at_the_desk and outcome(end.before) in NOTHING


def _half_done(world: World) -> bool:
    return world.vneid.task is not None or world.vneid.application is not None
