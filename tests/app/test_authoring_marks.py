"""A newer version marks older runs beside their own marks, never instead of them."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.app.authoring import Author
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import Hasty, Office
from training.scoring import score
from web.practice.runs.runs import Mode, RunRecord


@pytest.fixture
def author(client: Browser) -> Author:
    author = Author(client)
    author.copy()
    author.publish()
    return author


@pytest.fixture
def run(author: Author, office: Office) -> RunRecord:
    """A run of version 1 whose only mistake costs nothing in version 2."""
    run = office.served("canbo1", author.page.rpartition("/")[2], Hasty)
    fields = author.form()
    card = score(office.scenario(run), office.log(run))
    fields.setlist("marking.off", [each.rule for each in card.findings])
    assert author.press("luu", fields).status_code == 303
    author.publish("Không trừ điểm bước này")
    return run


def test_old_and_new_marks_stand_side_by_side(author: Author, run: RunRecord) -> None:
    page = words(author.client.get(f"{author.page}/cham-lai/1"))
    assert f"{run.points} điểm" in page
    assert "Trần Thị Mẫu An" in page
    assert "Khác" in page


def test_a_run_that_was_led_is_not_compared(author: Author, office: Office) -> None:
    office.serve(office.start("canbo1", author.page.rpartition("/")[2], Mode.GUIDE))
    author.save(focus="Điều khác")
    author.publish("Đổi mục tiêu")
    assert "Chưa có lượt nào để so" in words(author.client.get(f"{author.page}/cham-lai/1"))


def test_recording_them_is_the_trainers_choice_and_changes_no_run(
    author: Author, run: RunRecord, office: Office
) -> None:
    author.client.get(f"{author.page}/cham-lai/1")
    for _ in range(2):
        assert author.client.send(f"{author.page}/cham-lai/1").status_code == 303
    assert office.again(run) == run
    page = words(author.client.get(run.page))
    assert page.count("Chấm lại theo bản 2") == 1
    assert "điểm của lượt vẫn theo bản 1" in page
    sign_in(author.client, "canbo1")
    assert "Chấm lại theo bản 2" in words(author.client.get(run.page))


@pytest.mark.parametrize("number", [0, 2, 3, 99])
def test_only_older_versions_can_be_compared(author: Author, run: RunRecord, number: int) -> None:
    assert run
    assert author.client.get(f"{author.page}/cham-lai/{number}").status_code == 404


@pytest.mark.parametrize("statement", ["UPDATE remark SET points = 100", "DELETE FROM remark"])
def test_the_database_keeps_what_was_recorded(
    author: Author, run: RunRecord, office: Office, statement: str
) -> None:
    assert run
    author.client.get(f"{author.page}/cham-lai/1")
    author.client.send(f"{author.page}/cham-lai/1")
    with pytest.raises(DBAPIError), office.writing() as db:
        db.execute(text(statement))
