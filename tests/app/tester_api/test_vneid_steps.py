"""Playing the citizen and the check at arrival by program: every step, and every wrong one."""

from typing import Any

import pytest

from sandbox.citizen_side import STEPS
from tests.app.effects import FixedEffects
from tests.app.refused import REAL_PHONE
from tests.app.tester_api.driving import Driver
from web.testers.openapi import document

CITIZEN, CLERK = "citizen", "clerk"
VNEID: dict[str, Any] = {"era": "2024", "topics": ["vneid"]}


def take(tester: Driver, world: Any, step: str, side: str = CITIZEN, **fields: Any) -> Any:
    return tester.post(f"/worlds/{world['id']}/{side}/steps", {"step": step, **fields})


def refused(
    tester: Driver, world: Any, body: object, status: int = 409, side: str = CITIZEN
) -> Any:
    answer = tester.call("POST", f"/worlds/{world['id']}/{side}/steps", body)
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    return answer.json


def vneid(tester: Driver, world: Any) -> Any:
    return tester.get(f"/worlds/{world['id']}/vneid")


def kinds(taken: Any) -> list[tuple[str, str]]:
    return [(event["kind"], event["actor"]) for event in taken["events"]]


def own(world: Any) -> dict[str, str]:
    citizen = world["citizen"]
    return {"number": citizen["personal_id"], "phone": citizen["phones"][0]["number"]}


def activate(tester: Driver, world: Any, **more: Any) -> None:
    """From [Kích hoạt] to the last screen, with the secrets in the citizen's mind."""
    take(tester, world, "request_activation", **own(world), **more)
    code = tester.get(f"/worlds/{world['id']}/sms/latest", kind="vneid_otp")["code"]
    take(tester, world, "enter_code", code=code)
    secrets = vneid(tester, world)["secrets"]
    password, passcode = secrets["new_password"], secrets["new_passcode"]
    take(tester, world, "set_password", password=password, again=password)
    take(tester, world, "set_passcode", passcode=passcode, again=passcode)
    answers = {"first_answer": "Trường Mẫu", "second_answer": "Canh chua"}
    take(tester, world, "set_questions", first="first_school", second="favourite_dish", **answers)


def test_an_account_is_activated_and_opens_the_portal(tester: Driver) -> None:
    world = tester.world(citizen="eid_issued_not_activated", **VNEID)
    activate(tester, world)
    before = vneid(tester, world)
    assert (before["level"], before["device"], before["task"]) == ("active", "", None)
    number, secrets = world["citizen"]["personal_id"], before["secrets"]
    take(tester, world, "vneid_sign_in", number=number, password=secrets["password"])
    take(tester, world, "scan_qr")
    assert vneid(tester, world)["task"]["wanted"] == "consent"
    take(tester, world, "share_consent", ticked=True)
    take(tester, world, "confirm_passcode", passcode=secrets["passcode"])
    assert vneid(tester, world)["portal"]["on_account_page"]


def test_activation_on_the_computer_needs_no_smartphone(tester: Driver) -> None:
    world = tester.world(citizen="eid_computer_only", **VNEID)
    problem = refused(tester, world, {"step": "request_activation", **own(world)})
    assert [one["rule"] for one in problem["errors"]] == ["vneid.no_smartphone"]
    activate(tester, world, device="computer")
    assert vneid(tester, world)["level"] == "active"


def test_what_happened_is_told_with_the_hand_that_did_it(tester: Driver) -> None:
    world = tester.world(citizen="eid_issued_not_activated", **VNEID)
    taken = take(tester, world, "request_activation", **own(world), hand="clerk")
    assert taken["taken"] is True
    assert kinds(taken) == [
        ("vneid.activation_asked", "clerk"),
        ("vneid.code_issued", "system"),
        ("sms.sent", "system"),
    ]
    lines = tester.call("GET", f"/worlds/{world['id']}/events").get_data(as_text=True)
    assert taken["events"][0]["link"] in lines.splitlines()[-3]


