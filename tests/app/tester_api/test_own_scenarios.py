"""What an office has written is not for testers, and they are told so."""

import json
from typing import Any

import pytest
from flask import Flask

from tests.app.authoring import published
from tests.app.effects import FixedEffects
from tests.app.office import Office
from tests.app.tester_api.driving import Driver
from training.scenario import catalogue
from web.practice.scenarios.service import PREFIX
from web.testers.exporting import export_run


@pytest.fixture
def office(app: Flask, effects: FixedEffects) -> Office:
    return Office(app, effects)


def _refused(tester: Driver, status: int, path: str, body: Any) -> Any:
    answer = tester.call("POST", path, body)
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    return answer.json


def test_no_scenario_of_the_package_has_an_id_that_offices_can_give() -> None:
    assert not [name for name in catalogue() if name.startswith(PREFIX)]


def test_a_scenario_of_an_office_makes_no_world_and_the_answer_says_why(
    tester: Driver, office: Office
) -> None:
    own = published(office)
    assert own not in {one["id"] for one in tester.get("/scenarios")["scenarios"]}
    problem = _refused(tester, 400, "/worlds", {"scenario": own, "seed": 7})
    assert "scenarios an office has written" in problem["detail"]
    assert "GET /scenarios" in problem["detail"]
    invented = _refused(tester, 400, "/worlds", {"scenario": "dv-khong-co", "seed": 7})
    assert invented == problem, "whether somebody has written it is not told"
    unknown = _refused(tester, 400, "/worlds", {"scenario": "tk-99", "seed": 7})
    assert unknown["detail"] == "No scenario has that id. GET /scenarios lists them."


def test_a_run_of_it_on_file_is_refused_for_that_reason_and_nothing_is_kept(
    tester: Driver, office: Office
) -> None:
    run = office.served("canbo1", published(office))
    with office.writing() as db:
        file = export_run(db, run.id, as_pytest=False)
    assert file
    problem = _refused(tester, 422, "/runs", json.loads(file))
    assert "of its scenario, ids like this one are of scenarios an office" in problem["detail"]
    assert "Nothing was kept." in problem["detail"]
