"""What happened: events, marks, the run again, and the run as a file."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from sandbox import codec
from tests.app.refused import REAL_PHONE, STRANGER
from tests.app.tester_api.driving import Driver
from web.testers import run_file
from web.testers.shapes.runs import RunFile

Change = Callable[[Any], None]


@pytest.fixture
def world(tester: Driver) -> Any:
    """A world in which a code was sent."""
    world = tester.world()
    tester.serving(world).up_to_code()
    return world


def lines(tester: Driver, world: Any, **query: object) -> list[Any]:
    answer = tester.call("GET", f"/worlds/{world['id']}/events", query=query)
    assert answer.mimetype == "application/x-ndjson"
    return [json.loads(line) for line in answer.get_data(as_text=True).splitlines()]


def test_events_tell_all_and_can_be_followed(tester: Driver, world: Any) -> None:
    events = lines(tester, world)
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert events[0]["kind"] == "world.started"
    assert {"form.code_sent", "sms.sent"} <= {event["kind"] for event in events}
    assert lines(tester, world, after=5) == events[5:]
    assert lines(tester, world, after=10_000) == []


def test_the_score_is_there_at_any_moment(tester: Driver, world: Any) -> None:
    score = tester.get(f"/worlds/{world['id']}/score")
    assert (score["passed"], score["outcome"]) == (False, "")
    done = {step["id"] for step in score["steps"] if step["seq"]}
    assert {"sign_in", "look_up", "send_code"} <= done


def test_the_replay_can_be_opened_step_by_step(tester: Driver, world: Any) -> None:
    replay = tester.get(f"/worlds/{world['id']}/replay")
    browser = tester.app.test_client()
    for step in replay["steps"]:
        page = browser.get(step["link"])
        assert page.status_code == 200
    assert browser.get(replay["link"]).status_code == 200
    assert browser.get(f"{replay['link']}/{len(replay['steps']) + 1}").status_code == 404


def test_an_exported_run_comes_to_life_again(tester: Driver, stranger: Driver, world: Any) -> None:
    file = tester.get(f"/worlds/{world['id']}/export")
    copy = stranger.post("/runs", file)
    assert lines(stranger, copy)[: len(file["events"])] == file["events"]
    assert lines(stranger, copy)[-1]["kind"] == "world.imported"
    code = stranger.get(f"/worlds/{copy['id']}/sms/latest")["code"]
    clerk = stranger.serving(copy)
    clerk.client.get(clerk.form)
    assert clerk.press("tao", otp=code).status_code == 303


def _cut_in_the_middle(file: Any) -> None:
    del file["events"][3]


def _change_a_word(file: Any) -> None:
    file["events"][0]["payload"]["seed"] += 1


def _swap_two(file: Any) -> None:
    file["events"][3:5] = reversed(file["events"][3:5])


def _blame_another(file: Any) -> None:
    file["events"][-1]["actor"] = "clerk"


@pytest.mark.parametrize("change", [_cut_in_the_middle, _change_a_word, _swap_two, _blame_another])
def test_a_file_that_was_changed_is_refused(tester: Driver, world: Any, change: Change) -> None:
    file = tester.get(f"/worlds/{world['id']}/export")
    change(file)
    answer = tester.call("POST", "/runs", file)
    assert answer.status_code == 422
    assert answer.json is not None
    assert "changed after it was written" in answer.json["detail"]


def chained_again(file: Any) -> Any:
    """The file with its chain worked out anew: a forger's work."""
    shape = RunFile.model_validate(file)
    link = ""
    for event, line in zip(shape.events, file["events"], strict=True):
        link = line["link"] = codec.link(link, run_file._entry(event))
    return file


def _unknown_scenario(file: Any) -> None:
    file["events"][0]["payload"]["scenario"] = "nobody-knows"


def _real_phone(file: Any) -> None:
    file["events"][0]["payload"]["setup"]["part"]["lines"] = {"greet": REAL_PHONE}


def _real_name(file: Any) -> None:
    for event in file["events"]:
        if event["kind"] == "form.details_saved":
            event["payload"]["details"]["full_name"] = STRANGER


def _time_runs_backwards(file: Any) -> None:
    file["events"][3]["at"] = "2021-01-01T00:00:00Z"


def _endless_jump(file: Any) -> None:
    jump = {"seq": 0, "actor": "tester", "kind": "clock.moved", "payload": {"seconds": 1e308}}
    file["events"].append({**file["events"][-1], **jump, "seq": len(file["events"]) + 1})


def _form_never_opened(file: Any) -> None:
    file["events"] = [
        {**event, "seq": place}
        for place, event in enumerate(
            (event for event in file["events"] if event["kind"] != "form.opened"), start=1
        )
    ]


@pytest.mark.parametrize(
    "change",
    [
        _unknown_scenario,
        _real_phone,
        _real_name,
        _time_runs_backwards,
        _endless_jump,
        _form_never_opened,
    ],
)
def test_a_file_that_was_forged_with_care_is_refused_too(
    tester: Driver, world: Any, change: Change
) -> None:
    file = tester.get(f"/worlds/{world['id']}/export")
    change(file)
    answer = tester.call("POST", "/runs", chained_again(file))
    assert answer.status_code == 422
    assert REAL_PHONE not in answer.get_data(as_text=True)
    assert STRANGER not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"format": "another"},
        {"events": []},
        {"events": [{}]},
        {"more": 1},
    ],
)
def test_a_file_of_another_kind_is_refused(
    tester: Driver, world: Any, change: dict[str, object]
) -> None:
    file = tester.get(f"/worlds/{world['id']}/export")
    assert tester.call("POST", "/runs", {**file, **change}).status_code == 400


def test_a_file_that_is_too_large_is_refused(tester: Driver) -> None:
    body = b'{"events": "' + b"x" * 5 * 1024 * 1024 + b'"}'
    answer = tester.call("POST", "/runs", data=body, content_type="application/json")
    assert answer.status_code == 413
    assert answer.mimetype == "application/problem+json"


def test_a_step_under_one_idempotency_key_is_taken_once(tester: Driver) -> None:
    path = f"/worlds/{tester.world()['id']}/clerk/steps"

    def take(step: str, key: str, **more: str) -> Any:
        body = {"step": step, **more}
        return tester.call("POST", path, body, headers={"Idempotency-Key": key}).json

    first, other = take("receive", "one"), take("say", "two", phrase="greet")
    assert take("receive", "one") == first != other
