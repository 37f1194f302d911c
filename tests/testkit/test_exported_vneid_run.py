"""A run with VNeID told again: the same facts by the same hands, and the same refusals."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from motcua.testkit.client import AtTheDesk, MakeWorld, Simulator, StepRefusedError, World
from tests.testkit.vneid_visits import activate, open_portal

pytest_plugins = ["pytester"]

MORNING = datetime(2024, 7, 2, 1, 0, tzinfo=UTC)
WORLD: dict[str, Any] = {"era": "2024", "topics": ["vneid"]}
Run = Callable[[World], None]


def fails(step: Callable[..., object], *args: str, **kwargs: Any) -> None:
    """A step that is refused."""
    with pytest.raises(StepRefusedError):
        step(*args, **kwargs)


def activates_with_mistakes(world: World) -> None:
    citizen = world.citizen
    fails(citizen.begin_registration)
    fails(citizen.request_activation, "12")
    fails(citizen.request_activation, phone="0400000001")
    citizen.request_activation()
    for code in ("", "12", "000000"):
        fails(citizen.enter_code, code)
    world.clock.advance(minutes=4)
    fails(citizen.enter_code)
    citizen.resend_code()
    citizen.enter_code()
    fails(citizen.set_password, "ngan")
    fails(citizen.set_password, again="khac")
    citizen.set_password()
    fails(citizen.set_passcode, "12")
    fails(citizen.set_passcode, again="654321")
    citizen.set_passcode(hand="clerk")
    fails(citizen.set_questions, second="first_school")
    citizen.set_questions()
    fails(citizen.vneid_sign_in, password="sai")
    fails(citizen.scan_qr, hand="clerk")
    citizen.vneid_sign_in()
    open_portal(citizen)
    citizen.public_sign_out()


def is_guided(world: World) -> None:
    clerk = world.clerk()
    for phrase in ("ask_vneid", "offer_help"):
        clerk.say(phrase)
    clerk.note_arrival("level2_not_active")
    fails(clerk.note_arrival, "asleep")
    clerk.choose_branch("b3")
    fails(clerk.refer, "moon")
    clerk.hand_over("youth_union")
    clerk.say("guide_activation")
    for phrase in ("invite_code", "invite_password", "invite_passcode", "invite_questions"):
        clerk.say(phrase)
    world.citizen.vneid_sign_in()
    clerk.say("guide_papers")
    clerk.say("guide_portal_qr")
    world.citizen.share_consent()
    clerk.say("do_it_for_you")
    clerk.receive()
    clerk.close_visit()


def registers(world: World) -> None:
    citizen = world.citizen
    world.faults.vneid_maintenance("begin_registration")
    world.faults.nfc_unread()
    fails(citizen.begin_registration)
    citizen.begin_registration()
    fails(citizen.read_chip)
    fails(citizen.take_face)
    citizen.read_qr()
    citizen.take_face()
    citizen.submit_registration()
    world.clock.advance(minutes=5)
    fails(citizen.vneid_sign_in)
    fails(citizen.enrol)
    world.clerk().refer("commune_police")
    citizen.enrol()


def changes_phones(world: World) -> None:
    citizen = world.citizen
    citizen.vneid_sign_in()
    citizen.enter_code()
    citizen.vneid_sign_out()
    citizen.vneid_sign_in()
    citizen.call_hotline()
    citizen.vneid_sign_in()
    citizen.read_chip()
    citizen.enter_code()


def forgets(world: World) -> None:
    citizen = world.citizen
    fails(citizen.vneid_sign_in)
    fails(citizen.forget_password, birth_date="02/01/1950")
    citizen.forget_password()
    citizen.enter_code()
    citizen.set_password()
    citizen.vneid_sign_in()
    citizen.forget_passcode()
    citizen.enter_code()
    citizen.set_passcode()
    citizen.give_number()
    citizen.enter_code()
    fails(citizen.share_consent, ticked=False)
    citizen.share_consent()
    fails(citizen.confirm_passcode, "000000")
    citizen.confirm_passcode()


def collects_papers(world: World) -> None:
    citizen = world.citizen
    fails(citizen.register_child, citizen.personal_id or "")
    citizen.register_child()
    citizen.integrate_paper()
    fails(citizen.integrate_paper)
    fails(citizen.integrate_paper, "driving_licence", "12")
    fails(citizen.integrate_paper, "passport", "THZZ000000")
    for _ in range(3):
        citizen.integrate_paper("driving_licence", "THZZ000000")
    fails(citizen.integrate_paper, "driving_licence")


def tries_until_everything_is_locked(world: World) -> None:
    citizen = world.citizen
    for _ in range(6):
        fails(citizen.integrate_paper, passcode="000000")
    citizen.forget_passcode()
    for _ in range(6):
        fails(citizen.enter_code, "000000")
    citizen.resend_code()
    citizen.enter_code()
    citizen.set_passcode()
    citizen.vneid_sign_out()
    for _ in range(6):
        fails(citizen.vneid_sign_in, password="sai")


def uses_the_computer(world: World) -> None:
    fails(world.citizen.request_activation)
    activate(world.citizen, "computer")


def has_an_account_of_the_portal(world: World) -> None:
    citizen = world.citizen
    fails(citizen.account_sign_in, password="sai")
    citizen.account_sign_in()
    fails(citizen.change_password, "ngan")
    fails(citizen.change_password, citizen.secrets.portal_password or "")
    citizen.change_password()


RUNS: list[tuple[Run, str, dict[str, Any]]] = [
    (activates_with_mistakes, "eid_issued_not_activated", WORLD),
    (is_guided, "eid_issued_not_activated", WORLD),
    (registers, "eid_none", WORLD),
    (changes_phones, "eid_active_old_phone", WORLD),
    (forgets, "eid_forgot_password", WORLD),
    (collects_papers, "eid_guardian", WORLD),
    (tries_until_everything_is_locked, "eid_active", WORLD),
    (uses_the_computer, "eid_computer_only", WORLD),
    (has_an_account_of_the_portal, "has_account", {"era": "2022"}),
]


def told_again(simulator: Simulator, file: str) -> World:
    """The world the exported file makes and plays in."""
    names: dict[str, Any] = {}
    exec(compile(file, "test_again.py", "exec"), names)  # noqa: S102  # this is what it is for
    (test,) = (value for name, value in names.items() if name.startswith("test_"))
    (marker,) = test.pytestmark
    world = simulator.create(**marker.kwargs)
    test(world)
    return world


def facts(world: World) -> list[tuple[object, ...]]:
    """What happened, without what chance and the world's id decide."""
    return [
        (event.kind, event.actor, event.payload.get("reasons"), event.payload.get("step"))
        for event in world.events()
    ]