def test_a_refused_step_says_why_and_stands_in_the_log(tester: Driver) -> None:
    world = tester.world(citizen="eid_issued_not_activated", **VNEID)
    take(tester, world, "request_activation", **own(world))
    problem = refused(tester, world, {"step": "enter_code", "code": "12", "hand": "clerk"})
    assert [(one["field"], one["rule"]) for one in problem["errors"]] == [
        ("code", "vneid.code_shape")
    ]
    assert problem["errors"][0]["says"] in problem["detail"]
    last = tester.call("GET", f"/worlds/{world['id']}/events").get_data(as_text=True)
    assert '"kind":"step.refused"' in last.splitlines()[-1]
    assert '"actor":"clerk"' in last.splitlines()[-1]


def test_wrong_tries_count_towards_their_locks(tester: Driver) -> None:
    world = tester.world(citizen="eid_active", **VNEID)
    paper = vneid(tester, world)["papers"][0]
    wish = {"step": "integrate_paper", "paper": paper["paper"], "number": paper["number"]}
    for misses in range(1, 6):
        refused(tester, world, {**wish, "passcode": "000000"})
        lock = vneid(tester, world)["locks"]["passcode"]
        assert lock == {"misses": misses, "limit": 5, "locked": misses == 5}
    problem = refused(tester, world, {**wish, "passcode": "000000"})
    assert problem["errors"][0]["rule"] == "vneid.passcode_locked"


def test_every_step_of_the_citizens_side_can_be_called(tester: Driver) -> None:
    mapping = document()["components"]["schemas"]["CitizenStep"]["discriminator"]["mapping"]
    assert set(mapping) == {step.name for step in STEPS.values()}
    world = tester.world(**VNEID)
    for step in mapping:
        answer = tester.call("POST", f"/worlds/{world['id']}/citizen/steps", {"step": step})
        assert answer.status_code in {200, 400, 409}, step


def test_the_clerk_checks_at_arrival_and_talks(tester: Driver) -> None:
    world = tester.world(citizen="eid_none", era="2022", topics=["vneid"])
    answer = take(tester, world, "say", CLERK, phrase="ask_vneid")
    assert kinds(answer) == [("desk.said", "clerk"), ("desk.answered", "citizen")]
    assert kinds(take(tester, world, "note_arrival", CLERK, result="no_account")) == [
        ("arrival.noted", "clerk")
    ]
    take(tester, world, "choose_branch", CLERK, branch="b2")
    take(tester, world, "refer", CLERK, office="commune_police")
    take(tester, world, "send_number", CLERK)
    take(tester, world, "hand_over", CLERK, supporter="activation_team")
    take(tester, world, "receive", CLERK)
    assert kinds(take(tester, world, "enrol"))[0] == ("vneid.enrolled", "citizen")
    (pending,) = vneid(tester, world)["pending"]
    tester.post(f"/worlds/{world['id']}/clock/advance", {"to": pending["ready_at"]})
    after = vneid(tester, world)
    assert (after["level"], after["pending"]) == (pending["level"], [])


def test_the_desk_sees_nothing_of_the_secrets(tester: Driver) -> None:
    world = tester.world(citizen="eid_issued_not_activated", **VNEID)
    clerk = tester.serving(world)
    take(tester, world, "request_activation", **own(world))
    code = vneid(tester, world)["code"]["digits"]
    activate(tester, world)
    secrets = vneid(tester, world)["secrets"]
    for address in (clerk.desk, f"{clerk.desk}/ket-thuc"):
        page = clerk.client.get(address).get_data(as_text=True)
        assert not any(secret in page for secret in (code, *filter(None, secrets.values())))


def test_a_guided_citizen_moves_when_spoken_to(tester: Driver) -> None:
    world = tester.world(citizen="eid_issued_not_activated", **VNEID)
    taken = take(tester, world, "say", CLERK, phrase="guide_activation")
    assert ("vneid.activation_asked", "citizen") in kinds(taken)


