"""Nobody gave up who stopped where the world allowed nothing more."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sandbox.citizens import PhoneOwnership
from sandbox.desk import CloseVisit
from sandbox.faults import OrderFault
from sandbox.mock_dvc import SendCode
from sandbox.rules import Rule
from tests.core.training.careful import careful
from tests.core.training.robot import Clerk
from tests.core.training.robot_vneid import VneidClerk
from training.scenario import Scenario, catalogue
from training.scorecard import Scorecard
from training.scoring import score

ACCOUNT = catalogue()["tk-01-thuan-loi"]
FIRST_SIGN_IN = catalogue()["vn-21-lan-dau-vao-cong"]
ACTIVATION = catalogue()["vn-01-kich-hoat-tai-quay"]
PORTAL = catalogue()["vn-02-vao-cong-bang-vneid"]
NEW_PHONE = catalogue()["vn-12-mat-dien-thoai"]
OFTEN = 99


def troubled(scenario: Scenario, channel: str, action: str, times: int, what: str = "") -> Clerk:
    return careful(replace(scenario, faults=(OrderFault(channel, action, times=times, what=what),)))


def finish(clerk: Clerk) -> Scorecard:
    clerk.say("goodbye")
    clerk.do(CloseVisit())
    return score(clerk.task, clerk.log)


def rules(marks: Scorecard) -> list[str]:
    return [each.rule for each in marks.findings]


def only_a_relatives_sim() -> Clerk:
    traits = replace(ACCOUNT.setup.traits, phone=PhoneOwnership.RELATIVE)
    clerk = Clerk(replace(ACCOUNT, setup=replace(ACCOUNT.setup, traits=traits)))
    clerk.welcome()
    clerk.open_form()
    clerk.look_up()
    clerk.say("ask_phone")
    assert "Tôi không có số nào khác" in clerk.say("ask_phone_owner")
    clerk.cancel(1)
    return clerk


def until_the_code(clerk: Clerk) -> Clerk:
    clerk.welcome()
    clerk.open_form()
    clerk.look_up()
    clerk.ask()
    clerk.attach()
    clerk.download()
    clerk.have_it_checked()
    clerk.send_code()
    return clerk


def resend(clerk: Clerk) -> None:
    clerk.say("ask_sms")
    clerk.say("tell_wait")
    clerk.wait(40)
    clerk.do(SendCode(1, clerk.typed))


def no_message(times: int = OFTEN) -> Clerk:
    clerk = until_the_code(troubled(ACCOUNT, "sms", "lost", times, "otp"))
    resend(clerk)
    clerk.say("ask_sms")
    clerk.cancel(1)
    return clerk


def portal_down() -> Clerk:
    clerk = until_the_code(troubled(ACCOUNT, "portal", "error", OFTEN, "create"))
    code = clerk.hear_code()
    for _ in range(2):
        assert clerk.rules_of(clerk.creation(code)) == {Rule.PORTAL_FAILED}
        clerk.wait(10)
    clerk.cancel(1)
    return clerk


def vneid_down(scenario: Scenario = ACTIVATION, phrase: str = "guide_activation") -> Clerk:
    return down(troubled(scenario, "vneid", "maintenance", OFTEN), phrase)


def down(clerk: Clerk, phrase: str, tries: int = 2) -> Clerk:
    assert isinstance(clerk, VneidClerk)
    clerk.welcome()
    clerk.check_arrival()
    clerk.offer()
    clerk.sort()
    for _ in range(tries):
        clerk.say(phrase)
        clerk.say("tell_outage")
        clerk.wait(30)
    clerk.receive()
    return clerk


def no_vneid_code() -> Clerk:
    clerk = down(troubled(ACTIVATION, "sms", "lost", OFTEN, "vneid_otp"), "guide_activation", 1)
    for _ in range(2):
        clerk.say("invite_code")
        clerk.say("tell_wait")
        clerk.wait(60)
        clerk.say("invite_resend")
    return clerk


def no_chip_read() -> Clerk:
    clerk = troubled(NEW_PHONE, "nfc", "unread", OFTEN)
    clerk = down(clerk, "guide_hotline", 1)
    clerk.say("guide_sign_in")
    for _ in range(2):
        clerk.say("invite_chip")
    return clerk


BLOCKED = [
    only_a_relatives_sim,
    no_message,
    portal_down,
    vneid_down,
    lambda: vneid_down(PORTAL, "guide_portal_qr"),
    no_vneid_code,
    no_chip_read,
]
NAMES = ["sim", "message", "portal", "vneid", "way in", "code", "chip"]


@pytest.mark.parametrize("make", BLOCKED, ids=NAMES)
def test_where_nothing_was_left_to_do_nobody_gave_up(make: Callable[[], Clerk]) -> None:
    marks = finish(make())
    assert (rules(marks), marks.points, marks.blocked) == ([], 100, True)
    assert not marks.passed


@pytest.mark.parametrize("make", BLOCKED, ids=NAMES)
def test_who_then_names_a_day_to_come_back_has_passed(make: Callable[[], Clerk]) -> None:
    clerk = make()
    clerk.say("arrange_return")
    marks = finish(clerk)
    assert (rules(marks), marks.points, marks.passed) == ([], 100, True)


def test_an_outage_that_two_tries_would_have_outlasted_is_no_excuse() -> None:
    clerk = down(troubled(ACTIVATION, "vneid", "maintenance", 2), "guide_activation")
    clerk.say("arrange_return")
    marks = finish(clerk)
    assert (rules(marks), marks.passed) == (["vn.gave_up_in_trouble"], False)


def test_a_message_that_the_next_press_would_have_brought_is_no_excuse() -> None:
    marks = finish(no_message(times=2))
    assert rules(marks) == ["tk.gave_up_in_trouble"]


def test_an_outage_that_was_overcome_is_no_excuse_for_stopping_later() -> None:
    clerk = down(troubled(ACTIVATION, "vneid", "maintenance", 3), "guide_activation", 4)
    assert rules(finish(clerk)) == ["vn.left_half_done"]


def test_a_day_to_come_back_excuses_nobody_who_had_nothing_in_the_way() -> None:
    clerk = Clerk()
    clerk.welcome()
    clerk.say("arrange_return")
    assert rules(finish(clerk)) == ["tk.gave_up"]


def test_a_password_that_never_came_is_no_first_sign_in_forgotten() -> None:
    clerk = troubled(FIRST_SIGN_IN, "sms", "lost", OFTEN, "password")
    clerk.serve()
    assert rules(score(clerk.task, clerk.log)) == []
