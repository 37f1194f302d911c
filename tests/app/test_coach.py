"""Two ways of learning before practising: look at every step, or be led from step to step."""

import re

import pytest
from werkzeug.test import TestResponse

from sandbox.events import Said
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import FIRST, Office
from tests.core.training.test_careful_clerk import MAX_ACTIONS
from training.scenario import Scenario, catalogue
from web.practice.runs.runs import MODE_WORDS, Mode, RunRecord, State


def begun(client: Browser, office: Office, mode: Mode, scenario: str = FIRST) -> RunRecord:
    sign_in(client, "canbo1")
    return office.start("canbo1", scenario, mode)


def told(page: TestResponse, scenario: Scenario) -> str:
    """The step the coach names on that page."""
    found = re.search(r"· bước (\d+) trên (\d+) (.+)", words(page))
    assert found, "no coach on this page"
    step = scenario.steps[int(found[1]) - 1]
    assert int(found[2]) == len(scenario.steps)
    assert found[3].startswith(f"{step.title} {step.hint} Vì sao: ")
    return step.id


def played(client: Browser, office: Office, run: RunRecord) -> list[str]:
    """Press «Xem làm bước này» to the end, with time to read; the steps told."""
    page = client.get(run.desk)
    steps: list[str] = []
    while len(steps) < MAX_ACTIONS:
        steps.append(told(page, catalogue()[run.scenario]))
        office.effects.advance(seconds=4)
        answer = client.send(f"{run.desk}/xem")
        assert answer.status_code == 303
        if answer.location == run.page:
            return steps
        page = client.get(answer.location)
    raise AssertionError(f"the show never ends: {steps}")


@pytest.mark.parametrize("scenario", [FIRST, "tk-05-doc-nham-ma-cu", "tk-14-cong-dan-bo-ve"])
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
    shown = re.search(r'name="co" value="(\d+)"', client.get(run.desk).text)
    assert shown
    once, twice = (client.send(f"{run.desk}/xem", {"co": shown[1]}) for _ in range(2))
    assert (once.status_code, twice.status_code) == (303, 303)
    said = [entry for entry in office.log(run) if isinstance(entry.fact, Said)]
    assert len(said) == 1


def test_on_a_small_screen_the_way_back_to_the_coach_is_always_in_sight(
    client: Browser, office: Office
) -> None:
    way = '<a href="#nguoi-huong-dan">'
    assert way in client.get(begun(client, office, Mode.GUIDE).desk).text
    assert way not in client.get(office.start("canbo1").desk).text


@pytest.mark.parametrize("mode", [Mode.SHOW, Mode.GUIDE])
def test_marks_of_a_coached_run_are_nobodys_best(
    client: Browser, office: Office, mode: Mode
) -> None:
    run = begun(client, office, mode)
    office.serve(run)
    page = words(client.get("/luyen-tap"))
    assert office.again(run).points == 100
    assert "cao nhất" not in page
    assert "Anh/chị đã đạt 0 trên" in page


@pytest.mark.parametrize(("mode", "said"), [(Mode.SHOW, "Đã xem"), (Mode.GUIDE, "Không tính điểm")])
def test_the_log_calls_a_coached_run_neither_passed_nor_failed(
    client: Browser, office: Office, mode: Mode, said: str
) -> None:
    run = begun(client, office, mode)
    office.serve(run)
    sign_in(client, "giangvien")
    assert f"({MODE_WORDS[mode].lower()}) {said} –" in words(client.get("/so-luyen-tap"))
    for result in ("dat", "chua-dat"):
        found = words(client.get("/so-luyen-tap", query_string={"ket_qua": result}))
        assert "Không có lượt nào khớp" in found
    assert f"({said.lower()})" in words(client.get("/"))


def test_the_page_of_a_led_run_says_that_its_marks_do_not_count(
    client: Browser, office: Office
) -> None:
    run = begun(client, office, Mode.GUIDE)
    office.serve(run)
    assert "Không tính điểm 100 trên 100 điểm" in words(client.get(run.page))


def test_a_guided_clerk_is_told_the_next_step_on_every_screen(
    client: Browser, office: Office
) -> None:
    run = begun(client, office, Mode.GUIDE)
    scenario = catalogue()[FIRST]
    assert told(client.get(run.desk), scenario) == "greet"
    client.send(f"{run.desk}/noi", {"cau": "greet"})
    for screen in ("", "/may-quet", "/quantri/dang-nhap"):
        assert told(client.get(run.desk + screen), scenario) == "sign_in"


def test_the_guide_leads_to_the_screen_where_the_step_is_done(
    client: Browser, office: Office
) -> None:
    run = begun(client, office, Mode.GUIDE)
    assert "Tới " not in client.get(run.desk).get_data(as_text=True)
    scanner = client.get(f"{run.desk}/may-quet").get_data(as_text=True)
    assert f'href="{run.desk}">Tới bàn làm việc</a>' in scanner
    client.get(run.desk)
    client.send(f"{run.desk}/noi", {"cau": "greet"})
    desk = client.get(run.desk).get_data(as_text=True)
    assert f'href="{run.desk}/quantri/">Tới trang quản trị</a>' in desk


def test_a_guided_clerk_does_it_themselves(client: Browser, office: Office) -> None:
    run = begun(client, office, Mode.GUIDE)
    assert "Xem làm bước này" not in words(client.get(run.desk))
    assert client.send(f"{run.desk}/xem").status_code == 404


def test_the_coach_follows_what_happens(client: Browser, office: Office) -> None:
    run = begun(client, office, Mode.GUIDE)
    page = client.get(run.desk).get_data(as_text=True)
    asks = re.findall(r'hx-get="([^"]+/_/huong-dan[^"]+)"', page)[0].replace("&amp;", "&")
    assert client.get(asks).status_code == 204
    client.send(f"{run.desk}/noi", {"cau": "greet"})
    news = client.get(asks, headers={"HX-Request": "true"})
    assert told(news, catalogue()[FIRST]) == "sign_in"


@pytest.mark.parametrize("mode", [Mode.PRACTICE, Mode.TEST])
def test_whoever_practises_or_is_tested_has_no_coach(
    client: Browser, office: Office, mode: Mode
) -> None:
    run = begun(client, office, mode)
    assert "Người hướng dẫn" not in client.get(run.desk).get_data(as_text=True)
    assert client.get(f"{run.desk}/_/huong-dan").status_code == 404
    assert client.send(f"{run.desk}/xem").status_code == 404


def test_nobody_else_may_play_a_show(client: Browser, office: Office) -> None:
    run = office.start("canbo2", FIRST, Mode.SHOW)
    sign_in(client, "canbo1")
    client.get("/luyen-tap")
    assert client.send(f"{run.desk}/xem").status_code == 404
    assert office.world(run).seq == 1
