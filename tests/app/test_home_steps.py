"""The home page says what to do next, to each role what is theirs."""

from dataclasses import replace

import pytest

from tests.app.browsing import Browser, sign_in, words
from tests.app.office import FIRST, Office
from training.scenario import catalogue
from web.practice.runs import store
from web.practice.runs.runs import State


def _home(client: Browser, username: str) -> str:
    return words(sign_in(client, username))


def test_a_new_clerk_is_led_to_the_first_lesson(client: Browser) -> None:
    page = _home(client, "canbo1")
    assert "Bắt đầu bài đầu tiên" in page
    assert catalogue()[FIRST].title in page


def test_an_open_run_comes_before_everything(client: Browser, office: Office) -> None:
    office.served("canbo1")
    office.start("canbo1")
    run = office.start("canbo1", "tk-02-da-co-tai-khoan")
    answer = sign_in(client, "canbo1")
    assert "Làm tiếp lượt đang dở" in words(answer)
    assert "Còn 1 lượt dở khác" in words(answer)
    assert f'<a class="button" href="{run.desk}">' in answer.get_data(as_text=True)


def test_after_a_pass_the_next_scenario_is_named(client: Browser, office: Office) -> None:
    office.served("canbo1")
    page = _home(client, "canbo1")
    assert f"Anh/chị đã đạt 1 trên {len(catalogue())} tình huống." in page
    assert f"Nên luyện tiếp: “{list(catalogue().values())[1].title}”." in page


def test_whoever_passed_everything_may_rest_or_rehearse(client: Browser, office: Office) -> None:
    for scenario in catalogue():
        run = office.start("canbo1", scenario)
        with office.writing() as db:
            store.save(db, replace(run, state=State.FINISHED, points=100, passed=True))
    assert f"Anh/chị đã đạt cả {len(catalogue())} tình huống." in _home(client, "canbo1")


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
