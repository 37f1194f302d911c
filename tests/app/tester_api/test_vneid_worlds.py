"""Worlds for VNeID: eras, topics, how the citizen comes to it, its trouble and its messages."""

import json

import pytest

from sandbox.era import era_names
from tests.app.tester_api.driving import Driver
from tests.app.tester_api.test_vneid_steps import VNEID, own, refused, take, vneid
from training.era_fit import in_era, why_not_now
from training.scenario import catalogue
from web.testers.openapi import document
from web.testers.presets import MEANINGS
from web.testers.shapes.preset import Preset


@pytest.mark.parametrize("scenario", catalogue())
@pytest.mark.parametrize("era", era_names())
def test_a_world_is_made_in_every_era_that_had_its_procedure(
    tester: Driver, scenario: str, era: str
) -> None:
    wish = {"scenario": scenario, "seed": 7, "era": era}
    why = why_not_now(in_era(catalogue()[scenario], era))
    if not why:
        assert tester.post("/worlds", wish)["era"] == era
        return
    answer = tester.call("POST", "/worlds", wish)
    problem = json.loads(answer.get_data())
    assert (answer.status_code, problem["errors"]) == (422, [{"field": "era", "says": why}])
    assert why in problem["detail"]


def test_topics_that_are_not_the_scenarios_own_play_no_procedure_of_it(tester: Driver) -> None:
    assert tester.world(era="2025", topics=["vneid"])["era"] == "2025"
    for topics in (["account"], ["account", "vneid"]):
        wish = {"scenario": "tk-01-thuan-loi", "seed": 7, "era": "2025", "topics": topics}
        assert tester.call("POST", "/worlds", wish).status_code == 422


def test_the_marks_go_by_the_era_of_the_world(tester: Driver) -> None:
    world = tester.world(scenario="vn-05-the-cu-nam-2025", era="2023", citizen=None)
    steps = [each["id"] for each in tester.get(f"/worlds/{world['id']}/score")["steps"]]
    assert "send_number" in steps


def test_the_document_lists_the_eras_of_the_data() -> None:
    (listed,) = (
        kind["enum"]
        for kind in document()["components"]["schemas"]["NewWorld"]["properties"]["era"]["anyOf"]
        if "enum" in kind
    )
    assert tuple(listed) == era_names()


def test_the_desk_offers_what_is_practised(tester: Driver) -> None:
    for topics, phrase in ((["vneid"], "guide_activation"), (["account"], "ask_code")):
        world = tester.world(topics=topics)
        clerk = tester.serving(world)
        page = clerk.client.get(clerk.desk).get_data(as_text=True)
        assert f'value="{phrase}"' in page
    assert 'value="guide_activation"' not in page


def test_what_is_wished_lies_over_the_preset(tester: Driver) -> None:
    world = tester.world(citizen="eid_active_old_phone", vneid={"papers": ["driving_licence"]})
    now = vneid(tester, world)
    assert now["device"] == "old"
    assert [one["paper"] for one in now["papers"] if one["integrated"]] == ["driving_licence"]


@pytest.mark.parametrize("handle", [one for one in Preset if MEANINGS[one].vneid])
def test_a_preset_brings_its_part_and_tells_it(tester: Driver, handle: Preset) -> None:
    shown = {one["handle"]: one["vneid"] for one in tester.get("/citizens")["presets"]}
    world = tester.world(citizen=handle, **VNEID)
    first = tester.call("GET", f"/worlds/{world['id']}/events").get_data(as_text=True)
    part = json.loads(first.splitlines()[0])["payload"]["setup"]["vneid"]
    traits = {name: value for name, value in shown[handle].items() if value is not None}
    assert traits
    assert {**part, **traits} == part


def test_the_child_is_there_when_it_has_come_along(tester: Driver) -> None:
    guardian = tester.world(citizen="eid_guardian", **VNEID)
    secrets = vneid(tester, guardian)["secrets"]
    child = {"number": secrets["child_number"], "passcode": secrets["passcode"]}
    take(tester, guardian, "register_child", **child)
    assert vneid(tester, guardian)["child_ready_at"]
    alone = tester.world(citizen="eid_active", **VNEID)
    assert vneid(tester, alone)["secrets"]["child_number"] is None


