"""A learner's run leaves the office as a file or as a test."""

import json

from sandbox.desk import Say
from tests.app.classroom import Classroom
from tests.app.office import Office
from tests.app.tester_api.driving import Driver
from training.scoring import score
from web.testers.exporting import export_run


def test_a_learners_run_comes_to_life_in_a_testers_world(office: Office, tester: Driver) -> None:
    run = office.served("canbo1")
    with office.writing() as connection:
        text = export_run(connection, run.id, as_pytest=False)
    assert text is not None
    assert "canbo1" not in text
    world = tester.post("/runs", json.loads(text))
    assert tester.get(f"/worlds/{world['id']}/score")["points"] == run.points == 100


def test_a_learners_run_becomes_a_test(office: Office) -> None:
    run = office.served("canbo1")
    with office.writing() as connection:
        text = export_run(connection, run.id, as_pytest=True)
    assert text is not None
    compile(text, "test_again.py", "exec")
    assert "assert world.score().points == 100" in text


def test_a_run_that_its_class_cut_short_becomes_a_test_of_what_was_done(office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    office.act(run, Say("greet"))
    before = score(office.scenario(run), office.log(run))
    room.move("close")
    with office.writing() as connection:
        text = export_run(connection, run.id, as_pytest=True)
    assert text is not None
    assert "close_visit" not in text
    assert f"assert world.score().points == {before.points}" in text
