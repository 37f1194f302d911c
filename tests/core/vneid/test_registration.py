"""B3: level 1 on one's own phone, level 2 at the police, a child through the guardian."""

from datetime import UTC, datetime, timedelta

import pytest

from sandbox import people
from sandbox.arrival import Refer
from sandbox.citizens import CardKind, EidState, PhoneOwnership
from sandbox.mock_vneid.commands import (
    BeginRegistration,
    Enrol,
    ReadChip,
    ReadQr,
    RegisterChild,
    SubmitRegistration,
    TakeFace,
)
from sandbox.mock_vneid.waiting import after_working_days, brought_along
from sandbox.rules import Rule
from sandbox.setup import Setup
from tests.core.play import MORNING
from tests.core.vneid.phone import TRAITS, Phone, active, phone


@pytest.fixture
def nobody() -> Phone:
    """A citizen without any electronic identity."""
    return phone(eid=EidState.NONE)


def registered(citizen: Phone) -> None:
    """All of the level-1 registration."""
    citizen.do(BeginRegistration(citizen.number, citizen.own))
    citizen.do(ReadChip())
    citizen.do(TakeFace())
    citizen.do(SubmitRegistration())


def test_level_1_comes_with_a_message_after_the_waiting_time(nobody: Phone) -> None:
    registered(nobody)
    assert nobody.level_now() is EidState.NONE
    assert nobody.world.network.sms[-1].deliver_at == MORNING + timedelta(minutes=5)
    nobody.wait(300)
    assert nobody.level_now() is EidState.LEVEL1


def test_the_steps_of_the_registration_follow_each_other(nobody: Phone) -> None:
    for early in (ReadChip(), ReadQr(), TakeFace(), SubmitRegistration()):
        assert nobody.rules_of(early) == (Rule.VNEID_STEP_ORDER,)
    nobody.do(BeginRegistration(nobody.number, nobody.own))
    for early in (TakeFace(), SubmitRegistration()):
        assert nobody.rules_of(early) == (Rule.VNEID_STEP_ORDER,)


def test_where_nfc_fails_it_is_tried_again_or_the_qr_code_will_do(nobody: Phone) -> None:
    nobody.order("nfc", "unread", times=2)
    nobody.do(BeginRegistration(nobody.number, nobody.own))
    assert nobody.rules_of(ReadChip()) == (Rule.VNEID_NFC_FAILED,)
    assert nobody.rules_of(ReadChip()) == (Rule.VNEID_NFC_FAILED,)
    assert nobody.rules_of(ReadQr()) == ()
    assert nobody.rules_of(TakeFace()) == ()


def test_a_relatives_phone_will_not_do() -> None:
    citizen = phone(eid=EidState.NONE, phone=PhoneOwnership.RELATIVE)
    borrowed = people.others_phone(citizen.world.citizen)
    asking = BeginRegistration(citizen.number, borrowed)
    assert citizen.rules_of(asking) == (Rule.VNEID_PHONE_NOT_OWNER,)


def test_nobody_registers_twice(nobody: Phone) -> None:
    registered(nobody)
    again = BeginRegistration(nobody.number, nobody.own)
    assert nobody.rules_of(again) == (Rule.VNEID_REGISTERED,)


def test_an_old_card_cannot_be_read() -> None:
    citizen = phone(eid=None, card=CardKind.OLD)
    citizen.do(BeginRegistration(citizen.number, citizen.own))
    assert citizen.rules_of(ReadChip()) == (Rule.VNEID_NO_CHIP,)
    assert citizen.rules_of(ReadQr()) == (Rule.VNEID_NO_CHIP,)


def test_level_2_takes_three_working_days_and_is_then_there_to_be_activated(nobody: Phone) -> None:
    nobody.do(Refer("district_police"))
    nobody.do(Enrol())  # on a Wednesday
    nobody.wait(timedelta(days=5).total_seconds() - 1)
    assert nobody.level_now() is EidState.NONE
    nobody.wait(1)
    assert nobody.level_now() is EidState.LEVEL2_ISSUED
    nobody.activate()
    assert nobody.level_now() is EidState.LEVEL2_ACTIVE


def test_with_a_card_to_be_made_it_takes_seven() -> None:
    citizen = phone(eid=None, card=CardKind.OLD)
    citizen.do(Refer("district_police"))
    citizen.do(Enrol())
    citizen.wait(timedelta(days=9).total_seconds())
    assert (citizen.level_now(), citizen.eid.chip_card) == (EidState.LEVEL2_ISSUED, True)


