"""Who may call: nobody while the API is off, else whoever holds a token, and not too fast."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.app.at_the_desk import runtime_of
from tests.app.effects import FixedEffects
from tests.app.tester_api.driving import PREFIX, Driver
from web.people.accounts import attempts
from web.shell.database import transaction
from web.testers import limits
from web.worlds import tester_rate_store

AppWith = Callable[..., Flask]
ADDRESSES = ["/", "/worlds", "/livez", "/openapi.json", "/nothing-here"]


@pytest.fixture
def switched_off(app_with: AppWith) -> Flask:
    return app_with(tester_api=False)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_while_the_api_is_off_there_is_nothing(
    switched_off: Flask, address: str, method: str
) -> None:
    answer = Driver(switched_off).call(method, address)
    assert answer.status_code == 404


def test_while_the_api_is_off_its_links_open_nothing(tester: Driver, switched_off: Flask) -> None:
    link = tester.world()["urls"]["desk"]
    assert switched_off.test_client().get(link).status_code == 404


@pytest.mark.parametrize("token", ["", "wrong", "tester-token-for-test", "é"])
def test_a_wrong_token_opens_nothing(app: Flask, token: str) -> None:
    answer = Driver(app, token).call("GET", "/scenarios")
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.mimetype == "application/problem+json"


def test_no_token_is_known_when_none_is_set(app_with: AppWith) -> None:
    assert Driver(app_with(tester_token=""), "").call("GET", "/scenarios").status_code == 401


@pytest.mark.parametrize("address", ["/livez", "/readyz", "/openapi.json", "/"])
def test_probes_and_the_reference_need_no_token(app: Flask, address: str) -> None:
    assert app.test_client().get(PREFIX + address).status_code == 200


def test_a_program_that_runs_wild_is_told_to_wait(app_with: AppWith, effects: FixedEffects) -> None:
    tester = Driver(app_with(tester_rate=3))
    statuses = [tester.call("GET", "/scenarios").status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]
    assert tester.call("GET", "/scenarios").headers["Retry-After"] == "1"
    effects.advance(seconds=1)
    assert tester.call("GET", "/scenarios").status_code == 200


def test_steps_are_calls_like_any_other(app_with: AppWith) -> None:
    tester = Driver(app_with(tester_rate=2))
    path = f"/worlds/{tester.world()['id']}/clerk/steps"
    statuses = [tester.call("POST", path, {"step": "receive"}).status_code for _ in range(2)]
    assert statuses == [200, 429]


def test_one_testers_calls_do_not_count_for_another(app_with: AppWith) -> None:
    app = app_with(tester_rate=1)
    one, other = Driver(app), Driver(app, "tester-token-of-another")
    assert one.call("GET", "/scenarios").status_code == 200
    assert one.call("GET", "/scenarios").status_code == 429
    assert other.call("GET", "/scenarios").status_code == 200


def test_the_calls_of_a_tester_are_counted_on_all_hosts_together(app_with: AppWith) -> None:
    hosts = [Driver(app_with(tester_rate=3)) for _ in range(2)]
    statuses = [hosts[turn % 2].call("GET", "/scenarios").status_code for turn in range(5)]
    assert statuses == [200, 200, 200, 429, 429]


@pytest.mark.parametrize(("second", "given"), [(10, 0), (9, 0), (11, 3)])
def test_a_clock_that_is_behind_opens_no_new_second(app: Flask, second: int, given: int) -> None:
    with transaction(runtime_of(app).engine) as connection:
        assert tester_rate_store.give(connection, "tester", 10, 3, 5) == 3
        assert tester_rate_store.give(connection, "tester", second, 3, 5) == given


def test_a_process_asks_the_database_for_a_tenth_of_the_rate_at_a_time(app: Flask) -> None:
    with transaction(runtime_of(app).engine) as connection:
        assert [tester_rate_store.give(connection, "t", 1, 25, 10) for _ in range(4)] == [
            10,
            10,
            5,
            0,
        ]


def test_a_network_that_guesses_tokens_waits_while_those_it_knows_do_not(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "PER_NETWORK", 5)
    assert Driver(app).call("GET", "/scenarios").status_code == 200
    stranger = Driver(app, "wrong-token")
    statuses = [stranger.call("GET", "/scenarios").status_code for _ in range(7)]
    assert statuses == [401] * 5 + [429] * 2
    assert stranger.call("GET", "/scenarios").headers["Retry-After"] == "300"
    assert Driver(app).call("GET", "/scenarios").status_code == 200
    app.extensions[limits.KEY].known.clear()  # as for a token never seen from there
    assert Driver(app).call("GET", "/scenarios").status_code == 429
