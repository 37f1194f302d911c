"""The world's clock moves forward, and what is due on the way happens."""

from typing import Any

import pytest

from tests.app.effects import FixedEffects
from tests.app.tester_api.driving import Driver


def clock(tester: Driver, world: Any, path: str = "", body: object = None) -> Any:
    address = f"/worlds/{world['id']}/clock{path}"
    return tester.post(address, body) if body else tester.get(address)


def test_a_frozen_clock_stands_until_it_is_moved(tester: Driver, effects: FixedEffects) -> None:
    world = tester.world()
    effects.advance(hours=1)
    assert clock(tester, world)["now"] == "2022-06-15T01:00:00Z"
    assert clock(tester, world, "/advance", {"seconds": 121})["now"] == "2022-06-15T01:02:01Z"
    later = {"to": "2022-06-15T09:00:00+07:00"}
    assert clock(tester, world, "/advance", later)["now"] == "2022-06-15T02:00:00Z"


def test_a_clock_can_be_stopped_and_let_go(tester: Driver, effects: FixedEffects) -> None:
    world = tester.world()
    assert clock(tester, world, "/mode", {"mode": "running"})["mode"] == "running"
    effects.advance(seconds=9)
    assert clock(tester, world, "/mode", {"mode": "frozen"})["now"] == "2022-06-15T01:00:09Z"
    effects.advance(seconds=9)
    assert clock(tester, world)["now"] == "2022-06-15T01:00:09Z"


def test_the_mode_it_has_already_is_no_event(tester: Driver) -> None:
    world = tester.world()
    clock(tester, world, "/mode", {"mode": "frozen"})
    assert tester.get(f"/worlds/{world['id']}")["seq"] == world["seq"]


def test_every_move_is_an_event_by_the_tester(tester: Driver) -> None:
    world = tester.world()
    clock(tester, world, "/advance", {"seconds": 1})
    steps = tester.get(f"/worlds/{world['id']}/replay")["steps"]
    assert steps[-1]["actor"] == "tester"


def test_a_code_expires_when_the_clock_has_passed_it(tester: Driver) -> None:
    world = tester.world()
    clerk = tester.serving(world)
    clerk.up_to_code()
    clock(tester, world, "/advance", {"seconds": 121})
    answer = clerk.press("tao", otp=clerk.code())
    assert answer.status_code == 422
    assert clerk.rules_refused() == ["otp.expired"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"seconds": 0}, 400),
        ({"seconds": -1}, 400),
        ({"seconds": "1"}, 400),
        ({"seconds": True}, 400),
        ({"seconds": None}, 400),
        ({"seconds": 1e300}, 400),
        ({"seconds": 2 * 366 * 86_400 + 1}, 400),
        ({"to": "2022-06-15T01:00:00Z"}, 400),
        ({"to": "2021-06-15T01:00:00Z"}, 400),
        ({"to": "2025-06-15T01:00:00Z"}, 400),
        ({"to": "9999-12-31T23:59:59-14:00"}, 400),
        ({"to": "2022-06-16T01:00:00"}, 400),
        ({"to": "tomorrow"}, 400),
        ({"to": 1_700_000_000}, 400),
        ({"seconds": 1, "to": "2022-06-16T01:00:00Z"}, 400),
        ({"minutes": 1}, 400),
        ({}, 400),
        ([], 400),
    ],
)
def test_what_is_no_way_forward_is_refused(tester: Driver, body: object, status: int) -> None:
    world = tester.world()
    answer = tester.call("POST", f"/worlds/{world['id']}/clock/advance", body)
    assert answer.status_code == status
    assert clock(tester, world)["now"] == "2022-06-15T01:00:00Z"


def test_the_worlds_time_has_an_end(tester: Driver) -> None:
    world = tester.world(clock={"mode": "frozen", "now": "2090-12-31T00:00:00Z"})
    statuses = {
        tester.call(
            "POST", f"/worlds/{world['id']}/clock/advance", {"seconds": 731 * 86_400}
        ).status_code
        for _ in range(6)
    }
    assert statuses == {200, 409}


@pytest.mark.parametrize("now", ["1999-12-31T23:59:59Z", "2091-01-01T00:00:00Z"])
def test_no_world_starts_outside_its_calendar(tester: Driver, now: str) -> None:
    wish = {"scenario": "tk-01-thuan-loi", "seed": 1, "clock": {"now": now}}
    assert tester.call("POST", "/worlds", wish).status_code == 422