def test_what_was_forgotten_is_wrong_until_it_is_renewed(tester: Driver) -> None:
    world = tester.world(citizen="eid_forgot_password", **VNEID)
    number, phone = own(world)["number"], own(world)["phone"]
    sign_in = {"step": "vneid_sign_in", "number": number}
    believed = vneid(tester, world)["secrets"]["password"]
    refused(tester, world, {**sign_in, "password": believed})
    citizen = world["citizen"]
    born = "/".join(reversed(citizen["birth_date"].split("-")))
    who = {"full_name": citizen["full_name"], "birth_date": born}
    take(tester, world, "forget_password", number=number, phone=phone, **who)
    take(tester, world, "enter_code", code=vneid(tester, world)["code"]["digits"])
    chosen = vneid(tester, world)["secrets"]["new_password"]
    take(tester, world, "set_password", password=chosen, again=chosen)
    assert vneid(tester, world)["secrets"]["password"] == chosen
    take(tester, world, "vneid_sign_in", number=number, password=chosen)
    assert vneid(tester, world)["device"] == "handset"


def test_a_new_phone_asks_for_the_code_on_the_old_one(tester: Driver) -> None:
    world = tester.world(citizen="eid_active_old_phone", **VNEID)
    secrets = vneid(tester, world)["secrets"]
    number = world["citizen"]["personal_id"]
    take(tester, world, "vneid_sign_in", number=number, password=secrets["password"])
    now = vneid(tester, world)
    assert (now["code"]["to"], now["task"]["purpose"]) == ("old", "device")
    assert tester.get(f"/worlds/{world['id']}/sms")["messages"] == []
    take(tester, world, "enter_code", code=now["code"]["digits"])
    assert vneid(tester, world)["device"] == "handset"


def test_a_registration_is_seen_growing(tester: Driver) -> None:
    world = tester.world(citizen="eid_none", **VNEID)
    take(tester, world, "begin_registration", **own(world))
    assert vneid(tester, world)["registration"] == {"card_read": False, "face": False}
    take(tester, world, "read_qr")
    take(tester, world, "take_face")
    assert vneid(tester, world)["registration"] == {"card_read": True, "face": True}
    take(tester, world, "submit_registration")
    now = vneid(tester, world)
    assert (now["level"], now["registration"]) == ("none", None)
    assert [one["level"] for one in now["pending"]] == ["level1"]
    tester.post(f"/worlds/{world['id']}/clock/advance", {"to": now["pending"][0]["ready_at"]})
    assert vneid(tester, world)["level"] == "level1"
    (notice,) = tester.get(f"/worlds/{world['id']}/sms", kind="vneid_notice")["messages"]
    assert (notice["status"], notice["code"], notice["expires_at"]) == ("delivered", None, None)


def test_requests_for_a_paper_run_out_and_come_back_tomorrow(tester: Driver) -> None:
    world = tester.world(citizen="eid_active", **VNEID)
    passcode = vneid(tester, world)["secrets"]["passcode"]
    wrong = {"paper": "driving_licence", "number": "THZZ000000", "passcode": passcode}

    def left() -> dict[str, int]:
        papers = vneid(tester, world)["papers"]
        return {one["paper"]: one["requests_left"] for one in papers}

    for _ in range(3):
        take(tester, world, "integrate_paper", **wrong)
    assert (left()["driving_licence"], left()["health_insurance"]) == (0, 3)
    problem = refused(tester, world, {"step": "integrate_paper", **wrong})
    assert problem["errors"][0]["rule"] == "vneid.paper_limit"
    tester.post(f"/worlds/{world['id']}/clock/advance", {"seconds": 86_400})
    assert left()["driving_licence"] == 3


