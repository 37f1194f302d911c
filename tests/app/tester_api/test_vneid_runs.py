"""Runs with VNeID: as a file, told again in Python, and nothing of them forgotten."""

import re
from typing import Any

import pytest

from motcua.testkit.client import AtTheDesk, Clerk
from sandbox import events
from sandbox.citizen_side import STEPS
from sandbox.log import KINDS, HandFact
from tests.app.tester_api.driving import Driver
from tests.app.tester_api.test_vneid_steps import CLERK, VNEID, activate, take, vneid
from web.testers.pytest_steps import STEP_WRITERS
from web.testers.shapes.commands import CLERK_COMMANDS


def test_a_run_goes_from_one_server_to_another(tester: Driver) -> None:
    world = tester.world(citizen="eid_issued_not_activated", **VNEID)
    take(tester, world, "note_arrival", CLERK, result="level2_not_active")
    activate(tester, world)
    copy = tester.post("/runs", tester.get(f"/worlds/{world['id']}/export"))
    assert vneid(tester, copy) == vneid(tester, world)
    path, query = f"/worlds/{copy['id']}/sms", {"kind": "vneid_otp"}
    assert tester.get(path, **query) == tester.get(f"/worlds/{world['id']}/sms", **query)


def test_a_fork_and_a_reset_keep_how_the_citizen_came(tester: Driver) -> None:
    world = tester.world(citizen="eid_active_old_phone", **VNEID)
    number, secrets = world["citizen"]["personal_id"], vneid(tester, world)["secrets"]
    take(tester, world, "vneid_sign_in", number=number, password=secrets["password"])
    fork = tester.post(f"/worlds/{world['id']}/fork", {"at_seq": world["seq"]})
    assert (vneid(tester, fork)["device"], vneid(tester, fork)["task"]) == ("old", None)
    again = tester.post(f"/worlds/{world['id']}/reset")
    assert vneid(tester, again) == vneid(tester, fork)


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("vneid.activation_asked", {"device": "fridge"}),
        ("vneid.code_issued", {"purpose": "fun"}),
        ("arrival.noted", {"result": "asleep"}),
    ],
)
def test_a_file_that_tells_of_what_cannot_be_is_refused(
    tester: Driver, kind: str, change: dict[str, str]
) -> None:
    world = tester.world(citizen="eid_issued_not_activated", **VNEID)
    take(tester, world, "note_arrival", CLERK, result="level2_not_active")
    activate(tester, world)
    file = tester.get(f"/worlds/{world['id']}/export")
    (event, *_) = (one for one in file["events"] if one["kind"] == kind)
    event["payload"] |= change
    assert tester.call("POST", "/runs", file).status_code == 422


def test_the_file_tells_each_step_with_its_hand(tester: Driver) -> None:
    world = tester.world(citizen="eid_issued_not_activated", **VNEID)
    take(tester, world, "say", CLERK, phrase="guide_activation")
    take(tester, world, "resend_code", hand="clerk")
    take(tester, world, "choose_branch", CLERK, branch="b3")
    text = tester.call("GET", f"/worlds/{world['id']}/pytest").get_data(as_text=True)
    steps = re.findall(r"^    ((?:clerk|citizen)\.\w+\(.*\))$", text, re.MULTILINE)
    assert steps == [
        'clerk.say("guide_activation")',
        'citizen.resend_code(hand="clerk")',
        'clerk.choose_branch("b3")',
    ]


def test_whatever_a_hand_does_can_be_told() -> None:
    # What the marking alone makes of a step is no step of its own.
    done = {kind for kind in KINDS.values() if issubclass(kind, HandFact)}
    assert done <= STEP_WRITERS.keys()
    noted = {kind for kind in KINDS.values() if kind.kind.startswith("arrival.")}
    follows: set[Any] = {events.HelpChosen, events.PhoneOffered, events.SecretTold}
    assert noted - follows <= STEP_WRITERS.keys()


def test_the_kits_people_can_take_every_step() -> None:
    assert all(hasattr(AtTheDesk, step.name) for step in STEPS.values())
    assert all(hasattr(Clerk, step) for step in CLERK_COMMANDS)
