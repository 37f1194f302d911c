"""A procedure its time had no more: refused with a sentence wherever a world would be made."""

from typing import Any

import pytest

from tests.app.authoring import Author, published, revised
from tests.app.browsing import Browser, sign_in, unchanged, words
from tests.app.classroom import Classroom
from tests.app.office import FIRST, Office
from tests.app.test_assignments import give
from tests.app.test_classes_plan_own_scenarios import _planned
from web.practice.runs.runs import Mode
from web.practice.scenarios import service, store

ENDED = "Từ 01/7/2024 công dân vào Cổng Dịch vụ công bằng VNeID"


@pytest.fixture
def old(office: Office, monkeypatch: pytest.MonkeyPatch) -> str:
    """An own scenario published before anybody asked whether its time had the procedure."""
    name = published(office)
    with monkeypatch.context() as patch:
        patch.setattr(service, "why_not_in", lambda *_: "")
        revised(office, name, era="2025")
    return name


def _refused(answer: Any) -> None:
    assert answer.status_code == 422
    assert ENDED in words(answer)


def test_no_author_saves_or_publishes_it(client: Browser, office: Office) -> None:
    author = Author(client)
    name = author.copy()
    answer = author.save(era="2024")
    _refused(answer)
    assert "Anh/chị chọn thời kỳ 2022 hoặc 2023" in words(answer)
    person = office.person("giangvien")
    with office.writing() as db:
        scenario = store.find(db, person.unit_id, name)
        assert scenario
        file = service.file_of(scenario.draft).model_copy(update={"era": "2024"})
        service.replace_draft(db, person, scenario, file)
    _refused(author.publish())


@pytest.mark.parametrize("mode", list(Mode))
def test_nobody_begins_it_alone(client: Browser, old: str, mode: Mode) -> None:
    sign_in(client, "canbo1")
    client.get("/luyen-tap")
    with unchanged(client, "/so-luyen-tap"):
        answer = client.send("/luyen-tap", {"scenario": old, "mode": mode.value})
    _refused(answer)
    assert "Anh/chị chọn tình huống khác" in words(answer)


def test_nobody_plays_it_with_a_colleague(client: Browser, old: str) -> None:
    sign_in(client, "canbo1")
    client.get("/dong-vai")
    _refused(client.send("/dong-vai", {"scenario": old}))


def test_nobody_is_assigned_it(client: Browser, office: Office, old: str) -> None:
    _refused(give(client, office, scenarios=[FIRST, old]))


def test_no_class_is_planned_with_it_and_one_planned_before_says_why(
    client: Browser, office: Office, old: str
) -> None:
    _refused(_planned(client, "giangvien", scenario=[FIRST, old]))
    room = Classroom.opened(office, "canbo1", scenarios=[old])
    sign_in(client, "canbo1")
    client.get(room.training_class.tasks)
    _refused(client.send(room.training_class.tasks, {"scenario": old}))
