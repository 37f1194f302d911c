"""A courteous clerk, and a colleague who once answers off the script.

Whatever the citizen says, the clerk hears it: a no is respected, a plea answered, what was not
understood or not done is said once more, and the dossier is received.
"""

import re
from dataclasses import dataclass, field, replace

from sandbox import people
from sandbox.answers import code_messages
from sandbox.desk import Say
from sandbox.log import Fact
from sandbox.played import Leave, PlayCitizen, Reply, options
from sandbox.rules import Rule
from sandbox.scripted_moves import MOVES
from tests.core.training.careful import CAREFUL
from tests.core.training.colleague import Colleague
from tests.core.training.robot import Clerk
from training.scenario import Scenario

LEAVES = "leaves"
MESSAGES = frozenset({"ask_sms", "ask_code", "ask_newest_code", "invite_code"})


class EndsHereError(Exception):
    """The citizen wants no more of it, or is gone."""


@dataclass
class OffScript(Colleague):
    """Answers the question at ``place`` by the ``choices``; all others by the script."""

    place: int = -1
    choices: tuple[str, ...] = ()
    offered: list[list[str]] = field(default_factory=list)
    chosen: str = ""

    def answer(self, phrase: str) -> list[Fact]:
        self.offered.append([each.choice for each in options(self.world, self.clerk.now)])
        if len(self.offered) != self.place + 1:
            return super().answer(phrase)
        self.chosen = self.choices[-1]
        return [fact for each in self.choices for fact in self.does(_step(phrase, each))]


def _step(phrase: str, choice: str) -> object:
    if choice == LEAVES:
        return Leave()
    return Reply(phrase=phrase, choice=choice, wrong=("phone",))


class Courteous(Clerk):
    """Goes before a careful clerk in a class's bases."""

    colleague: OffScript
    trusts = False

    def serve(self) -> None:
        try:
            super().serve()
        except EndsHereError:
            self.end_here()

    def end_here(self) -> None:
        """S4-24, A6-1: nothing is left open, and the dossier is received."""
        if self.world.desk.left:
            for form in self.world.portal.forms:
                if form.is_pending:
                    self.cancel(form.number)
        else:
            self.say("respect_choice")
        if "account" not in self.task.setup.topics and not self.world.arrival.received:
            self.receive()
        self.leave()

    def receive(self) -> None:
        super().receive()  # type: ignore[misc]  # of the careful clerk for VNeID behind it

    def do(self, command: object) -> list[Fact]:
        """One step and what the citizen makes of it; said again where that did not settle it."""
        self.colleague.chosen = ""
        facts = self.colleague.after(command, super().do(command))
        if isinstance(command, Say) and self.colleague.chosen:
            return self.hear(command, self.colleague.chosen, facts)
        return facts

    def hear(self, said: Say, chosen: str, facts: list[Fact]) -> list[Fact]:
        """Answer what the citizen came out with."""
        guided = said.phrase in MOVES
        if chosen == LEAVES or (guided and chosen == "declined"):
            raise EndsHereError
        reaction = {"deaf": "speak_slowly", "asks_help": "decline_doing"}.get(chosen, "")
        if said.phrase in MESSAGES and chosen in ("none", "no_message"):
            reaction = "tell_wait"
            self.wait(20)
        if reaction:
            self.say(reaction)
        doubts = guided and not self.trusts
        return self.do(said) if reaction or doubts else facts

    def ask_phone(self) -> str:
        """A number said in the room stands in no log."""
        named = self.say("ask_phone") + self.say("ask_phone_owner")
        return re.findall(r"0400\d{6}|$", named)[-2:][0] or people.own_phone(self.world.citizen)

    def wait_for_message(self) -> None:
        """Where no message comes, the number may be another one than was named and confirmed."""
        super().wait_for_message()
        if not code_messages(self.world, self.now):
            self.typed = replace(self.typed, phone=self.ask_phone())
            self.download()
            self.have_it_checked()
            self.send_code()
            super().wait_for_message()

    def create(self, code: str) -> None:
        """Typed as it was read out; whoever read another one is asked again."""
        while reasons := self.rules_of(self.creation(code)):
            self.wait(5)
            code = code if Rule.PORTAL_FAILED in reasons else self.hear_code()

    def correct(self, wrong: tuple[str, ...]) -> None:
        """As the citizen says, field by field."""
        true = people.true_details(self.world)
        self.typed = replace(self.typed, **{each: getattr(true, each) or "" for each in wrong})


def courteous(
    scenario: Scenario, place: int = -1, *choices: str, trusts: bool = False
) -> Courteous:
    """That clerk, opposite somebody who answers one question by those choices.

    ``trusts``: goes on by what the citizen says of the telephone, without looking.
    """
    kind = type("Courteous", (Courteous, CAREFUL[scenario.setup.topics]), {})
    clerk: Courteous = kind(scenario)
    clerk.trusts = trusts
    clerk.colleague = OffScript(clerk, place, choices)
    clerk.colleague.does(PlayCitizen())
    clerk.serve()
    return clerk
