"""However wrong a call is, the answer is a problem document with a sentence, never a 500."""

import pytest

from tests.app.tester_api.driving import Driver

GOOD = {"scenario": "tk-01-thuan-loi", "seed": 7}


def detail(tester: Driver, body: object, status: int = 400) -> str:
    answer = tester.call("POST", "/worlds", body)
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    problem = answer.json
    assert problem is not None
    assert problem["status"] == status
    return str(problem["detail"])


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"color": "red"}, "color"),
        ({"clock": {"mode": "frozen", "speed": 2}}, "clock.speed"),
        ({"citizen": {"height": 170}}, "height"),
        ({"seed": "7"}, "seed"),
        ({"seed": -1}, "seed"),
        ({"seed": 1.5}, "seed"),
        ({"seed": True}, "seed"),
        ({"seed": None}, "seed"),
        ({"seed": 2**60}, "seed"),
        ({"scenario": ""}, "scenario"),
        ({"scenario": "nobody-knows"}, "scenario"),
        ({"scenario": 7}, "scenario"),
        ({"era": "1999"}, "era"),
        ({"ttl_s": 0}, "ttl_s"),
        ({"ttl_s": 2_592_001}, "ttl_s"),
        ({"clock": {"mode": "backwards"}}, "clock.mode"),
        ({"clock": {"now": "2022-06-15"}}, "clock.now"),
        ({"clock": []}, "clock"),
        ({"citizen": "nobody"}, "citizen"),
        ({"citizen": {"min_age": 13}}, "min_age"),
        ({"citizen": {"card": "plastic"}}, "card"),
    ],
)
def test_a_world_made_wrongly_is_refused_by_name(
    tester: Driver, wrong: dict[str, object], named: str
) -> None:
    assert named in detail(tester, {**GOOD, **wrong})


@pytest.mark.parametrize("body", [[], "text", 7, {}, {"scenario": "tk-01-thuan-loi"}])
def test_what_is_no_wish_is_refused(tester: Driver, body: object) -> None:
    assert detail(tester, body)


@pytest.mark.parametrize(
    "traits",
    [
        {"min_age": 60, "max_age": 20},
        {"card": "old", "eid": "active"},
        {"smartphone": False, "eid": "level1"},
    ],
)
def test_a_citizen_who_cannot_be_is_refused(tester: Driver, traits: dict[str, object]) -> None:
    assert "contradict" in detail(tester, {**GOOD, "citizen": traits}, 422)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\xfe", b"{" * 10_000, b'{"seed": NaN}', b'{"a": "\\ud800"}']
)
def test_what_is_no_json_is_refused(tester: Driver, data: bytes) -> None:
    answer = tester.call("POST", "/worlds", data=data, content_type="application/json")
    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"


def test_a_mark_before_the_json_does_not_matter(tester: Driver) -> None:
    body = b'\xef\xbb\xbf{"scenario": "tk-01-thuan-loi", "seed": 1}'
    answer = tester.call("POST", "/worlds", data=body, content_type="application/json")
    assert answer.status_code == 201


@pytest.mark.parametrize("media", [None, "text/plain", "application/x-www-form-urlencoded"])
def test_another_kind_of_body_is_refused(tester: Driver, media: str | None) -> None:
    answer = tester.call("POST", "/worlds", data=b"{}", content_type=media)
    assert answer.status_code == 415


def test_a_body_that_is_too_large_is_refused(tester: Driver) -> None:
    data = b'{"scenario": "' + b"x" * 70_000 + b'"}'
    answer = tester.call("POST", "/worlds", data=data, content_type="application/json")
    assert answer.status_code == 413
    assert answer.mimetype == "application/problem+json"


@pytest.mark.parametrize("world_id", ["x", "%00", "..", "a" * 500, "đ", "' or 1=1 --"])
def test_a_world_that_was_never_made_is_not_there(tester: Driver, world_id: str) -> None:
    assert tester.call("GET", f"/worlds/{world_id}").status_code == 404


def test_a_question_asked_twice_in_one_is_refused(tester: Driver) -> None:
    address = f"/worlds/{tester.world()['id']}/events?after=1&after=2"
    assert tester.call("GET", address).status_code == 400


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "/worlds", {"POST", "OPTIONS"}),
        ("DELETE", "/scenarios", {"GET", "HEAD", "OPTIONS"}),
        ("PATCH", "/", {"GET", "HEAD", "OPTIONS"}),
        ("POST", "/worlds/x", {"GET", "HEAD", "DELETE", "OPTIONS"}),
    ],
)
def test_another_method_is_told_which_to_use(
    tester: Driver, method: str, path: str, allowed: set[str]
) -> None:
    refused = tester.call(method, path)
    assert refused.status_code == 405
    assert set(refused.headers["Allow"].split(", ")) == allowed - {"OPTIONS"}
    answer = tester.call("OPTIONS", path)
    assert set(answer.headers["Allow"].split(", ")) == allowed


def test_an_address_that_is_not_there_says_where_to_look(tester: Driver) -> None:
    answer = tester.call("GET", "/worldz")
    assert answer.status_code == 404
    assert answer.json is not None
    assert "/_sim/api/v1/" in answer.json["detail"]
