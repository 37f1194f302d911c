"""A class is looked back at as one: what most got wrong, and nobody's name."""

from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.office import Hasty, Office, Robot
from web.practice.runs.runs import Mode


def looked_back(client: Browser, room: Classroom, username: str = "giangvien") -> str:
    sign_in(client, username)
    answer = client.get(f"/buoi-tap/{room.id}/nhin-lai")
    assert answer.status_code == 200
    return words(answer)


def test_the_runs_of_a_class_are_told_as_one(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2")
    office.serve(room.begin("canbo1"), Hasty)
    office.serve(room.begin("canbo2"), Robot)
    office.served("canbo1", clerk=Hasty)  # outside the class: not counted
    page = looked_back(client, room)
    assert "2 lượt đã kết thúc" in page
    assert "1 trên 2" in page
    main = page[page.index("Cả lớp làm thế nào") :]
    assert "Trần Thị Mẫu An" not in main


def test_what_the_machine_showed_is_not_told_as_anybodys_run(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1", mode=Mode.SHOW)
    office.serve(room.begin("canbo1"))
    assert "Chưa có lượt nào kết thúc" in looked_back(client, room)


def test_a_class_without_a_finished_run_says_so(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    room.begin("canbo1")
    assert "Chưa có lượt nào kết thúc" in looked_back(client, room)


def test_a_class_of_another_unit_is_not_there(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    sign_in(client, "canbo3")
    assert client.get(f"/buoi-tap/{room.id}/nhin-lai").status_code == 403
