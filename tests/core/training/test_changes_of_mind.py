"""A no is respected, a yes after it is a yes, and whoever is asked time and again is pressed."""

from dataclasses import dataclass, field
from functools import partial

import pytest

from sandbox.log import Actor, Fact
from sandbox.played import Reply
from sandbox.scripted_moves import MOVES
from tests.core.training.colleague import Colleague, opposite
from tests.core.training.robot import marks_of
from tests.core.training.robot_vneid import VneidClerk
from training.scenario import catalogue
from training.scorecard import Scorecard

DECLINES = "vn-16-hom-nay-chua-muon"


@dataclass
class Decides(Colleague):
    """Answers by those choices in turn, phrase by phrase, and then does as the script would."""

    choices: dict[str, list[str]] = field(default_factory=dict)

    def answer(self, phrase: str) -> list[Fact]:
        planned = self.choices.get(phrase)
        if not planned:
            return super().answer(phrase)
        choice = planned.pop(0)
        move = (
            MOVES[phrase](self.world, self.clerk.now, Actor.CITIZEN) if choice == "done" else None
        )
        did = self.does(move) if move else []
        return did + self.does(Reply(phrase=phrase, choice=choice))


def marks(clerk: VneidClerk, **choices: list[str]) -> Scorecard:
    return marks_of(opposite(clerk, partial(Decides, choices=choices)))


def rules(found: Scorecard) -> list[str]:
    return [each.rule for each in found.findings]


class Offers(VneidClerk):
    """Says all that where help is offered."""

    def __init__(self, *phrases: str, scenario: str = VneidClerk.scenario) -> None:
        super().__init__(catalogue()[scenario])
        self.phrases = phrases

    def offer(self) -> None:
        for phrase in self.phrases:
            self.say(phrase)


AGAIN = ("offer_help", "offer_help")
GENTLY = ("offer_help", "respect_choice", "offer_help")


@pytest.mark.parametrize("phrases", [AGAIN, GENTLY])
def test_who_comes_round_was_not_pressed(phrases: tuple[str, ...]) -> None:
    found = marks(Offers(*phrases), offer_help=["declined", "accepted"])
    assert (rules(found), found.passed) == ([], True)


@pytest.mark.parametrize(
    ("phrases", "times"),
    [(GENTLY, 0), (AGAIN, 0), ((*AGAIN, "offer_help"), 1), ((*GENTLY, "offer_help"), 1)],
)
def test_one_more_offer_after_a_no_is_free(phrases: tuple[str, ...], times: int) -> None:
    found = marks_of(Offers(*phrases, scenario=DECLINES))
    assert sum(each.times for each in found.findings if each.rule == "vn.pressed") == times
    assert found.passed is (times == 0)


class GuidesOn(VneidClerk):
    """Guides to the passcode twice, whatever the citizen says to it, and on."""

    def set_password(self) -> None:
        super().set_password()
        self.say("invite_passcode")


class OffersAgainAndStops(VneidClerk):
    """Respects the no, hears a yes after all, and leaves it at that."""

    def help(self) -> None:
        self.guide("guide_activation")
        self.enter_code()
        self.set_password()
        for phrase in ("invite_passcode", "respect_choice", "offer_help"):
            self.say(phrase)


def test_who_does_it_when_asked_once_more_has_come_round() -> None:
    found = marks(GuidesOn(), invite_passcode=["declined", "done"])
    assert (rules(found), found.passed) == ([], True)


def test_who_says_no_once_more_was_pressed() -> None:
    later = ("invite_questions", "guide_sign_in", "guide_papers")
    no = {phrase: ["declined"] for phrase in later}
    found = marks(GuidesOn(), invite_passcode=["declined", "declined"], **no)
    [pressed] = found.findings
    assert (pressed.rule, pressed.times) == ("vn.pressed", 4)


def test_who_has_come_round_is_helped_to_the_end() -> None:
    yes = ["accepted", "accepted"]
    found = marks(OffersAgainAndStops(), invite_passcode=["declined"], offer_help=yes)
    assert rules(found) == ["vn.left_half_done"]
