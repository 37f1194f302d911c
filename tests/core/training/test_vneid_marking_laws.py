"""Whatever a clerk does about VNeID, in any order: marking never fails and reads back the same."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.arrival import ChooseBranch, NoteArrival, Receive, Refer, SendNumber
from sandbox.clock import Advance
from sandbox.codec import decode, encode
from sandbox.desk import CloseVisit, Say
from sandbox.events import ClockMoved
from sandbox.log import Actor
from sandbox.phrases import phrase_book
from sandbox.scripted_moves import MOVES
from tests.core.training.careful import FirstSignIn
from tests.core.training.explained import explains_itself
from tests.core.training.mistakes.own_hands import TakesTheOfferedPhoneForEverything
from tests.core.training.mistakes.vneid_played import LetsTheCodeBeLocked
from tests.core.training.robot import Clerk, marks_of
from tests.core.training.robot_vneid import VneidClerk
from training.debrief import debrief
from training.hints import hint_for
from training.rubric import DETECTORS
from training.scenario import Scenario, catalogue
from training.scoring import score
from training.story import replay

Act = Callable[[VneidClerk], object]
OF_EVERY_VISIT = {"tk.no_greeting", "tk.no_goodbye"}
ABOUT_VNEID = [each for each in catalogue().values() if each.setup.topics == ("vneid",)]


def say(phrase: str, clerk: VneidClerk) -> None:
    clerk.do(Say(phrase))


def take(phrase: str, clerk: VneidClerk) -> None:
    """What that phrase leads to, by the clerk's own hand."""
    command = MOVES[phrase](clerk.world, clerk.now, Actor.CLERK)
    if command:
        clerk.do(command)


def do(command: object, clerk: VneidClerk) -> None:
    clerk.do(command)


TALK: list[Act] = [partial(say, phrase) for phrase in phrase_book()]
TOUCHES: list[Act] = [partial(take, phrase) for phrase in MOVES]
NOTES: list[Act] = [
    partial(do, command)
    for command in (
        NoteArrival("active"),
        ChooseBranch("b1"),
        Refer("district_police"),
        SendNumber(),
        Receive(),
        CloseVisit(),
        Advance(400),
    )
]


@settings(max_examples=50)
@given(
    scenario=st.sampled_from(ABOUT_VNEID),
    muddle=st.lists(st.sampled_from(TALK + TOUCHES + NOTES), max_size=25),
)
def test_every_part_of_every_log_can_be_marked_and_told(
    scenario: Scenario, muddle: list[Act]
) -> None:
    clerk = VneidClerk(scenario)
    for act in muddle:
        act(clerk)
    clerk.do(CloseVisit())
    for length in range(1, len(clerk.log) + 1):
        log = clerk.log[:length]
        marks = score(scenario, log)
        assert 0 <= marks.points <= 100
        assert explains_itself(marks)
        assert len(debrief(scenario, log, marks).timeline) == length
        assert hint_for(scenario, log) in (*scenario.steps, None)
    story = replay(clerk.log)
    for name, find in DETECTORS.items():
        places = [moment.seq for moment in find(story)]
        assert places == sorted(places), name


def test_a_phone_taken_again_and_again_is_told_in_order() -> None:
    clerk = VneidClerk(catalogue()["vn-18-lam-giup-toi"])
    say("guide_activation", clerk)
    take("guide_activation", clerk)
    say("do_it_for_you", clerk)
    places = [each.seq for each in DETECTORS["vn.took_offered_phone"](replay(clerk.log))]
    assert len(places) == 3
    assert places == sorted(places)


@pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())
def test_somebody_who_does_nothing_is_marked_for_what_was_practised(scenario: Scenario) -> None:
    clerk = Clerk(scenario)
    clerk.do(CloseVisit())
    found = {finding.rule for finding in score(scenario, clerk.log).findings}
    about_vneid = {rule for rule in found if rule.startswith("vn.")}
    assert found - about_vneid <= OF_EVERY_VISIT | {"tk.gave_up"}
    assert ("tk.gave_up" in found, bool(about_vneid)) == (
        "account" in scenario.setup.topics,
        scenario.setup.topics == ("vneid",),
    )


@pytest.mark.parametrize(
    "kind",
    [VneidClerk, FirstSignIn, LetsTheCodeBeLocked, TakesTheOfferedPhoneForEverything],
    ids=lambda kind: kind.__name__,
)
def test_a_log_that_was_written_down_and_read_back_is_marked_the_same(
    kind: type[VneidClerk],
) -> None:
    clerk = kind()
    clerk.serve()
    read_back = [
        replace(entry, fact=decode(entry.fact.kind, encode(entry.fact))) for entry in clerk.log
    ]
    assert score(clerk.task, read_back) == score(clerk.task, clerk.log)


def test_a_clerk_who_skips_a_wait_is_not_called_slow() -> None:
    class SkipsADay(VneidClerk):
        def receive(self) -> None:
            self.do(Advance(86_400))
            self.wait(86_400)
            super().receive()

    clerk = SkipsADay()
    clerk.serve()
    marks = score(clerk.task, clerk.log)
    assert any(isinstance(entry.fact, ClockMoved) for entry in clerk.log)
    assert (marks.observations, marks.points) == ((), 100)
    assert marks.duration_s < 600


def test_somebody_who_does_more_than_asked_has_passed() -> None:
    class GoesOnToThePortal(VneidClerk):
        def integrate(self) -> None:
            super().integrate()
            self.enter_portal()
            self.guide("invite_passcode")

    clerk = GoesOnToThePortal()
    clerk.serve()
    marks = score(clerk.task, clerk.log)
    assert (marks.outcome, marks.passed) == ("online", True)


def test_of_a_note_or_a_branch_put_right_the_last_counts() -> None:
    class PutsItRight(VneidClerk):
        def note(self) -> None:
            self.do(NoteArrival("active"))
            super().note()

        def sort(self) -> None:
            self.do(ChooseBranch("b1"))
            super().sort()

    class PutsItWrong(VneidClerk):
        def note(self) -> None:
            super().note()
            self.do(NoteArrival("active"))

        def sort(self) -> None:
            super().sort()
            self.do(ChooseBranch("b1"))

    assert marks_of(PutsItRight()).findings == ()
    wrong = {finding.rule for finding in marks_of(PutsItWrong()).findings}
    assert wrong == {"vn.noted_wrongly", "vn.wrong_branch"}
