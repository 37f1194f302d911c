"""What the citizen is told of trouble with VNeID: what there is, and nothing else (S0-16)."""

from collections.abc import Sequence
from math import inf

from sandbox.events import Answered, FaultSpent, Said, StepRefused
from sandbox.rules import Rule
from training.guided import is_answer, refused
from training.rubric.detector import vneid_detector
from training.story import Moment, Story


@vneid_detector
def wait_untold(story: Story) -> Sequence[Moment[Answered]]:
    """S0-16: the code had not come, and the citizen was not told to wait."""
    waiting = [each for each in story.of(Answered) if _sees_no_code(each)]
    return [] if story.said("tell_wait") else waiting[:1]


@vneid_detector
def outage_untold(story: Story) -> Sequence[Moment[StepRefused]]:
    """S0-16: VNeID was down, and the citizen was not told."""
    down = refused(story, {Rule.VNEID_DOWN})
    return [] if story.said("tell_outage") else down[:1]


@vneid_detector
def outage_told_wrongly(story: Story) -> Sequence[Moment[Said]]:
    """S0-16: told that VNeID is down though no trouble of any kind had struck, nor was to."""
    struck = min((each.seq for each in story.of(FaultSpent)), default=inf)
    return [
        each
        for each in story.said("tell_outage")
        if each.seq < struck and not any(fault.left for fault in each.before.faults)
    ]


def _sees_no_code(answer: Moment[Answered]) -> bool:
    """Asked to type the code, the citizen had none, though one was on its way."""
    waiting = answer.fact.phrase == "invite_code" and answer.before.vneid.code is not None
    return waiting and is_answer(answer, "no_message")
