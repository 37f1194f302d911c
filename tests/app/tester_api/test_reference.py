"""The document and the page people read."""

from html import unescape
from typing import Any

from flask import Flask

from sandbox.citizen_side import STEPS
from tests.app.browsing import Browser, words
from tests.app.tester_api.driving import PREFIX, Driver
from web.testers.calls import calls
from web.testers.openapi import document
from web.testers.shapes.preset import Preset


def operations() -> list[Any]:
    return [one for path in document()["paths"].values() for one in path.values()]


def test_every_call_is_in_the_document(app: Flask) -> None:
    assert document()["openapi"] == "3.1.0"
    assert {one["operationId"] for one in operations()} == {one.name for one in calls()}
    answer = app.test_client().get(f"{PREFIX}/openapi.json")
    assert answer.json == document()


def test_every_call_that_takes_a_body_shows_an_example() -> None:
    schemas = document()["components"]["schemas"]
    taken = {one.body.__name__ for one in calls() if one.body} - {"RunFile"}
    assert [name for name in taken if not schemas[name].get("examples")] == []


def test_the_examples_work(tester: Driver) -> None:
    schemas = document()["components"]["schemas"]
    example = {
        name: schema["examples"][0] for name, schema in schemas.items() if "examples" in schema
    }
    world = tester.post("/worlds", example["NewWorld"])
    path = f"/worlds/{world['id']}"
    tester.post(f"{path}/clock/advance", example["Advance"])
    tester.post(f"{path}/clock/mode", example["ClockMode"])
    tester.post(f"{path}/expectations", example["NewExpectation"])
    tester.post(f"{path}/fork", example["Fork"])
    tester.world(citizen=example["Traits"])
    tester.world(citizen="eid_active", vneid=example["VneidWish"])
    tester.post(f"{path}/clerk/steps", example["ClerkStep"])
    step = tester.call("POST", f"{path}/citizen/steps", example["CitizenStep"])
    assert step.status_code == 409  # nobody here has that number


def test_every_call_says_in_words_what_it_does() -> None:
    for one in operations():
        assert one["summary"][0].isupper()
        assert all(parameter["schema"] for parameter in one["parameters"])


def test_the_page_shows_every_call_and_handle(client: Browser) -> None:
    page = client.get(f"{PREFIX}/")
    text = unescape(words(page))
    for one in calls():
        assert one.summary in text
    assert all(handle in text for handle in Preset)
    assert all(step.name in text for step in STEPS.values())


def test_what_can_be_played_and_how_true_it_is(tester: Driver) -> None:
    assert len(tester.get("/scenarios")["scenarios"]) >= 14
    assert all(rule["source"] for rule in tester.get("/fidelity")["rules"])
