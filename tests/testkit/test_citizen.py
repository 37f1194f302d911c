"""The citizen without a browser: does what this citizen would do, and is refused as on a screen."""

import pytest

from motcua.testkit.client import MakeWorld, RefusedError, StepRefusedError, World
from tests.testkit.vneid_visits import activate, open_portal

MARKED = pytest.mark.world(era="2024", topics=["vneid"], citizen="eid_issued_not_activated")


@MARKED
def test_a_citizen_activates_and_opens_the_portal(world: World) -> None:
    activate(world.citizen)
    assert world.vneid.level == "active"
    world.citizen.vneid_sign_in()
    open_portal(world.citizen)
    assert world.vneid.portal.on_account_page


@MARKED
def test_the_code_can_be_read_from_its_message(world: World) -> None:
    world.citizen.request_activation()
    world.citizen.enter_code(world.sms.wait_otp(kind="vneid_otp"))
    task = world.vneid.task
    assert task is not None
    assert (task.purpose, task.wanted, task.device) == ("activate", "password", "handset")


@MARKED
def test_a_refusal_has_the_rule_and_the_words_of_the_screen(world: World) -> None:
    world.citizen.request_activation()
    with pytest.raises(StepRefusedError, match=r"409: \w+") as refusal:
        world.citizen.enter_code("12")
    assert refusal.value.rules == ("vneid.code_shape",)


@MARKED
def test_a_call_that_is_wrong_is_no_refused_step(world: World) -> None:
    with pytest.raises(RefusedError, match="400"):
        world.citizen.take("fly")


@MARKED
def test_the_clerks_hand_is_told_from_the_citizens(world: World) -> None:
    request = world.citizen.request_activation(hand="clerk")
    typed = world.citizen.enter_code()
    assert [request[0].actor, typed[0].actor] == ["clerk", "citizen"]


def test_level_1_is_registered_on_the_telephone(make_world: MakeWorld) -> None:
    world = make_world(citizen="eid_none", era="2024", topics=["vneid"])
    citizen = world.citizen
    world.faults.nfc_unread()
    citizen.begin_registration()
    with pytest.raises(StepRefusedError):
        citizen.read_chip()
    citizen.read_qr()
    citizen.take_face()
    citizen.submit_registration()
    world.clock.advance_to(world.vneid.pending[0].ready_at)
    assert world.vneid.level == "level1"


def test_level_2_is_issued_after_a_referral(make_world: MakeWorld) -> None:
    world = make_world(citizen="eid_none", era="2025", topics=["vneid"])
    clerk = world.clerk()
    clerk.say("ask_vneid")
    clerk.note_arrival("no_account")
    clerk.choose_branch("b2")
    clerk.hand_over("activation_team")
    clerk.refer("commune_police")
    clerk.send_number()
    clerk.receive()
    world.citizen.enrol()
    world.clock.advance_to(world.vneid.pending[0].ready_at)
    assert world.vneid.level == "issued_not_activated"
    with pytest.raises(StepRefusedError) as refusal:
        clerk.refer("moon")
    assert refusal.value.rules == ("triage.office_unknown",)


def test_papers_and_a_child_need_the_passcode(make_world: MakeWorld) -> None:
    world = make_world(citizen="eid_guardian", era="2024", topics=["vneid"])
    citizen = world.citizen
    citizen.integrate_paper()
    citizen.integrate_paper("driving_licence")
    citizen.register_child()
    with pytest.raises(StepRefusedError):
        citizen.integrate_paper("vehicle_registration", passcode="12")
    assert [paper.integrated for paper in world.vneid.papers] == [True, True, False]


def test_a_lost_phone_is_locked_and_a_new_one_linked(make_world: MakeWorld) -> None:
    world = make_world(citizen="eid_active_lost_phone", era="2024", topics=["vneid"])
    citizen = world.citizen
    citizen.call_hotline()
    citizen.vneid_sign_in()
    citizen.read_chip()
    citizen.enter_code()
    assert (world.vneid.device, world.vneid.hotline) == ("handset", False)
    citizen.vneid_sign_out()
    assert world.vneid.device == ""


def test_forgotten_secrets_are_renewed(make_world: MakeWorld) -> None:
    world = make_world(citizen="eid_forgot_passcode", era="2024", topics=["vneid"])
    citizen = world.citizen
    citizen.forget_passcode()
    citizen.enter_code()
    citizen.set_passcode()
    citizen.integrate_paper()
    citizen.forget_password()
    citizen.resend_code()
    citizen.enter_code()
    citizen.set_password()
    citizen.give_number()
    citizen.enter_code()
    citizen.share_consent()
    citizen.confirm_passcode()
    citizen.public_sign_out()
    assert not world.vneid.portal.way


def test_the_portals_own_account_opens_it_in_2022(make_world: MakeWorld) -> None:
    world = make_world(citizen="has_account", era="2022")
    citizen = world.citizen
    citizen.account_sign_in()
    citizen.change_password()
    citizen.public_sign_out()
    citizen.account_sign_in()
    assert world.vneid.portal.on_account_page


def test_maintenance_strikes_the_step_it_was_ordered_for(make_world: MakeWorld) -> None:
    world = make_world(citizen="eid_none", era="2024", topics=["vneid"])
    world.faults.vneid_maintenance("begin_registration")
    with pytest.raises(StepRefusedError) as refusal:
        world.citizen.begin_registration()
    assert refusal.value.rules == ("vneid.down",)
    world.citizen.begin_registration()