def test_a_code_is_told_with_its_end_and_the_one_that_took_its_place(tester: Driver) -> None:
    world = tester.world(citizen="eid_issued_not_activated", **VNEID)
    take(tester, world, "request_activation", **own(world))
    take(tester, world, "resend_code")
    first, second = tester.get(f"/worlds/{world['id']}/sms", kind="vneid_otp")["messages"]
    now = vneid(tester, world)["code"]
    assert (second["code"], second["expires_at"]) == (now["digits"], now["expires_at"])
    assert first["code"] in first["body"]
    assert (first["superseded_by"], second["superseded_by"]) == (second["seq"], None)


def test_vneid_under_maintenance_and_a_card_that_cannot_be_read(tester: Driver) -> None:
    world = tester.world(citizen="eid_none", **VNEID)
    path = f"/worlds/{world['id']}/expectations"
    down = {"channel": "vneid", "step": "begin_registration"}
    tester.post(path, {"match": down, "action": {"type": "maintenance"}})
    tester.post(path, {"match": {"channel": "nfc"}, "action": {"type": "unread"}, "times": 2})
    begin = {"step": "begin_registration", **own(world)}
    assert refused(tester, world, begin)["errors"][0]["rule"] == "vneid.down"
    take(tester, world, **begin)
    for _ in range(2):
        read = refused(tester, world, {"step": "read_chip"})
        assert read["errors"][0]["rule"] == "vneid.nfc_failed"
    take(tester, world, "read_chip")
    listed = tester.get(path)["expectations"]
    assert [(one["hits"], one["left"]) for one in listed] == [(1, 0), (2, 0)]
    assert [one["match"]["step"] for one in listed] == ["begin_registration", None]


@pytest.mark.parametrize("kind", ["vneid_otp", "vneid_notice"])
def test_vneids_messages_can_be_lost(tester: Driver, kind: str) -> None:
    world = tester.world(citizen="eid_issued_not_activated", **VNEID)
    match = {"channel": "sms", "kind": kind}
    path = f"/worlds/{world['id']}/expectations"
    tester.post(path, {"match": match, "action": {"type": "lost"}})
    take(tester, world, "request_activation", **own(world))
    (message,) = tester.get(f"/worlds/{world['id']}/sms")["messages"]
    assert message["status"] == ("lost" if kind == "vneid_otp" else "delivered")


@pytest.mark.parametrize(
    "body",
    [
        {"match": {"channel": "vneid"}, "action": {"type": "error"}},
        {"match": {"channel": "vneid"}, "action": {"type": "unread"}},
        {"match": {"channel": "nfc"}, "action": {"type": "maintenance"}},
        {"match": {"channel": "sms"}, "action": {"type": "maintenance"}},
        {"match": {"channel": "vneid", "step": "enrol"}, "action": {"type": "maintenance"}},
        {"match": {"channel": "nfc", "step": "read_chip"}, "action": {"type": "unread"}},
    ],
)
def test_trouble_that_could_never_strike_is_refused(tester: Driver, body: object) -> None:
    world = tester.world(**VNEID)
    assert tester.call("POST", f"/worlds/{world['id']}/expectations", body).status_code == 400


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"topics": []}, "topics"),
        ({"topics": ["weather"]}, "topics"),
        ({"topics": "vneid"}, "topics"),
        ({"vneid": {"signed_in_on": "computer"}}, "vneid.signed_in_on"),
        ({"vneid": {"forgets": "name"}}, "vneid.forgets"),
        ({"vneid": {"papers": ["passport"]}}, "vneid.papers"),
        ({"vneid": {"passcode_misses": -1}}, "vneid.passcode_misses"),
        ({"vneid": {"mistypes": 10}}, "vneid.mistypes"),
        ({"vneid": {"with_child": 1}}, "vneid.with_child"),
        ({"vneid": {"level": "active"}}, "vneid.level"),
        ({"vneid": []}, "vneid"),
    ],
)
def test_a_world_for_vneid_made_wrongly_is_refused_by_name(
    tester: Driver, wrong: dict[str, object], named: str
) -> None:
    answer = tester.call("POST", "/worlds", {"scenario": "tk-01-thuan-loi", "seed": 7, **wrong})
    assert answer.status_code == 400
    assert named in str(answer.json)
