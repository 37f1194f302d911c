"""The class as a whole: a picture with words, a table with commas, and nobody's name."""

import pytest

from tests.app.browsing import Browser, sign_in, words
from tests.app.office import FIRST, Hasty, Idle, Office
from web.classes.group_debrief import view as class_view
from web.practice.runs.runs import Mode

PAGE = "/nhin-lai/lop"


def asked(scenario: str = FIRST, since: str = "01/11/2026", until: str = "30/11/2026") -> str:
    return f"{PAGE}?tinh_huong={scenario}&tu_ngay={since}&den_ngay={until}"


@pytest.fixture
def runs(office: Office) -> list[str]:
    served = [office.served(name, clerk=Hasty) for name in ("canbo1", "canbo2")]
    return [run.id for run in (*served, office.served("canbo1"))]


@pytest.mark.usefixtures("runs")
def test_where_most_went_wrong_stands_in_a_table(client: Browser) -> None:
    sign_in(client, "giangvien")
    page = words(client.get(asked()))
    assert "3 lượt đã kết thúc" in page
    assert "2 trên 3" in page
    assert "66,7%" in page
    assert "(S4-18)" in page


@pytest.mark.usefixtures("runs")
def test_the_picture_says_in_words_what_it_shows(client: Browser) -> None:
    sign_in(client, "giangvien")
    text = client.get(asked()).get_data(as_text=True)
    assert 'role="img" aria-label="Biểu đồ cột' in text
    assert "67%" in text


@pytest.mark.usefixtures("runs")
def test_nobody_is_named(client: Browser) -> None:
    sign_in(client, "giangvien")
    page = words(client.get(asked()))
    assert "Mẫu An" not in page
    assert "Mẫu Bình" not in page


@pytest.mark.usefixtures("runs")
def test_the_page_opens_with_the_last_weeks(client: Browser) -> None:
    sign_in(client, "giamsat")
    assert "3 lượt đã kết thúc" in words(client.get(PAGE))


@pytest.mark.usefixtures("runs")
@pytest.mark.parametrize("mode", [Mode.SHOW, Mode.GUIDE])
def test_whoever_is_led_is_not_counted(client: Browser, office: Office, mode: Mode) -> None:
    office.serve(office.start("canbo1", mode=mode))
    sign_in(client, "giangvien")
    assert "3 lượt đã kết thúc" in words(client.get(asked()))


@pytest.mark.usefixtures("runs")
def test_another_scenario_or_time_is_empty(client: Browser) -> None:
    sign_in(client, "giangvien")
    for address in (asked("tk-02-da-co-tai-khoan"), asked(until="02/11/2026")):
        assert "Không có lượt nào trong khoảng ngày này" in words(client.get(address))


def test_another_units_runs_are_not_counted(client: Browser, office: Office) -> None:
    office.served("canbo3", clerk=Idle)
    sign_in(client, "giangvien")
    assert "Không có lượt nào" in words(client.get(asked()))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (asked("tk-99"), "Anh/chị chọn một tình huống trong danh sách."),
        (asked(since=""), "Anh/chị nhập “Từ ngày”"),
        (asked(until="31/02/2026"), "chưa phải một ngày có trong lịch"),
        (asked(since="30/11/2026", until="01/11/2026"), "“Từ ngày” đang sau “Đến ngày”"),
    ],
)
def test_what_cannot_be_asked_is_said(client: Browser, address: str, sentence: str) -> None:
    sign_in(client, "giangvien")
    answer = client.get(address)
    assert answer.status_code == 422
    assert sentence in words(answer)


def test_clerks_do_not_look_at_the_class(client: Browser) -> None:
    sign_in(client, "canbo1")
    assert client.get(PAGE).status_code == 403


def test_any_list_of_runs_can_be_told_as_one(office: Office, runs: list[str]) -> None:
    unfinished = office.start("canbo2").id
    with office.writing() as db:
        view = class_view.of_runs(db, [*runs[:2], unfinished, "khong-co"])
    assert (view.debrief.count, view.debrief.findings[0].runs) == (2, 2)


def test_only_so_many_runs_are_looked_at_and_the_rest_is_told(
    office: Office, runs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(class_view, "AT_MOST", 2)
    with office.writing() as db:
        view = class_view.of_runs(db, runs)
    assert (view.debrief.count, view.left_out) == (2, 1)


def test_led_runs_do_not_make_the_class_look_better(client: Browser, office: Office) -> None:
    office.served("canbo1", clerk=Hasty)
    for mode in (Mode.SHOW, Mode.GUIDE):
        office.serve(office.start("canbo1", mode=mode))
    sign_in(client, "giangvien")
    assert "1 lượt đã kết thúc" in words(client.get(asked()))