@pytest.mark.parametrize(
    ("side", "body", "rule"),
    [
        (CLERK, {"step": "say", "phrase": "sing"}, "desk.unknown_phrase"),
        (CLERK, {"step": "note_arrival", "result": "asleep"}, "triage.standing_unknown"),
        (CLERK, {"step": "choose_branch", "branch": "b5"}, "triage.branch_unknown"),
        (CLERK, {"step": "refer", "office": "moon"}, "triage.office_unknown"),
        (CLERK, {"step": "hand_over", "supporter": "nobody"}, "triage.supporter_unknown"),
        (CITIZEN, {"step": "enter_code", "code": "123456"}, "vneid.step_order"),
        (CITIZEN, {"step": "share_consent", "ticked": False}, "vneid.step_order"),
        (CITIZEN, {"step": "forget_passcode"}, "vneid.not_signed_in"),
    ],
)
def test_what_the_world_does_not_take_is_refused_by_its_rule(
    tester: Driver, side: str, body: object, rule: str
) -> None:
    world = tester.world(citizen="eid_none", **VNEID)
    assert rule in [one["rule"] for one in refused(tester, world, body, side=side)["errors"]]


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"step": "fly"}, "'step' must be one of"),
        ({"step": "note_arrival", "result": "active"}, "'step' must be one of"),
        ({"step": 7}, "step"),
        ({}, "step"),
        ([], "object"),
        ({"step": "enter_code"}, "code"),
        ({"step": "enter_code", "code": 123456}, "code"),
        ({"step": "enter_code", "code": "1" * 201}, "code"),
        ({"step": "enter_code", "code": "123456", "passcode": "123456"}, "unknown field"),
        ({"step": "read_chip", "hand": "tester"}, "hand"),
        ({"step": "share_consent", "ticked": "yes"}, "ticked"),
        ({"step": "request_activation", "number": "1", "phone": "1", "device": "old"}, "device"),
    ],
)
def test_what_is_no_step_is_refused_and_leaves_no_trace(
    tester: Driver, body: object, named: str
) -> None:
    world = tester.world(**VNEID)
    assert named in refused(tester, world, body, status=400)["detail"]
    assert tester.get(f"/worlds/{world['id']}")["seq"] == world["seq"]


def test_what_was_typed_wrongly_is_not_repeated(tester: Driver) -> None:
    world = tester.world(**VNEID)
    step = {"step": "begin_registration", "number": REAL_PHONE, "phone": REAL_PHONE}
    assert REAL_PHONE not in str(refused(tester, world, step))
    assert REAL_PHONE not in str(tester.call("GET", f"/worlds/{world['id']}/export").json)
    assert REAL_PHONE not in str(refused(tester, world, {"step": REAL_PHONE}, status=400))


def test_nothing_is_done_after_the_visit(tester: Driver) -> None:
    world = tester.world(citizen="eid_active", **VNEID)
    clerk = tester.serving(world)
    clerk.client.get(f"{clerk.desk}/ket-thuc")
    clerk.client.send(f"{clerk.desk}/ket-thuc")
    problem = refused(tester, world, {"step": "vneid_sign_out"})
    assert [one["rule"] for one in problem["errors"]] == ["desk.visit_closed"]
    problem = refused(tester, world, {"step": "receive"}, side=CLERK)
    assert [one["rule"] for one in problem["errors"]] == ["desk.visit_closed"]


@pytest.mark.parametrize("path", ["citizen/steps", "clerk/steps"])
def test_another_testers_people_are_not_to_be_moved(
    tester: Driver, stranger: Driver, effects: FixedEffects, path: str
) -> None:
    world = tester.world(citizen="eid_active", ttl_s=60, **VNEID)
    body = {"step": "vneid_sign_out"} if path[1] == "i" else {"step": "receive"}
    assert stranger.call("POST", f"/worlds/{world['id']}/{path}", body).status_code == 404
    assert stranger.call("GET", f"/worlds/{world['id']}/vneid").status_code == 404
    effects.advance(seconds=60)
    assert tester.call("POST", f"/worlds/{world['id']}/{path}", body).status_code == 410
