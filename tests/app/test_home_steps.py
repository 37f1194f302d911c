"""The home page says what to do next, to each role what is theirs."""

import re
from dataclasses import replace

import pytest

from tests.app.browsing import Browser, sign_in, words
from tests.app.office import FIRST, Office
from training.scenario import catalogue
from web.practice.runs import store
from web.practice.runs.runs import Mode, State


def _home(client: Browser, username: str) -> str:
    return words(sign_in(client, username))


def _begin(client: Browser) -> list[str]:
    """What the home page's only start button starts: the scenario and how."""
    page = client.get("/").get_data(as_text=True)
    return [value for _, value in re.findall(r'name="(scenario|mode)" value="([^"]+)"', page)]


def test_a_new_clerk_begins_the_first_lesson_with_one_press(
    client: Browser, office: Office
) -> None:
    page = _home(client, "canbo1")
    assert f"Bài tiếp theo: {catalogue()[FIRST].title}" in page
    assert "Xem làm mẫu, khoảng 8 phút." in page
    assert "Bắt đầu bài đầu tiên" in page
    scenario, mode = _begin(client)
    desk = client.send("/luyen-tap", {"scenario": scenario, "mode": mode}).location
    assert f"Bàn làm việc: {catalogue()[FIRST].title}" in words(client.get(desk))
    person = office.person("canbo1")
    with office.writing() as db:
        [run] = store.open_runs(db, person.id)
    assert (run.scenario, run.mode) == (FIRST, Mode.SHOW)


def test_the_next_lesson_climbs_from_watching_to_the_test_and_on(
    client: Browser, office: Office
) -> None:
    sign_in(client, "canbo1")
    for mode in Mode:
        assert _begin(client) == [FIRST, mode.value]
        office.serve(office.start("canbo1", mode=mode))
    assert _begin(client) == [list(catalogue())[1], Mode.SHOW.value]


def test_what_was_not_passed_comes_again(client: Browser, office: Office) -> None:
    office.served("canbo1")
    failed = office.serve(office.start("canbo1", mode=Mode.TEST))
    with office.writing() as db:
        store.save(db, replace(failed, points=40, passed=False))
    sign_in(client, "canbo1")
    assert _begin(client) == [FIRST, Mode.TEST.value]


def test_an_open_run_comes_before_everything(client: Browser, office: Office) -> None:
    office.served("canbo1")
    office.start("canbo1")
    run = office.start("canbo1", "tk-02-da-co-tai-khoan")
    answer = sign_in(client, "canbo1")
    assert "Làm tiếp lượt đang dở" in words(answer)
    assert "Còn 1 lượt dở khác" in words(answer)
    assert f'<a class="button" href="{run.desk}">' in answer.get_data(as_text=True)


def test_whoever_passed_everything_may_rest_or_rehearse(client: Browser, office: Office) -> None:
    for scenario in catalogue():
        run = office.start("canbo1", scenario, Mode.TEST)
        with office.writing() as db:
            store.save(db, replace(run, state=State.FINISHED, points=100, passed=True))
    assert f"Anh/chị đã đạt bài kiểm tra của cả {len(catalogue())} tình huống." in _home(
        client, "canbo1"
    )


@pytest.mark.parametrize("username", ["giangvien", "truongbophan"])
def test_those_who_watch_over_the_unit_see_its_newest_runs(
    client: Browser, office: Office, username: str
) -> None:
    run = office.served("canbo1")
    answer = sign_in(client, username)
    assert f"Trần Thị Mẫu An: {catalogue()[FIRST].title} (đạt, 100 điểm)" in words(answer)
    assert run.page in answer.get_data(as_text=True)


def test_the_supervisor_sees_the_newest_runs_and_nobodys_name(
    client: Browser, office: Office
) -> None:
    run = office.served("canbo1")
    answer = sign_in(client, "giamsat")
    assert run.page in answer.get_data(as_text=True)
    assert f"{catalogue()[FIRST].title} (đạt, 100 điểm)" in words(answer)
    assert "Mẫu An" not in words(answer)


def test_another_units_runs_are_not_news(client: Browser, office: Office) -> None:
    office.served("canbo3")
    assert "Đơn vị chưa có lượt nào." in _home(client, "giangvien")


def test_the_administrator_is_led_to_people_not_to_runs(client: Browser, office: Office) -> None:
    office.served("canbo1")
    page = _home(client, "quantri")
    assert "Quản lý người dùng và đơn vị" in page
    assert "Trần Thị Mẫu An" not in page
