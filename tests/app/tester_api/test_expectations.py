"""Trouble ordered in advance: counted, told, taken back, and reported when it never struck."""

from typing import Any

import pytest

from tests.app.refused import REAL_PHONE
from tests.app.tester_api.driving import Driver

LOST = {"match": {"channel": "sms", "kind": "otp"}, "action": {"type": "lost"}, "times": 2}
FAILING = {"match": {"channel": "portal", "step": "create"}, "action": {"type": "error"}}


def path(world: Any) -> str:
    return f"/worlds/{world['id']}/expectations"


def listed(tester: Driver, world: Any) -> Any:
    return tester.get(path(world))["expectations"]


def test_an_expectation_counts_its_hits(tester: Driver) -> None:
    world = tester.world()
    expectation = tester.post(path(world), LOST)
    assert (expectation["id"], expectation["hits"], expectation["left"]) == (1, 0, 2)
    clerk = tester.serving(world)
    clerk.up_to_code()
    assert [(one["hits"], one["left"]) for one in listed(tester, world)] == [(1, 1)]
    clerk.press("gui-ma")
    clerk.press("gui-ma")
    assert [(one["hits"], one["left"]) for one in listed(tester, world)] == [(2, 0)]


def test_the_portal_fails_where_it_was_told_to(tester: Driver) -> None:
    world = tester.world()
    tester.post(path(world), FAILING)
    clerk = tester.serving(world)
    clerk.up_to_code()
    clerk.press("tao", otp=clerk.code())
    assert clerk.rules_refused() == ["dvc.portal_failed"]
    assert clerk.press("tao", otp=clerk.code()).status_code == 303


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_the_portal_fails_with_the_status_it_was_given(tester: Driver, status: int) -> None:
    world = tester.world()
    action = {"type": "error", "status": status}
    tester.post(path(world), {**FAILING, "action": action})
    clerk = tester.serving(world)
    clerk.up_to_code()
    assert clerk.press("tao", otp=clerk.code()).status_code == status
    assert clerk.rules_refused() == ["dvc.portal_failed"]
    assert clerk.press("tao", otp=clerk.code()).status_code == 303


def test_only_the_phone_that_was_named_is_troubled(tester: Driver) -> None:
    world = tester.world()
    match = {"channel": "sms", "to": "0400000001"}
    tester.post(path(world), {"match": match, "action": {"type": "lost"}})
    tester.serving(world).up_to_code()
    assert [one["hits"] for one in listed(tester, world)] == [0]


def test_what_is_taken_back_strikes_no_more(tester: Driver) -> None:
    world = tester.world()
    tester.post(path(world), LOST)
    assert tester.delete(f"{path(world)}/1") == {"withdrawn": [1]}
    assert tester.delete(f"{path(world)}/1") == {"withdrawn": []}
    tester.serving(world).up_to_code()
    assert [(one["hits"], one["withdrawn"]) for one in listed(tester, world)] == [(0, True)]


def test_all_of_it_can_be_taken_back(tester: Driver) -> None:
    world = tester.world(scenario="tk-03-tin-nhan-khong-toi")
    tester.post(path(world), LOST)
    assert tester.delete(path(world)) == {"withdrawn": [1, 2]}


def test_the_scenarios_own_trouble_is_told_apart(tester: Driver) -> None:
    world = tester.world(scenario="tk-03-tin-nhan-khong-toi")
    tester.post(path(world), LOST)
    assert [one["ordered_by"] for one in listed(tester, world)] == ["scenario", "tester"]


def test_the_end_of_a_world_tells_what_never_struck(tester: Driver) -> None:
    world = tester.world(scenario="tk-03-tin-nhan-khong-toi")
    tester.post(path(world), LOST)
    tester.post(path(world), LOST)
    tester.delete(f"{path(world)}/3")
    unspent = tester.delete(f"/worlds/{world['id']}")["unspent"]
    assert [(one["id"], one["hits"]) for one in unspent] == [(2, 0)]


@pytest.mark.parametrize("number", ["2", "0", "-1", "one", "1.0", "٣", "9" * 40])
def test_an_expectation_nobody_ordered_is_not_there(tester: Driver, number: str) -> None:
    world = tester.world()
    tester.post(path(world), LOST)
    assert tester.call("DELETE", f"{path(world)}/{number}").status_code == 404


def test_a_world_takes_only_so_much_trouble(tester: Driver) -> None:
    world = tester.world()
    statuses = [tester.call("POST", path(world), LOST).status_code for _ in range(201)]
    assert statuses == [201] * 200 + [409]


SMS, PORTAL = {"channel": "sms"}, {"channel": "portal"}


@pytest.mark.parametrize(
    "body",
    [
        {"match": SMS, "action": {"type": "error"}},
        {"match": PORTAL, "action": {"type": "lost"}},
        {"match": SMS, "action": {"type": "late"}},
        {"match": SMS, "action": {"type": "late", "seconds": 0}},
        {"match": SMS, "action": {"type": "lost", "seconds": 5}},
        {"match": SMS, "action": {"type": "lost"}, "times": 0},
        {"match": SMS, "action": {"type": "lost"}, "times": 1.5},
        {"match": SMS, "action": {"type": "lost"}, "probability": 0.5},
        {"match": {**SMS, "to": REAL_PHONE}, "action": {"type": "lost"}},
        {"match": {**SMS, "step": "create"}, "action": {"type": "lost"}},
        {"match": {**PORTAL, "step": "fly"}, "action": {"type": "error"}},
        {"match": PORTAL, "action": {"type": "error", "status": 200}},
        {"match": {"channel": "letter"}, "action": {"type": "lost"}},
        {"action": {"type": "lost"}},
        {},
        [],
        None,
    ],
)
def test_trouble_that_makes_no_sense_is_refused(tester: Driver, body: object) -> None:
    world = tester.world()
    answer = tester.call("POST", path(world), body)
    assert answer.status_code in {400, 415}
    assert REAL_PHONE not in answer.get_data(as_text=True)
    assert listed(tester, world) == []
