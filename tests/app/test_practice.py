"""Choosing a scenario, starting it, coming back to it and giving it up, on the real pages."""

import pytest

from sandbox.desk import Say
from tests.app.browsing import Browser, sign_in, words
from tests.app.effects import FixedEffects
from tests.app.office import FIRST, Hasty, Office
from training.scenario import catalogue
from web.app import create_app
from web.practice.runs import service, store
from web.practice.runs.runs import Mode, RunRecord, State
from web.shell.config import Settings
from web.worlds import service as worlds
from web.worlds.cache import WorldCache


def _waiting(client: Browser) -> bool:
    return "Lượt đang làm dở" in words(client.get("/luyen-tap"))


def test_every_scenario_is_offered_in_the_order_of_the_catalogue(client: Browser) -> None:
    sign_in(client, "canbo1")
    page = words(client.get("/luyen-tap"))
    offered = page.partition("Chọn tình huống")[2]
    places = [offered.index(f" {scenario.title} ") for scenario in catalogue().values()]
    assert places == sorted(places)
    assert f"Anh/chị đã đạt 0 trên {len(catalogue())} tình huống" in page


@pytest.mark.parametrize("text", ["mang chap chon", "Mạng  chập", "CHỜN mạng"])
def test_a_scenario_is_found_with_accents_or_without(client: Browser, text: str) -> None:
    sign_in(client, "canbo1")
    answer = client.get("/luyen-tap", query_string={"tim": text})
    assert "Một buổi sáng mạng chập chờn" in words(answer)
    assert "Lượt đầu tiên trong ngày" not in words(answer)
    assert 'id="tao-tai-khoan" open' in answer.get_data(as_text=True)


def test_a_search_without_answer_offers_to_see_all(client: Browser) -> None:
    sign_in(client, "canbo1")
    page = words(client.get("/luyen-tap?tim=khong-co"))
    assert "Không có tình huống nào có “khong-co”" in page
    assert "Xem tất cả" in page


@pytest.mark.parametrize("mode", Mode)
def test_starting_leads_to_the_desk_and_the_run_waits_to_be_gone_on_with(
    client: Browser, mode: Mode
) -> None:
    sign_in(client, "canbo1")
    client.get("/luyen-tap")
    answer = client.send("/luyen-tap", {"scenario": FIRST, "mode": mode.value})
    assert answer.status_code == 303
    assert answer.location.startswith("/ban/")
    page = client.get("/luyen-tap").get_data(as_text=True)
    assert f'href="{answer.location}"' in page


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"scenario": "tk-99", "mode": "luyen"}, "Tình huống này không còn."),
        ({"scenario": FIRST, "mode": "bua"}, "Anh/chị chọn lại cách luyện"),
        ({}, "Tình huống này không còn."),
    ],
)
def test_what_cannot_be_started_is_said_and_nothing_is_begun(
    client: Browser, sent: dict[str, str], sentence: str
) -> None:
    sign_in(client, "canbo1")
    client.get("/luyen-tap")
    answer = client.send("/luyen-tap", sent)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert not _waiting(client)


def test_every_run_meets_a_citizen_of_its_own(client: Browser, office: Office) -> None:
    sign_in(client, "canbo1")
    client.get("/luyen-tap")
    for _ in range(2):
        client.send("/luyen-tap", {"scenario": FIRST, "mode": "luyen"})
    first, second = _open(office, "canbo1")
    assert office.world(first).seed != office.world(second).seed


def _open(office: Office, username: str) -> list[RunRecord]:
    person = office.person(username)
    with office.writing() as db:
        return store.open_runs(db, person.id)


def test_a_given_seed_gives_the_same_citizen(office: Office) -> None:
    one, other = office.start("canbo1", seed=31), office.start("canbo2", seed=31)
    assert office.world(one).citizen == office.world(other).citizen


