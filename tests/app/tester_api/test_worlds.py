"""Worlds: made, read, laid down anew, forked, ended, and nobody else's."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.app.effects import FixedEffects
from tests.app.tester_api.driving import MORNING, Driver
from web.shell.database import transaction
from web.shell.runtime import Runtime
from web.testers.shapes.preset import Preset
from web.worlds.models import WorldEventRow

AppWith = Callable[..., Flask]
PATHS = [
    ("GET", ""),
    ("DELETE", ""),
    ("POST", "/reset"),
    ("GET", "/clock"),
    ("GET", "/sms"),
    ("GET", "/sms/wait"),
    ("GET", "/events"),
    ("GET", "/vneid"),
    ("GET", "/export"),
    ("GET", "/documents/citizen/both.pdf"),
]


def events(tester: Driver, world: Any) -> list[str]:
    lines = tester.call("GET", f"/worlds/{world['id']}/events").get_data(as_text=True)
    return lines.splitlines()


def test_a_new_world_has_all_a_test_needs(tester: Driver) -> None:
    world = tester.world()
    assert world["clock"] == {"mode": "frozen", "now": MORNING, "status": "ready"}
    phone = world["urls"]["handset"]
    assert world["urls"]["vneid"] == f"{phone}vneid/"
    assert world["urls"]["public_portal"] == f"{phone}cong/"
    assert world["urls"]["computer"] == f"{phone}may-tinh/"
    assert world["officer"]["username"]
    assert world["citizen"]["role"] == "desk"
    assert tester.get(f"/worlds/{world['id']}") == world


def test_the_same_seed_gives_the_same_people(tester: Driver) -> None:
    one, other = tester.world(seed=3), tester.world(seed=3)
    assert one["citizen"] == other["citizen"]
    assert one["id"] != other["id"]
    assert one["citizen"] != tester.world(seed=4)["citizen"]


@pytest.mark.parametrize("handle", list(Preset))
def test_every_preset_makes_a_world_in_every_era_of_life(tester: Driver, handle: Preset) -> None:
    shown = {one["handle"]: one["traits"] for one in tester.get("/citizens")["presets"]}
    citizen = tester.world(citizen=handle)["citizen"]
    for trait in ("card", "eid", "has_account"):
        assert shown[handle][trait] in (None, citizen[trait])


def test_traits_lie_over_what_the_scenario_asks_for(tester: Driver) -> None:
    wish = {"sim_owner": "relative", "eid": "issued_not_activated", "min_age": 60}
    citizen = tester.world(citizen=wish)["citizen"]
    assert [phone["sim_owner"] for phone in citizen["phones"]] == ["relative"]
    assert citizen["eid"] == "issued_not_activated"


def test_a_running_world_starts_at_the_time_it_is_given(
    tester: Driver, effects: FixedEffects
) -> None:
    world = tester.world(clock={"mode": "running", "now": MORNING})
    effects.advance(seconds=5)
    assert tester.get(f"/worlds/{world['id']}/clock")["now"] == "2022-06-15T01:00:05Z"


def test_a_reset_world_is_as_it_was(tester: Driver) -> None:
    world = tester.world(scenario="tk-03-tin-nhan-khong-toi")
    before = events(tester, world)
    tester.serving(world).open_form()
    tester.post(f"/worlds/{world['id']}/clock/advance", {"seconds": 500})
    again = tester.post(f"/worlds/{world['id']}/reset")
    assert {**again, "seq": 0} == {**world, "seq": 0}
    assert events(tester, world)[:-1] == before
    assert '"kind":"world.reset"' in events(tester, world)[-1]


def test_a_fork_shares_the_first_events_and_goes_its_own_way(tester: Driver) -> None:
    world = tester.world()
    tester.serving(world).up_to_code()
    for seq in (1, 4, len(events(tester, world))):
        fork = tester.post(f"/worlds/{world['id']}/fork", {"at_seq": seq})
        assert events(tester, fork)[:seq] == events(tester, world)[:seq]
        assert fork["urls"] != world["urls"]


def test_a_forks_clock_goes_on_from_its_last_event(tester: Driver, effects: FixedEffects) -> None:
    world = tester.world(clock={"mode": "running", "now": MORNING})
    tester.post(f"/worlds/{world['id']}/clock/advance", {"seconds": 100})
    effects.advance(hours=3)
    fork = tester.post(f"/worlds/{world['id']}/fork", {"at_seq": 3})
    assert fork["clock"]["now"] == "2022-06-15T01:01:40Z"


def test_no_fork_beyond_the_last_event(tester: Driver) -> None:
    world = tester.world()
    answer = tester.call("POST", f"/worlds/{world['id']}/fork", {"at_seq": 999})
    assert answer.status_code == 409


def test_two_worlds_know_nothing_of_each_other(tester: Driver) -> None:
    one, other = tester.world(), tester.world()
    before = events(tester, other)
    tester.serving(one).up_to_code()
    tester.post(f"/worlds/{one['id']}/clock/advance", {"seconds": 60})
    assert tester.get(f"/worlds/{other['id']}/sms")["messages"] == []
    assert tester.get(f"/worlds/{other['id']}/clock")["now"] == MORNING
    assert events(tester, other) == before


@pytest.mark.parametrize(("method", "path"), PATHS)
def test_another_testers_world_is_not_there(
    tester: Driver, stranger: Driver, method: str, path: str
) -> None:
    world = tester.world()
    assert stranger.call(method, f"/worlds/{world['id']}{path}").status_code == 404


@pytest.mark.parametrize(("method", "path"), PATHS)
def test_the_time_of_a_world_can_be_over(
    tester: Driver, effects: FixedEffects, method: str, path: str
) -> None:
    world = tester.world(ttl_s=60)
    effects.advance(seconds=60)
    answer = tester.call(method, f"/worlds/{world['id']}{path}")
    assert answer.status_code == 410
    assert "ttl_s" in answer.json["detail"]  # type: ignore[index]  # it is a problem document


def test_expired_worlds_are_swept_away_by_whoever_comes_next(
    tester: Driver, stranger: Driver, runtime: Runtime, effects: FixedEffects
) -> None:
    old, lasting = tester.world(ttl_s=60), tester.world()
    effects.advance(seconds=61)
    stranger.world()
    with transaction(runtime.engine) as connection:
        question = select(func.count()).select_from(WorldEventRow)
        counted = {
            world["id"]: connection.execute(
                question.where(WorldEventRow.world_id == world["id"])
            ).scalar_one()
            for world in (old, lasting)
        }
    assert counted[old["id"]] == 0
    assert counted[lasting["id"]] > 0


def test_a_tester_holds_so_many_worlds_and_no_more(app_with: AppWith) -> None:
    app = app_with(tester_worlds=2)
    tester, other = Driver(app), Driver(app, "tester-token-of-another")
    first = tester.world(ttl_s=90)
    tester.world()
    refused = tester.call("POST", "/worlds", {"scenario": "tk-01-thuan-loi", "seed": 1})
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "90"
    other.world()
    tester.delete(f"/worlds/{first['id']}")
    tester.world()


def test_a_server_may_keep_worlds_for_a_shorter_time(app_with: AppWith) -> None:
    tester = Driver(app_with(tester_ttl=600))
    wish = {"scenario": "tk-01-thuan-loi", "seed": 1, "ttl_s": 601}
    assert tester.call("POST", "/worlds", wish).status_code == 422
    assert tester.call("POST", "/worlds", {**wish, "ttl_s": 600}).status_code == 201
