"""While one person's page is drawn, everybody else goes on: the step is kept, the turn is free."""

from functools import partial
from typing import Any

import pytest
from flask import Flask, Response
from sqlalchemy import text

from sandbox.events import Said, StepRefused, VisitClosed
from tests.app.browsing import Browser, sign_in
from tests.app.citizens_link import holder
from tests.app.office import Office
from tests.app.races import at_once
from web.desk.citizen_side import phone_screen
from web.desk.clerk_side.desk import screen
from web.shell.database import transaction
from web.shell.runtime import Runtime

HTMX = {"HX-Request": "true"}


def _another_writes(runtime: Runtime) -> None:
    """Waits for ever so long, and fails, when somebody still holds the turn."""
    with transaction(runtime.engine) as connection:
        connection.execute(text("DELETE FROM sign_in_attempt"))


def _at_desk(app: Flask, desk: str) -> Browser:
    clerk = app.test_client()
    assert isinstance(clerk, Browser)
    sign_in(clerk, "canbo1")
    clerk.get(desk)
    return clerk


def test_others_can_write_while_the_answer_is_drawn(
    office: Office, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = office.start("canbo1")
    clerk, draw_page = _at_desk(office.app, run.desk), screen.said_fragments

    def draw(*args: Any) -> Response:
        _another_writes(runtime)
        return draw_page(*args)

    monkeypatch.setattr(screen, "said_fragments", draw)
    answer = clerk.send(f"{run.desk}/noi", {"cau": "greet"}, headers=HTMX)
    assert answer.status_code == 200


def test_others_can_write_while_the_telephone_is_drawn(
    app: Flask, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen, draw_page = holder(app), phone_screen.show
    citizen.get("goi")

    def draw(*args: Any, **kwargs: Any) -> Response:
        _another_writes(runtime)
        return draw_page(*args, **kwargs)

    monkeypatch.setattr(phone_screen, "show", draw)
    assert citizen.send("cong-an").status_code == 422


def test_a_step_whose_page_could_not_be_drawn_is_kept_all_the_same(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = office.start("canbo1")
    clerk = _at_desk(office.app, run.desk)

    def fail(*_: object) -> Response:
        raise RuntimeError

    monkeypatch.setattr(screen, "said_fragments", fail)
    answer = clerk.send(f"{run.desk}/noi", {"cau": "greet"}, headers=HTMX)
    assert answer.status_code == 500
    assert office.world(run).desk.phrases_said == ("greet",)


def test_two_tabs_that_speak_at_once_are_both_heard(office: Office) -> None:
    run = office.start("canbo1")
    tabs = [_at_desk(office.app, run.desk) for _ in range(2)]

    def speak(tab: Browser) -> None:
        for phrase in ("greet", "ask_phone") * 5:
            answer = tab.send(f"{run.desk}/noi", {"cau": phrase}, headers=HTMX)
            assert answer.status_code == 200

    at_once(*[partial(speak, tab) for tab in tabs])
    log = office.log(run)
    assert [entry.seq for entry in log] == list(range(1, len(log) + 1))
    assert sum(isinstance(entry.fact, Said) for entry in log) == 20


def test_a_visit_closed_in_two_tabs_at_once_is_closed_once(office: Office) -> None:
    run = office.start("canbo1")
    tabs = [_at_desk(office.app, run.desk) for _ in range(2)]
    at_once(*[partial(tab.send, f"{run.desk}/ket-thuc") for tab in tabs])
    facts = [type(entry.fact) for entry in office.log(run)]
    assert (facts.count(VisitClosed), facts.count(StepRefused)) == (1, 0)


def test_what_is_done_only_once_is_done_once_from_two_tabs(office: Office) -> None:
    run = office.start("canbo1", "vn-01-kich-hoat-tai-quay")
    tabs = [_at_desk(office.app, run.desk) for _ in range(2)]
    before = len(office.log(run))
    at_once(*[partial(tab.send, f"{run.desk}/tiep-don/tiep-nhan") for tab in tabs])
    assert len(office.log(run)) == before + 1