def test_the_best_result_is_shown_and_the_next_lesson_comes_first(
    client: Browser, office: Office
) -> None:
    office.served("canbo1", clerk=Hasty)
    best = office.served("canbo1")
    sign_in(client, "canbo1")
    page = words(client.get("/luyen-tap"))
    assert f"Đạt, cao nhất {best.points}" in page
    assert f"Anh/chị đã đạt 1 trên {len(catalogue())} tình huống" in page
    assert f"Bài tiếp theo {catalogue()[FIRST].title}" in page  # its test is still to come


def test_another_persons_results_are_not_mine(client: Browser, office: Office) -> None:
    office.served("canbo2")
    office.start("canbo2")
    sign_in(client, "canbo1")
    assert "cao nhất" not in words(client.get("/luyen-tap"))
    assert not _waiting(client)


def test_giving_up_asks_first_and_then_ends_the_run_for_good(
    client: Browser, office: Office
) -> None:
    run = office.start("canbo1")
    sign_in(client, "canbo1")
    assert "không được chấm điểm" in words(client.get(f"/luyen-tap/{run.id}/bo"))
    assert office.again(run).state is State.OPEN
    assert client.send(f"/luyen-tap/{run.id}/bo").location == "/luyen-tap"
    assert office.again(run).state is State.GIVEN_UP
    assert not _waiting(client)
    assert office.act(run, Say("greet")).decision.refusal


def test_giving_up_twice_changes_nothing(client: Browser, office: Office) -> None:
    run = office.given_up("canbo1")
    sign_in(client, "canbo1")
    assert client.get(f"/luyen-tap/{run.id}/bo").location == run.page
    client.get("/luyen-tap")
    assert client.send(f"/luyen-tap/{run.id}/bo").status_code == 303
    assert office.again(run) == run


def test_nobody_gives_up_somebody_elses_run(client: Browser, office: Office) -> None:
    run = office.start("canbo2")
    sign_in(client, "canbo1")
    client.get("/luyen-tap")
    assert client.get(f"/luyen-tap/{run.id}/bo").status_code == 404
    assert client.send(f"/luyen-tap/{run.id}/bo").status_code == 404
    assert client.get("/luyen-tap/khong-co/bo").status_code == 404
    assert office.again(run).state is State.OPEN


def test_a_start_without_the_forms_token_is_refused(client: Browser) -> None:
    sign_in(client, "canbo1")
    answer = client.post("/luyen-tap", data={"scenario": FIRST, "mode": "luyen"})
    assert answer.status_code == 400
    assert not _waiting(client)


def test_a_restart_loses_no_step(
    office: Office, settings: Settings, effects: FixedEffects, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = office.start("canbo1")
    before = office.act(run, Say("greet")).world
    monkeypatch.setattr(worlds, "_CACHE", WorldCache())
    restarted = Office(create_app(settings, effects), effects)
    assert restarted.world(run) == before
    after = restarted.act(run, Say("ask_phone")).world
    assert after.desk.phrases_said == ("greet", "ask_phone")
    restarted.app.extensions["motcua"].engine.dispose()


def test_a_run_is_marked_when_it_ends_and_only_once(office: Office) -> None:
    run = office.served("canbo1")
    assert (run.state, run.points, run.passed, run.findings) == (State.FINISHED, 100, True, 0)
    assert run.outcome == "account_created"
    office.effects.advance(hours=1)
    with office.writing() as db:
        service.finish(db, run)
    assert office.again(run) == run


def test_a_run_remembers_the_version_it_was_done_in(office: Office) -> None:
    run = office.start("canbo1")
    assert run.scenario_version == catalogue()[FIRST].version


def test_a_run_left_for_a_month_can_only_be_given_up(client: Browser, office: Office) -> None:
    run = office.start("canbo1")
    office.effects.advance(days=30)
    assert "Làm tiếp" not in words(sign_in(client, "canbo1"))
    page = client.get("/luyen-tap")
    assert "không làm tiếp được" in words(page)
    assert run.desk not in page.get_data(as_text=True)
    client.send(f"/luyen-tap/{run.id}/bo")
    assert office.again(run).state is State.GIVEN_UP
