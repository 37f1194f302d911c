"""How far a mistake about VNeID went, and in which visits it is one at all."""

from dataclasses import replace
from typing import Any

import pytest

from sandbox.desk import CloseVisit, Say
from sandbox.rules import Rule
from sandbox.setup import Setup
from tests.core.training.robot import marks_of
from tests.core.training.robot_vneid import VneidClerk
from tests.core.vneid.phone import TRAITS, Phone
from training.rubric import DETECTORS
from training.story import replay
from training.truth import still_helping


class LetsThePasscodeBeTriedTooOften(VneidClerk):
    """Goes on inviting the passcode after it is locked."""

    scenario = "vn-10-khong-nho-mat-ma"
    tries = 0

    def renew_passcode(self) -> None:
        for _ in range(self.tries):
            self.failed("invite_passcode")
        super().renew_passcode()


def test_a_try_at_a_locked_passcode_is_one_more_of_the_same_mistake() -> None:
    def times(tries: int) -> int:
        clerk = LetsThePasscodeBeTriedTooOften()
        clerk.tries = tries
        (found,) = marks_of(clerk).findings
        assert found.rule == "vn.secret_guessed"
        locked = replay(clerk.log).refused({Rule.VNEID_PASSCODE_LOCKED})
        assert bool(locked) is (tries > 4)
        return found.times

    assert times(7) - times(3) == 4


@pytest.mark.parametrize(
    ("topics", "found"), [(("vneid",), True), (("account",), False), (("account", "vneid"), False)]
)
def test_what_stays_undone_in_vneid_counts_where_the_visit_is_about_that_alone(
    topics: tuple[str, ...], found: bool
) -> None:
    begun, untouched = (Phone(Setup(traits=TRAITS, topics=topics)) for _ in range(2))
    begun.do(Say("guide_activation"))
    for citizen in (begun, untouched):
        citizen.do(CloseVisit())
    assert bool(DETECTORS["vn.left_half_done"](replay(begun.log))) is found
    assert bool(DETECTORS["vn.gave_up"](replay(untouched.log))) is found


@pytest.mark.parametrize(
    ("arrival", "desk", "helping"),
    [
        ({}, {}, True),
        ({"choice": "accepted"}, {}, True),
        ({"choice": "declined"}, {}, False),
        ({"supporter": "activation_team"}, {}, False),
        ({}, {"left": True}, False),
    ],
)
def test_whoever_was_declined_left_or_relieved_helps_no_longer(
    arrival: dict[str, Any], desk: dict[str, Any], helping: bool
) -> None:
    world = Phone().world
    world = replace(
        world, arrival=replace(world.arrival, **arrival), desk=replace(world.desk, **desk)
    )
    assert still_helping(world) is helping
