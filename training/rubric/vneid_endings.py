"""How a visit about VNeID ends: nothing half done, nobody sent home with it undone."""

from collections.abc import Mapping, Sequence

from sandbox.ending import LADDER, outcome, reaches
from sandbox.events import (
    ActivationAsked,
    DeviceQuestioned,
    PasscodeForgotten,
    PasswordForgotten,
    PublicSignInBegun,
    RegistrationBegun,
    VisitClosed,
)
from sandbox.log import HandFact
from sandbox.mock_vneid.values import Purpose
from sandbox.triage import Branch
from training import truth
from training.guided import answered_for, taken_at_word
from training.obstacles import blocked, in_trouble
from training.rubric.detector import vneid_detector
from training.story import Moment, Story

Closing = Sequence[Moment[VisitClosed]]
AT_THE_DESK = (Branch.B3, Branch.B4)
NOTHING = ("received", "put_off", "not_done")
DONE_HERE = (*LADDER[LADDER.index("registered") :], "child_registered")


@vneid_detector
def gave_up(story: Story) -> Closing:
    """S2-10, S2-11: help was wanted and could be given at the desk, and was not."""
    undone = [each for each in _ends(story) if _undone(story, each) and not _half_done(story, each)]
    return [] if in_trouble(story) else undone


@vneid_detector
def gave_up_in_trouble(story: Story) -> Closing:
    """S1-28: VNeID or the card reader failed, and the clerk left it at that."""
    unfinished = [each for each in _ends(story) if _undone(story, each) or _half_done(story, each)]
    return unfinished if in_trouble(story) else []


@vneid_detector
def left_half_done(story: Story) -> Closing:
    """S0-10: the visit ended in the middle of something on VNeID."""
    return [each for each in _ends(story) if _half_done(story, each)]


def _ends(story: Story) -> list[Moment[VisitClosed]]:
    """The end of a visit in which this clerk was to help with VNeID, and could."""
    return (
        []
        if blocked(story) or taken_at_word(story)
        else [
            each
            for each in story.of(VisitClosed)
            if truth.about_vneid(each.before) and truth.still_helping(each.before)
        ]
    )


def _undone(story: Story, end: Moment[VisitClosed]) -> bool:
    """Nothing was done of what the branch allows, or less than the scenario asks for here.

    Who was activated and lacks papers has an entry of its own.
    """
    reached, wanted = outcome(end.before), story.task.outcome
    if reached in NOTHING:
        return truth.branch(end.before, end.at) in AT_THE_DESK or wanted in DONE_HERE
    return wanted in DONE_HERE and reached != "activated" and not reaches(wanted, reached)


def _half_done(story: Story, end: Moment[VisitClosed]) -> bool:
    """Whether the screens the citizen is left with are such as the clerk has led them to."""
    eid = end.before.vneid
    kinds = _BEGINNINGS[eid.task.purpose] if eid.task else (RegistrationBegun,)
    begun = [each for kind in kinds for each in story.of(kind)]
    last = max(begun, key=lambda each: each.seq, default=None)
    under_way = eid.task is not None or eid.application is not None
    return under_way and last is not None and bool(answered_for(story, [last]))


_BEGINNINGS: Mapping[Purpose, tuple[type[HandFact], ...]] = {
    Purpose.ACTIVATE: (ActivationAsked,),
    Purpose.DEVICE: (DeviceQuestioned,),
    Purpose.PASSWORD: (PasswordForgotten,),
    Purpose.PASSCODE: (PasscodeForgotten,),
    Purpose.PORTAL: (PublicSignInBegun,),
}