@pytest.mark.parametrize(
    ("run", "citizen", "wishes"), RUNS, ids=[run.__name__ for run, _, _ in RUNS]
)
def test_the_exported_file_repeats_every_fact(
    make_world: MakeWorld, sim_server: Simulator, run: Run, citizen: str, wishes: dict[str, Any]
) -> None:
    world = make_world(citizen=citizen, frozen_at=MORNING, **wishes)
    run(world)
    again = told_again(sim_server, world.as_pytest())
    assert facts(again) == facts(world)


def test_the_file_is_a_test_like_any_other(
    make_world: MakeWorld, pytester: pytest.Pytester, here: list[str]
) -> None:
    world = make_world(citizen="eid_issued_not_activated", **WORLD)
    is_guided(world)
    text = world.as_pytest()
    assert 'era="2024"' in text
    assert 'topics=["vneid"]' in text
    pytester.makepyfile(text)
    pytester.runpytest(*here, "--strict-markers").assert_outcomes(passed=1)


def test_what_somebody_chose_for_themselves_is_not_told(make_world: MakeWorld) -> None:
    citizen: AtTheDesk = (world := make_world(citizen="eid_issued_not_activated", **WORLD)).citizen
    citizen.request_activation()
    citizen.enter_code()
    citizen.set_password("Rieng#2468", "Rieng#2468")
    text = world.as_pytest()
    assert "citizen.set_password()" in text
    assert "Rieng" not in text
    assert "points ==" not in text
