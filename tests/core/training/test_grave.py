"""What the board calls grave while a run goes on is what the marking finds grave."""

import pytest

from tests.core.training.mistakes.table import MISTAKEN
from tests.core.training.robot import Clerk
from training.live import follow
from training.scoring import score


@pytest.mark.parametrize("kind", MISTAKEN, ids=lambda kind: kind.__name__)
def test_a_grave_mistake_is_known_as_soon_as_the_marking_would_know(kind: type[Clerk]) -> None:
    clerk = kind()
    clerk.serve()
    told = _grave(clerk, len(clerk.log))
    ends = range(1, len(clerk.log) + 1) if told else [len(clerk.log)]
    assert [follow(clerk.task, clerk.log[:end]).grave for end in ends] == [
        _grave(clerk, end) for end in ends
    ]


def _grave(clerk: Clerk, end: int) -> tuple[str, ...]:
    findings = score(clerk.task, clerk.log[:end]).findings
    return tuple(finding.title for finding in findings if finding.grave)
