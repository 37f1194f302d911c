"""A trainer can let the citizen name a relative's number; the right one is still theirs to find."""

from sandbox import people
from sandbox.classroom import NameRelativesPhone
from sandbox.identity import read_phone
from sandbox.log import Actor
from sandbox.world import carry_on, handle, record
from tests.core.training.robot import Clerk, marks_of


class Troubled(Clerk):
    """The trainer orders it before anybody has asked for a number."""

    def ask(self) -> None:
        decision = handle(self.world, NameRelativesPhone(), self.now, self.chance)
        entries = record(self.world, decision.facts, Actor.TRAINER, self.now)
        self.log += entries
        self.world = carry_on(self.world, entries)
        super().ask()


def test_a_careful_clerk_asks_whose_it_is_and_uses_the_citizens_own() -> None:
    clerk = Troubled()
    own = people.own_phone(clerk.world.citizen)
    marks = marks_of(clerk)
    assert (marks.points, marks.findings) == (100, ())
    assert people.own_phone(clerk.world.citizen) == own
    said = " ".join(str(getattr(entry.fact, "words", "")) for entry in clerk.log)
    assert people.others_phone(clerk.world.citizen) in said


def test_the_relatives_number_is_a_practice_number_of_somebody_else() -> None:
    clerk = Troubled()
    clerk.serve()
    named = people.others_phone(clerk.world.citizen)
    assert read_phone(named) == named
    assert named != people.own_phone(clerk.world.citizen)


def test_ordered_twice_it_happens_once() -> None:
    clerk = Troubled()
    clerk.welcome()
    clerk.ask()
    assert handle(clerk.world, NameRelativesPhone(), clerk.now, clerk.chance).facts == ()
