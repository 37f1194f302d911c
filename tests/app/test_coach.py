"""Two ways of learning before practising: look at every step, or be led from step to step."""

import re

import pytest
from werkzeug.test import TestResponse

from sandbox.events import CodeSent
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import FIRST, Office, Robot
from training.scenario import Scenario, catalogue
from web.practice.runs.runs import MODE_WORDS, Mode, RunRecord

DETOURS = {
    "Hỏi thư điện tử": "Biểu mẫu có ô Email, không bắt buộc.",
    "Mời công dân đọc mã mới": "Mã mới đang đến điện thoại công dân",
}


def begun(client: Browser, office: Office, mode: Mode, scenario: str = FIRST) -> RunRecord:
    sign_in(client, "canbo1")
    return office.start("canbo1", scenario, mode)


def told(page: TestResponse, scenario: Scenario) -> str:
    """The step the coach names on that page."""
    found = re.search(r"· bước (\d+)(?: và \d+)? trên (\d+) (.+)", words(page))
    assert found, "no coach on this page"
    step = scenario.steps[int(found[1]) - 1]
    assert int(found[2]) == len(scenario.steps)
    detour = any(title in found[3] and says in found[3] for title, says in DETOURS.items())
    assert detour or (found[3].startswith(step.title) and step.hint in found[3])
    return step.id


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
    assert "Không tính điểm Nếu tính điểm thì được 100 trên 100" in words(client.get(run.page))


@pytest.mark.parametrize(
    ("mode", "said"),
    [(Mode.GUIDE, "kể lại cả lượt, không tính điểm"), (Mode.TEST, "hệ thống chấm kết quả")],
)
def test_whoever_is_about_to_end_a_run_is_told_what_follows(
    client: Browser, office: Office, mode: Mode, said: str
) -> None:
    run = begun(client, office, mode)
    assert said in words(client.get(f"{run.desk}/ket-thuc"))


def test_one_press_that_does_two_steps_names_both(client: Browser, office: Office) -> None:
    run = begun(client, office, Mode.GUIDE)
    clerk = Robot(office, run)
    for work in (clerk.welcome, clerk.open_form, clerk.look_up, clerk.ask, clerk.attach):
        work()
    form = words(client.get(f"{run.desk}/quantri/tai-khoan/1"))
    assert "bước 8 và 9 trên 15 Nhập theo thẻ" in form
    assert "Điền xong thì bấm: Tải xuống" in form
    clerk.download()
    assert "bước 10 trên 15" in words(client.get(f"{run.desk}/quantri/tai-khoan/1"))


def test_what_is_chosen_and_pressed_is_not_called_filled_in(
    client: Browser, office: Office
) -> None:
    run = begun(client, office, Mode.GUIDE, "vn-01-kich-hoat-tai-quay")
    client.get(run.desk)
    for phrase in ("greet", "ask_vneid"):
        client.send(f"{run.desk}/noi", {"cau": phrase})
    assert re.search(r" Bấm: [^:]+ → Ghi kết quả", words(client.get(run.desk)))


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
    assert f'href="{run.desk}/quantri/dang-nhap">Tới trang quản trị</a>' in desk


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


def test_what_is_pressed_is_named_and_outlined_where_it_stands(
    client: Browser, office: Office
) -> None:
    run = begun(client, office, Mode.GUIDE)
    desk = client.get(run.desk)
    assert "Bấm: Chào và hỏi nhu cầu" in words(desk)
    assert 'data-coach-target="[name=cau][value=greet]"' in desk.text
    scanner = client.get(f"{run.desk}/may-quet")
    assert re.search(r'class="coach-press" hidden', scanner.text)


def test_the_answer_to_what_was_said_brings_the_next_step_along(
    client: Browser, office: Office
) -> None:
    run = begun(client, office, Mode.GUIDE)
    client.get(run.desk)
    there = {"HX-Request": "true", "HX-Current-URL": f"http://localhost{run.desk}"}
    answer = client.send(f"{run.desk}/noi", {"cau": "greet"}, headers=there)
    assert answer.text.count('id="nguoi-huong-dan" hx-swap-oob="innerHTML"') == 1
    assert told(answer, catalogue()[FIRST]) == "sign_in"
    assert "Tới trang quản trị" in answer.text


@pytest.mark.parametrize("mode", [Mode.SHOW, Mode.GUIDE])
def test_a_second_try_is_coached_as_the_first_was(
    client: Browser, office: Office, mode: Mode
) -> None:
    run = office.serve(begun(client, office, mode))
    client.get(run.page)
    sent = next(each.seq for each in office.log(run) if isinstance(each.fact, CodeSent))
    again = client.send(f"/nhin-lai/{run.id}/lam-lai", {"truoc": str(sent)})
    assert told(client.get(again.location), catalogue()[FIRST]) == "send_code"
    assert MODE_WORDS[mode] in words(client.get(again.location))


def test_whoever_practises_asks_for_a_hint_on_the_portal_too(
    client: Browser, office: Office
) -> None:
    run = begun(client, office, Mode.PRACTICE)
    door = f"{run.desk}/quantri/dang-nhap"
    greet = catalogue()[FIRST].steps[0].hint
    assert greet not in words(client.get(door))
    answer = client.send(f"{run.desk}/quantri/goi-y", headers={"HX-Request": "true"})
    assert words(answer) == f"Gợi ý: {greet}"
    assert words(client.get(door)).count(greet) == 2  # above the page, and among what was said
    client.send(f"{run.desk}/noi", {"cau": "greet"})
    assert words(client.get(door)).count(greet) == 1


def test_a_hint_asked_for_without_script_stays_on_the_page(client: Browser, office: Office) -> None:
    run = begun(client, office, Mode.PRACTICE)
    client.get(f"{run.desk}/quantri/dang-nhap")
    answer = client.send(f"{run.desk}/quantri/goi-y", {"ve": "tai-khoan"})
    assert answer.location == f"{run.desk}/quantri/tai-khoan"


@pytest.mark.parametrize("mode", [Mode.TEST, Mode.GUIDE])
def test_no_hint_is_given_on_the_portal_where_none_is_on_the_desk(
    client: Browser, office: Office, mode: Mode
) -> None:
    run = begun(client, office, mode)
    assert "Gợi ý" not in client.get(f"{run.desk}/quantri/dang-nhap").text
    assert client.send(f"{run.desk}/quantri/goi-y").status_code == 404
