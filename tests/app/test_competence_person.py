"""What I can do: in words, with the next step, and for nobody's eyes but those who help."""

from datetime import timedelta

import pytest

from tests.app.browsing import Browser, sign_in, words
from tests.app.competent import PRIVACY, TROUBLE, marked, mastered, revise
from tests.app.office import FIRST, Office, Robot
from training.scenario import catalogue
from web.practice.competence import store
from web.practice.runs.runs import Mode


def _mine(client: Browser, username: str = "canbo1") -> str:
    sign_in(client, username)
    return words(client.get("/nang-luc"))


def test_a_newcomer_reads_how_to_begin(client: Browser) -> None:
    page = _mine(client)
    assert "Thành thạo: 0 trên 7" in page
    assert page.count("Chưa luyện Đăng") == 1
    assert "Cần 2 lượt kiểm tra đạt, mỗi lượt vào một ngày khác nhau." in page
    assert f"Luyện bài tiếp theo: {catalogue()[FIRST].title}" in page


def test_two_real_tests_on_two_days_make_mastery(client: Browser, office: Office) -> None:
    for seed in (7, 8):
        run = office.start("canbo1", FIRST, Mode.TEST, seed)
        Robot(office, run).serve()
        sign_in(client, "canbo1")
        client.get(f"{run.desk}/ket-thuc")
        client.send(f"{run.desk}/ket-thuc")
        assert office.again(run).passed
        office.effects.advance(days=1)
    assert "Tạo tài khoản đúng trình tự Thành thạo đến 23/11/2027" in _mine(client)


def test_the_same_world_twice_counts_once(client: Browser, office: Office) -> None:
    for _ in range(2):
        run = office.start("canbo1", FIRST, Mode.TEST, seed=7)
        Robot(office, run).serve()
        sign_in(client, "canbo1")
        client.get(f"{run.desk}/ket-thuc")
        client.send(f"{run.desk}/ket-thuc")
        office.effects.advance(days=1)
    assert "Tạo tài khoản đúng trình tự Đang luyện 1/2 lần đạt" in _mine(client)


def test_a_later_failure_changes_nothing(client: Browser, office: Office) -> None:
    mastered(office, "canbo1")
    marked(office, "canbo1", 0, passed=False, points=10)
    page = _mine(client)
    assert "Tạo tài khoản đúng trình tự Thành thạo đến" in page
    assert f"{catalogue()[FIRST].title} Đạt 95" in page
    assert "Lần gần nhất chưa đạt" in page


def test_runs_in_which_somebody_was_led_prove_nothing(
    client: Browser, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "COUNTED", (Mode.TEST,))
    marked(office, "canbo1", 0, mode=Mode.PRACTICE)
    assert "Đang luyện" not in _mine(client)


def test_the_days_are_those_of_the_office(client: Browser, office: Office) -> None:
    """23:30 and 00:30 in Viet Nam are two days, though one day in UTC."""
    office.effects.advance(hours=15, minutes=30)
    marked(office, "canbo1", 0)
    office.effects.advance(hours=1)
    marked(office, "canbo1", 0)
    assert "Tạo tài khoản đúng trình tự Thành thạo" in _mine(client)


def test_what_runs_out_is_said_before_and_after(client: Browser, office: Office) -> None:
    mastered(office, "canbo1", newest=350)
    assert "sắp đến hạn" in _mine(client)
    office.effects.advance(days=30)
    assert "Đến hạn luyện lại vì quá hạn ngày 07/12/2026" in _mine(client)


def test_the_home_page_reminds_of_what_runs_out_and_is_silent_before(
    client: Browser, office: Office
) -> None:
    mastered(office, "canbo1", newest=300)
    sign_in(client, "canbo1")
    assert "Năng lực cần luyện lại" not in words(client.get("/"))
    office.effects.advance(days=50)
    sign_in(client, "canbo1")
    home = words(client.get("/"))
    assert "Tạo tài khoản đúng trình tự: thành thạo đến 26/01/2027, sắp đến hạn." in home


def test_a_changed_scenario_is_named(
    client: Browser, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    mastered(office, "canbo1")
    mastered(office, "canbo1", PRIVACY)
    revise(monkeypatch, PRIVACY)
    page = _mine(client)
    assert page.count("Đến hạn luyện lại vì quy trình đổi") == 2
    assert f"Đã đổi: tình huống “{catalogue()[PRIVACY].title}” đã sửa." in page
    assert "Tạo tài khoản đúng trình tự Thành thạo" in page


def test_the_suggested_scenario_starts_from_the_page(client: Browser, office: Office) -> None:
    marked(office, "canbo1", 20, TROUBLE, passed=False)
    page = _mine(client)
    assert f"Luyện bài tiếp theo: {catalogue()[TROUBLE].title}" in page
    answer = client.send("/luyen-tap", {"scenario": TROUBLE, "mode": "luyen"})
    assert answer.location.startswith("/ban/")


def test_suggestions_lie_in_the_future_once_today_is_done(client: Browser, office: Office) -> None:
    for scenario in catalogue():
        marked(office, "canbo1", 1, scenario)
        marked(office, "canbo1", 0, scenario, points=100)
    page = _mine(client)
    assert "Luyện bài tiếp theo" not in page
    assert "Ôn lại để nhớ lâu" in page
    later = office.effects.now() + timedelta(days=180)
    assert "Hôm nay" not in page.partition("Nên luyện tiếp")[2]
    assert str(later.year) in page


@pytest.mark.parametrize("reader", ["giangvien", "truongbophan"])
def test_those_who_lead_see_their_people(client: Browser, office: Office, reader: str) -> None:
    mastered(office, "canbo1")
    sign_in(client, reader)
    answer = client.get(f"/nang-luc/nguoi/{office.person('canbo1').id}")
    assert "Năng lực của Trần Thị Mẫu An" in words(answer)
    assert "Luyện bài tiếp theo" not in words(answer)


@pytest.mark.parametrize(
    ("reader", "whose", "status"),
    [
        ("canbo1", "canbo1", 200),
        ("canbo1", "canbo2", 404),
        ("giangvien", "canbo3", 404),
        ("truongbophan", "canbo4", 404),
        ("truongbophan", "quantri", 404),
        ("giamsat", "canbo1", 403),
        ("quantri", "canbo1", 403),
    ],
)
def test_nobody_else_sees_a_persons_page(
    client: Browser, office: Office, reader: str, whose: str, status: int
) -> None:
    sign_in(client, reader)
    assert client.get(f"/nang-luc/nguoi/{office.person(whose).id}").status_code == status


@pytest.mark.parametrize("number", ["0", "999", "2147483647", "99999999999999999999", "-1", "x"])
def test_a_number_of_nobody_is_not_there(client: Browser, number: str) -> None:
    sign_in(client, "giangvien")
    assert client.get(f"/nang-luc/nguoi/{number}").status_code == 404
