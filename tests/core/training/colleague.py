"""A colleague who plays the citizen opposite a robot, and keeps to the part."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass

from sandbox import answers, guiding
from sandbox.desk import Say
from sandbox.events import Answered, CodeSent
from sandbox.log import Actor, Fact
from sandbox.played import SPOKEN_ANSWER, Leave, PlayCitizen, Reply, options
from sandbox.scripted_moves import MOVES
from sandbox.state import World
from sandbox.world import carry_on, handle, record
from tests.core.training.robot import Clerk


@dataclass
class Colleague:
    """Answers what was asked, and does on the telephone what they are guided to."""

    clerk: Clerk

    @property
    def world(self) -> World:
        return self.clerk.world

    def after(self, command: object, facts: list[Fact]) -> list[Fact]:
        """What the clerk's step led to, and what the colleague makes of it."""
        if isinstance(command, Say) and self.world.desk.asked:
            facts += self.answer(command.phrase)
        leaves = self.world.setup.part.leaves_after_code
        if leaves and any(isinstance(fact, CodeSent) for fact in facts):
            facts += self.does(Leave())
        return facts

    def does(self, command: object) -> list[Fact]:
        """By their own hand; the screen may refuse it."""
        clerk = self.clerk
        decision = handle(clerk.world, command, clerk.now, clerk.chance)
        entries = record(clerk.world, decision.facts, Actor.CITIZEN, clerk.now)
        clerk.log += entries
        clerk.world = carry_on(clerk.world, entries)
        return list(decision.facts)

    def answer(self, phrase: str) -> list[Fact]:
        """The one answer that leads to the very facts of the script."""
        if phrase in guiding.PHRASES:
            return self.guided(phrase)
        wanted = answers.answer(self.world, phrase, self.clerk.now)
        wrong = next((getattr(fact, "wrong", ()) for fact in wanted), ())
        for option in options(self.world, self.clerk.now):
            reply = Reply(phrase=phrase, choice=option.choice, wrong=wrong)
            if self.would_lead_to(reply) == wanted:
                return self.does(reply)
        raise AssertionError(f"nobody can answer {phrase} as the script would")

    def guided(self, phrase: str) -> list[Fact]:
        """Do on the telephone what the script would do, and say so."""
        now, chance = self.clerk.now, copy(self.clerk.chance)
        wanted = guiding.answer(self.world, phrase, now, chance)
        move = MOVES.get(phrase)
        command = move(self.world, now, Actor.CITIZEN) if move else None
        moves = command is not None and wanted[0] in self.would_lead_to(command)
        words = [fact.words for fact in wanted if isinstance(fact, Answered)]
        return (self.does(command) if moves else []) + self.says(phrase, *words, SPOKEN_ANSWER)

    def says(self, phrase: str, *words: str) -> list[Fact]:
        """The first of these answers that is offered."""
        offered = options(self.world, self.clerk.now)
        choices = {
            SPOKEN_ANSWER if each.choice == "aloud" else each.words: each.choice for each in offered
        }
        for wanted in words:
            if wanted in choices:
                return self.does(Reply(phrase=phrase, choice=choices[wanted]))
        raise AssertionError(f"nobody can answer {phrase} by {words}")

    def would_lead_to(self, command: object) -> tuple[Fact, ...]:
        clerk = self.clerk
        return handle(clerk.world, command, clerk.now, copy(clerk.chance)).facts


def opposite(clerk: Clerk, kind: Callable[[Clerk], Colleague] = Colleague) -> Clerk:
    """The same clerk with such a colleague opposite."""
    colleague, take_step = kind(clerk), clerk.do

    def do(command: object) -> list[Fact]:
        return colleague.after(command, take_step(command))

    clerk.do = do  # type: ignore[method-assign]  # somebody else sits opposite
    colleague.does(PlayCitizen())
    return clerk
