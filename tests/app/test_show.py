"""A show: every step laid out where it is done, then its button pressed, on the real screens."""

import re

import pytest
from werkzeug.test import TestResponse

from sandbox.events import Said
from sandbox.log import Actor
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import FIRST, Office
from tests.app.test_coach import begun, told
from tests.core.training.test_careful_clerk import MAX_ACTIONS
from training.scenario import catalogue
from web.practice.runs.runs import Mode, RunRecord, State


def play(client: Browser, run: RunRecord, page: TestResponse) -> TestResponse:
    """Press «Xem làm bước này» as it stands on that page."""
    fields = re.findall(r'name="(co|bam)" value="(\d+)"', page.text)
    answer = client.send(f"{run.desk}/xem", dict(fields))
    assert answer.status_code == 303
    return answer


def played(client: Browser, office: Office, run: RunRecord) -> list[str]:
    """Press «Xem làm bước này» to the end, with time to read; the steps told."""
    page = client.get(run.desk)
    steps: list[str] = []
    while len(steps) < 2 * MAX_ACTIONS:
        steps.append(told(page, catalogue()[run.scenario]))
        office.effects.advance(seconds=4)
        answer = play(client, run, page)
        if answer.location == run.page:
            return steps
        page = client.get(answer.location)
    raise AssertionError(f"the show never ends: {steps}")


SHOWN = [FIRST, "tk-05-doc-nham-ma-cu", "tk-14-cong-dan-bo-ve", "vn-03-the-cu", "vn-23-ban-ho-tro"]


@pytest.mark.parametrize("scenario", SHOWN)
def test_a_show_plays_a_scenario_on_the_real_screens_to_its_end(
    client: Browser, office: Office, scenario: str
) -> None:
    run = begun(client, office, Mode.SHOW, scenario)
    steps = played(client, office, run)
    along_the_way = {"download"}  # done with the file that is sent along
    asked = [step.id for step in catalogue()[scenario].steps if step.id not in along_the_way]
    assert list(dict.fromkeys(steps)) == asked
    ended = office.again(run)
    assert (ended.state, ended.points, ended.outcome) == (
        State.FINISHED,
        100,
        catalogue()[scenario].outcome,
    )


def test_one_page_plays_one_step_however_often_its_button_is_pressed(
    client: Browser, office: Office
) -> None:
    run = begun(client, office, Mode.SHOW)
    page = client.get(run.desk)
    for _ in range(2):
        play(client, run, page)
    said = [entry for entry in office.log(run) if isinstance(entry.fact, Said)]
    assert len(said) == 1


def test_nobody_else_may_play_a_show(client: Browser, office: Office) -> None:
    run = office.start("canbo2", FIRST, Mode.SHOW)
    sign_in(client, "canbo1")
    client.get("/luyen-tap")
    assert client.send(f"{run.desk}/xem").status_code == 404
    assert office.world(run).seq == 1


def laid_out(client: Browser, office: Office, run: RunRecord, step: str) -> TestResponse:
    """The page on which the show has laid out that step."""
    page = client.get(run.desk)
    while told(page, catalogue()[FIRST]) != step or "?xem=" not in page.request.url:
        page = client.get(play(client, run, page).location)
        office.effects.advance(seconds=4)
    return page


def test_the_form_is_seen_filled_in_before_its_button_is_pressed(
    client: Browser, office: Office
) -> None:
    run = begun(client, office, Mode.SHOW)
    page = laid_out(client, office, run, "fill_in")
    citizen = office.world(run).citizen
    for shown in (
        citizen.full_name,
        f"{citizen.birth_date:%d/%m/%Y}",
        'value="H00.00.01" selected',
    ):
        assert shown in page.text
    assert "File đính kèm: CCCD-" in words(page)
    assert "Hệ thống bấm: Tải xuống" in words(page)
    assert office.world(run).portal.forms[0].downloaded is None
    play(client, run, page)
    assert office.world(run).portal.forms[0].downloaded


def test_no_code_is_shown_where_the_show_types_it(client: Browser, office: Office) -> None:
    run = begun(client, office, Mode.SHOW)
    page = laid_out(client, office, run, "create")
    assert 'value="••••••"' in page.text
    assert office.world(run).portal.forms[0].codes[-1].digits not in page.text


def test_the_scanner_and_the_door_are_laid_out_as_well(client: Browser, office: Office) -> None:
    run = begun(client, office, Mode.SHOW)
    assert 'value="canbo.mau"' in laid_out(client, office, run, "sign_in").text
    scanner = client.get(run.desk)
    while not scanner.request.path.endswith("/may-quet"):
        scanner = client.get(play(client, run, scanner).location)
    assert 'value="150-grey" checked' in scanner.text


def test_what_a_show_lays_out_is_nobodys_to_ask_for_elsewhere(
    client: Browser, office: Office
) -> None:
    run = begun(client, office, Mode.GUIDE)
    client.get(run.desk)
    client.send(f"{run.desk}/noi", {"cau": "greet"})
    page = client.get(f"{run.desk}/quantri/dang-nhap?xem={office.world(run).seq}")
    assert 'value="canbo.mau"' not in page.text


def test_the_log_of_a_show_credits_the_clerk_with_the_clerks_words(
    client: Browser, office: Office
) -> None:
    run = begun(client, office, Mode.SHOW)
    laid_out(client, office, run, "fill_in")
    said = [entry.actor for entry in office.log(run) if isinstance(entry.fact, Said)]
    assert set(said) == {Actor.CLERK}
    sign_in(client, "giangvien")
    assert "Cán bộ" in words(client.get(run.page)).partition("Chào")[0][-40:]
