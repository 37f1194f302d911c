"""The inbox of a world: every message with its fate, read, waited for, cleared."""

from typing import Any

import pytest

from tests.app.refused import REAL_PHONE
from tests.app.tester_api.driving import Driver
from web.testers.waiting import waiting_slot


def sms(tester: Driver, world: Any, path: str = "", **query: object) -> Any:
    return tester.get(f"/worlds/{world['id']}/sms{path}", **query)


def order(tester: Driver, world: Any, kind: str, **action: object) -> None:
    body = {"match": {"channel": "sms"}, "action": {"type": kind, **action}}
    tester.post(f"/worlds/{world['id']}/expectations", body)


def advance(tester: Driver, world: Any, seconds: int) -> None:
    tester.post(f"/worlds/{world['id']}/clock/advance", {"seconds": seconds})


def test_a_code_arrives_with_all_that_is_known_of_it(tester: Driver) -> None:
    world = tester.world()
    clerk = tester.serving(world)
    clerk.up_to_code()
    (message,) = sms(tester, world)["messages"]
    code = clerk.code()
    assert code in message.pop("body")
    assert message == {
        "seq": 1,
        "to": world["citizen"]["phones"][0]["number"],
        "kind": "otp",
        "code": code,
        "issued_at": "2022-06-15T01:00:00Z",
        "deliver_at": "2022-06-15T01:00:00Z",
        "delivered_at": "2022-06-15T01:00:00Z",
        "expires_at": "2022-06-15T01:02:00Z",
        "superseded_by": None,
        "status": "delivered",
    }


def test_the_code_read_from_the_inbox_makes_the_account(tester: Driver) -> None:
    world = tester.world()
    clerk = tester.serving(world)
    clerk.up_to_code()
    code = sms(tester, world, "/wait", kind="otp", after=0)["code"]
    clerk.press("tao", otp=code)
    password = sms(tester, world, "/latest", kind="password")
    assert password["code"] is None
    assert tester.get(f"/worlds/{world['id']}")["citizen"]["has_account"]


def test_a_newer_code_supersedes_the_older(tester: Driver) -> None:
    world = tester.world()
    clerk = tester.serving(world)
    clerk.up_to_code()
    clerk.press("gui-ma")
    older, newer = sms(tester, world)["messages"]
    assert (older["superseded_by"], newer["superseded_by"]) == (2, None)
    assert sms(tester, world, "/latest")["code"] == clerk.code()


def test_nothing_sent_before_the_watermark_is_read(tester: Driver) -> None:
    world = tester.world()
    clerk = tester.serving(world)
    clerk.up_to_code()
    assert sms(tester, world, after=1)["messages"] == []
    clerk.press("gui-ma")
    assert sms(tester, world, "/wait", after=1)["seq"] == 2


@pytest.mark.parametrize(
    ("fault", "status"), [("lost", "lost"), ("reorder", "queued"), ("divert", "diverted")]
)
def test_what_became_of_a_message_is_told(tester: Driver, fault: str, status: str) -> None:
    world = tester.world()
    order(tester, world, fault)
    tester.serving(world).up_to_code()
    assert [one["status"] for one in sms(tester, world)["messages"]] == [status]


def test_a_late_message_comes_when_the_clock_gets_there(tester: Driver) -> None:
    world = tester.world()
    order(tester, world, "late", seconds=130)
    tester.serving(world).up_to_code()
    (message,) = sms(tester, world)["messages"]
    assert (message["status"], message["delivered_at"]) == ("queued", None)
    advance(tester, world, 129)
    assert tester.call("GET", f"/worlds/{world['id']}/sms/latest").status_code == 404
    advance(tester, world, 1)
    assert sms(tester, world, "/latest")["delivered_at"] == "2022-06-15T01:02:10Z"


def test_what_arrived_last_is_the_latest_whenever_it_was_sent(tester: Driver) -> None:
    world = tester.world()
    order(tester, world, "late", seconds=10)
    clerk = tester.serving(world)
    clerk.up_to_code()
    clerk.press("gui-ma")
    assert sms(tester, world, "/latest")["seq"] == 2
    advance(tester, world, 10)
    assert sms(tester, world, "/latest")["seq"] == 1


def test_a_diverted_message_is_found_on_the_strangers_phone(tester: Driver) -> None:
    world = tester.world()
    order(tester, world, "divert")
    tester.serving(world).up_to_code()
    (message,) = sms(tester, world)["messages"]
    assert message["to"] not in [phone["number"] for phone in world["citizen"]["phones"]]
    assert tester.call("GET", f"/worlds/{world['id']}/sms/latest").status_code == 404
    assert sms(tester, world, "/latest", to=message["to"])["seq"] == 1


def test_a_wait_ends_empty_handed(tester: Driver) -> None:
    world = tester.world()
    for timeout in (0, 5, 25):
        query = {"timeout": timeout}
        answer = tester.call("GET", f"/worlds/{world['id']}/sms/wait", query=query)
        assert (answer.status_code, answer.data) == (204, b"")


def test_a_wait_in_a_running_world_ends_with_the_late_message(tester: Driver) -> None:
    world = tester.world(clock={"mode": "running"})
    order(tester, world, "late", seconds=20)
    tester.serving(world).up_to_code()
    assert sms(tester, world, "/wait", timeout=25)["status"] == "delivered"


def test_too_many_waits_at_once_are_told_to_come_back(tester: Driver) -> None:
    address = f"/worlds/{tester.world()['id']}/sms/wait"
    with waiting_slot(), waiting_slot():
        answer = tester.call("GET", address)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "1"
    assert tester.call("GET", address).status_code == 204


def test_clearing_hides_what_has_arrived_and_nothing_else(tester: Driver) -> None:
    world, other = tester.world(), tester.world()
    clerk = tester.serving(world)
    clerk.up_to_code()
    tester.serving(other).up_to_code()
    assert tester.delete(f"/worlds/{world['id']}/sms") == {"cleared": 1}
    assert sms(tester, world)["messages"] == []
    clerk.press("gui-ma")
    assert [one["seq"] for one in sms(tester, world)["messages"]] == [2]
    assert len(sms(tester, other)["messages"]) == 1
    code = clerk.code(0)
    assert code in clerk.client.get(clerk.phone).get_data(as_text=True)


@pytest.mark.parametrize(
    "query",
    [
        {"to": REAL_PHONE},
        {"to": "citizen"},
        {"kind": "letter"},
        {"after": "-1"},
        {"after": "one"},
        {"after": "1" * 30},
        {"timeout": "26"},
        {"timeout": "nan"},
        {"timeout": "-1"},
        {"phone": "0400000000"},
    ],
)
def test_a_question_that_makes_no_sense_is_refused(
    tester: Driver, query: dict[str, object]
) -> None:
    world = tester.world()
    answer = tester.call("GET", f"/worlds/{world['id']}/sms/wait", query=query)
    assert answer.status_code == 400
    assert REAL_PHONE not in answer.get_data(as_text=True)