@pytest.mark.parametrize(
    ("era", "office", "rules"),
    [
        ("2023", "", (Rule.VNEID_OFFICE,)),
        ("2023", "district_police", ()),
        ("2025", "district_police", (Rule.VNEID_OFFICE,)),
        ("2025", "commune_police", ()),
    ],
)
def test_only_an_office_of_the_time_can_enrol(
    era: str, office: str, rules: tuple[Rule, ...]
) -> None:
    citizen = phone(era, eid=EidState.NONE)
    citizen.do(Refer(office))
    assert citizen.rules_of(Enrol()) == rules


def test_who_is_enrolled_is_not_enrolled_again(nobody: Phone) -> None:
    nobody.do(Refer("province_police"))
    nobody.do(Enrol())
    assert nobody.rules_of(Enrol()) == (Rule.VNEID_ENROLLED,)
    assert phone().rules_of(Enrol()) == (Rule.VNEID_ENROLLED,)


def test_a_level_1_that_has_come_is_not_lost_while_level_2_is_on_its_way(nobody: Phone) -> None:
    registered(nobody)
    nobody.wait(300)
    nobody.do(Refer("province_police"))
    nobody.do(Enrol())
    assert nobody.level_now() is EidState.LEVEL1


def test_a_child_is_registered_through_the_guardians_account() -> None:
    guardian = active(with_child=True)
    number = people.child(guardian.world).personal_id
    alone = BeginRegistration(number, guardian.own)
    assert Rule.VNEID_UNDER_14 in guardian.rules_of(alone)
    assert guardian.rules_of(RegisterChild(number, "000000")) == (Rule.VNEID_PASSCODE_WRONG,)
    assert guardian.rules_of(RegisterChild(number, guardian.passcode)) == ()
    again = RegisterChild(number, guardian.passcode)
    assert guardian.rules_of(again) == (Rule.VNEID_REGISTERED,)


def test_a_guardian_needs_an_active_account_and_a_child_of_their_own() -> None:
    guardian = phone()
    number = people.child(guardian.world).personal_id
    rules = guardian.rules_of(RegisterChild(number, "000000"))
    assert rules == (
        Rule.VNEID_NOT_SIGNED_IN,
        Rule.VNEID_LEVEL2_NEEDED,
        Rule.VNEID_NUMBER_UNKNOWN,
    )


def test_from_14_one_registers_oneself() -> None:
    citizen = active(with_child=True)
    own = RegisterChild(citizen.number, citizen.passcode)
    assert citizen.rules_of(own) == (Rule.VNEID_OLD_ENOUGH,)
    young = phone(eid=EidState.NONE, min_age=15, max_age=15)
    assert young.rules_of(BeginRegistration(young.number, young.own)) == ()


@pytest.mark.parametrize("seed", range(20))
def test_a_child_is_under_14_in_every_world(seed: int) -> None:
    world = Phone(seed=seed).world
    born = people.child(world).birth_date
    assert 4 <= world.era.year - born.year <= 13


@pytest.mark.parametrize(("days", "day"), [(1, 20), (3, 22), (7, 28)])
def test_working_days_leave_the_week_end_out(days: int, day: int) -> None:
    friday = datetime(2022, 6, 17, 1, tzinfo=UTC)
    assert after_working_days(friday, days) == datetime(2022, 6, day, 1, tzinfo=UTC)


def test_a_chip_card_is_there_from_the_start_or_from_the_day_it_comes_and_stays() -> None:
    without, owner = phone(eid=None, card=CardKind.OLD), phone(eid=EidState.NONE)
    for citizen, card in ((without, False), (owner, True)):
        assert citizen.eid.chip_card is card
        citizen.do(Refer("district_police"))
        citizen.do(Enrol())
        citizen.wait(timedelta(days=9).total_seconds() - 1)
        assert citizen.eid.chip_card is card
        citizen.wait(1)
        assert citizen.eid.chip_card


def test_the_message_of_a_result_says_what_comes_next_at_level_2_alone() -> None:
    def told(citizen: Phone, *steps: object) -> str:
        for step in steps:
            citizen.do(step)
        return citizen.world.network.sms[-1].body

    at_home = phone(eid=EidState.NONE)
    first = told(
        at_home,
        BeginRegistration(at_home.number, at_home.own),
        ReadChip(),
        TakeFace(),
        SubmitRegistration(),
    )
    second = told(phone(eid=EidState.NONE), Refer("district_police"), Enrol())
    assert first.endswith("dien tu muc do 1 da duoc phe duyet.")
    assert second.endswith("muc do 2 da duoc phe duyet. Moi mo ung dung VNeID de kich hoat.")


def test_the_approval_somebody_comes_with_was_never_sent_in_this_world() -> None:
    citizen = Phone(Setup(traits=TRAITS, topics=("vneid",)))
    (approval,) = brought_along(citizen.world)
    assert (approval.number, approval.to) == (0, citizen.own)
    assert brought_along(phone().world) == ()
