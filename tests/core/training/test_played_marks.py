"""A run with a colleague as the citizen is marked like one with the scripted citizen."""

import pytest

from motcua.sandbox import answers
from motcua.sandbox.desk import Say
from motcua.sandbox.events import CodeSent
from motcua.sandbox.log import Actor, Fact
from motcua.sandbox.played import Leave, PlayCitizen, Reply, options
from motcua.sandbox.world import carry_on, handle, record
from motcua.training.scenario import Scenario, catalogue
from tests.core.training.mistakes.code import TakesTheCitizensPhone
from tests.core.training.mistakes.manners import KeepsTalkingFast
from tests.core.training.mistakes.procedure import IgnoresAMisheardPhone, NeverAsksForACheck
from tests.core.training.robot import Clerk, marks_of


def opposite(clerk: Clerk) -> Clerk:
    """The same clerk with a colleague opposite who keeps to the part."""
    take_step = clerk.do

    def citizen_does(command: object) -> list[Fact]:
        decision = handle(clerk.world, command, clerk.now, clerk.chance)
        assert decision.refusal is None, command
        entries = record(clerk.world, decision.facts, Actor.CITIZEN, clerk.now)
        clerk.log += entries
        clerk.world = carry_on(clerk.world, entries)
        return list(decision.facts)

    def answer(phrase: str) -> list[Fact]:
        """The one answer that leads to the very facts of the script."""
        wanted = answers.answer(clerk.world, phrase, clerk.now)
        wrong = next((getattr(fact, "wrong", ()) for fact in wanted), ())
        for option in options(clerk.world, clerk.now):
            reply = Reply(phrase=phrase, choice=option.choice, wrong=wrong)
            if handle(clerk.world, reply, clerk.now, clerk.chance).facts == wanted:
                return citizen_does(reply)
        raise AssertionError(f"nobody can answer {phrase} as the script would")

    def do(command: object) -> list[Fact]:
        facts = take_step(command)
        if isinstance(command, Say) and clerk.world.desk.asked:
            facts += answer(command.phrase)
        leaves = clerk.world.setup.part.leaves_after_code
        if leaves and any(isinstance(fact, CodeSent) for fact in facts):
            facts += citizen_does(Leave())
        return facts

    clerk.do = do  # type: ignore[method-assign]  # somebody else sits opposite
    citizen_does(PlayCitizen())
    return clerk


@pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())
def test_a_perfect_clerk_reaches_full_marks_with_a_colleague_too(scenario: Scenario) -> None:
    marks = marks_of(opposite(Clerk(scenario)))
    assert (marks.points, marks.passed, marks.findings) == (100, True, ())


@pytest.mark.parametrize(
    "mistaken",
    [NeverAsksForACheck, IgnoresAMisheardPhone, TakesTheCitizensPhone, KeepsTalkingFast],
)
def test_a_mistake_costs_the_same(mistaken: type[Clerk]) -> None:
    scripted, played = marks_of(mistaken()), marks_of(opposite(mistaken()))
    assert [each.rule for each in played.findings] == [each.rule for each in scripted.findings]
    assert played.points == scripted.points
