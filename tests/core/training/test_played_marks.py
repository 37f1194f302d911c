"""A run with a colleague as the citizen is marked like one with the scripted citizen."""

import pytest

from sandbox.desk import Say
from sandbox.played import PlayCitizen, Reply
from tests.core.training.careful import careful
from tests.core.training.colleague import opposite
from tests.core.training.mistakes.code import TakesTheCitizensPhone
from tests.core.training.mistakes.manners import KeepsTalkingFast
from tests.core.training.mistakes.procedure import IgnoresAMisheardPhone, NeverAsksForACheck
from tests.core.training.robot import Clerk, marks_of
from tests.core.training.robot_vneid import VneidClerk
from training.scenario import Scenario, catalogue
from training.scoring import score


@pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())
def test_a_perfect_clerk_reaches_full_marks_with_a_colleague_too(scenario: Scenario) -> None:
    marks = marks_of(opposite(careful(scenario)))
    assert (marks.points, marks.passed, marks.findings) == (100, True, ())


@pytest.mark.parametrize(
    "mistaken",
    [NeverAsksForACheck, IgnoresAMisheardPhone, TakesTheCitizensPhone, KeepsTalkingFast],
)
def test_a_mistake_costs_the_same(mistaken: type[Clerk]) -> None:
    scripted, played = marks_of(mistaken()), marks_of(opposite(mistaken()))
    assert [each.rule for each in played.findings] == [each.rule for each in scripted.findings]
    assert played.points == scripted.points


def test_whoever_thinks_better_of_it_is_not_urged_by_being_guided() -> None:
    clerk = VneidClerk()
    clerk.do(PlayCitizen())
    for choice in ("declined", "accepted"):
        clerk.do(Say("offer_help"))
        clerk.do(Reply(phrase="offer_help", choice=choice))
    clerk.do(Say("guide_activation"))
    assert "vn.pressed" not in {each.rule for each in score(clerk.task, clerk.log).findings}
