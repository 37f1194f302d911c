"""A paused class says so on every page of a visit, and on none once it goes on."""

import pytest

from sandbox.clock import Freeze
from sandbox.mock_dvc import SignIn
from sandbox.people import officer_sign_in
from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.office import Office
from tests.app.two_people import home_of
from web.classes.lessons import taking_part

SAYS = "Buổi tập đang tạm dừng. Đồng hồ đứng yên, các bước đã làm vẫn còn nguyên."
DESK = ("", "/quantri/dang-nhap", "/may-quet", "/giay-to/citizen", "/ket-thuc")
CITIZEN = ("", "tin-nhan/", "vneid/", "goi", "vai", "may-tinh/", "cong/", "khung/", "khung/cong/")


def _pages(office: Office, room: Classroom) -> list[str]:
    run = room.begin("canbo1")
    home = home_of(office, run)
    return [*(run.desk + rest for rest in DESK), *(home + rest for rest in CITIZEN)]


def test_every_page_of_a_visit_says_that_the_class_is_paused(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1")
    pages = _pages(office, room)
    sign_in(client, "canbo1")
    for each in pages:
        assert SAYS not in words(client.get(each)), each
    room.move("pause")
    for each in pages:
        assert SAYS in words(client.get(each, follow_redirects=True)), each
    room.move("resume")
    for each in pages:  # the conversation remembers it, the notice above the page is gone
        assert "notice-wait paused" not in client.get(each).text, each


def test_inside_the_portal_it_is_said_too(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    office.act(run, SignIn(*officer_sign_in(office.world(run).seed)))
    room.move("pause")
    sign_in(client, "canbo1")
    for each in ("/quantri/", "/quantri/tai-khoan"):
        assert SAYS in words(client.get(run.desk + each)), each


@pytest.mark.parametrize("side", ["desk", "citizen"])
def test_a_page_left_open_hears_of_pause_and_end_of_pause(
    client: Browser, office: Office, side: str
) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    home = run.desk if side == "desk" else home_of(office, run).rstrip("/")
    sign_in(client, "canbo1")
    part = {"HX-Request": "true"}

    def ask(knows: str) -> tuple[int, str]:
        answer = client.get(f"{home}/_/tam-dung?co={knows}", headers=part)
        return answer.status_code, words(answer)

    assert ask("khong") == (204, "")
    room.move("pause")
    assert ask("khong") == (200, SAYS)
    assert ask("co") == (204, "")
    room.move("resume")
    assert ask("co") == (200, "")
    assert client.get(f"{home}/_/tam-dung").location.rstrip("/") == home


def test_whoever_was_taken_out_goes_on_and_is_told_of_no_pause(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1")
    run, person = room.begin("canbo1"), office.person("canbo1")
    room.move("pause")
    with office.writing() as db:
        taking_part.remove(db, room.read_class(db), person.id)
    sign_in(client, "canbo1")
    assert SAYS not in words(client.get(f"{run.desk}/may-quet"))


def test_a_tester_stops_a_clock_unannounced(client: Browser, office: Office) -> None:
    run = office.start("canbo1")
    office.act(run, Freeze())
    sign_in(client, "canbo1")
    assert SAYS not in words(client.get(f"{run.desk}/may-quet"))
