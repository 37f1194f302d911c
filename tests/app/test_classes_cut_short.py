"""A visit that the end of its class cuts short is nobody's failure, and nobody's success."""

import csv
import json
from io import StringIO

import pytest

from sandbox.ending import CLASS_OVER
from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import EXISTS, Classroom
from tests.app.office import FIRST, Hasty, Office, Robot
from tests.app.test_assignments import give
from training.scoring import score
from web.classes.lessons.board_row import Place
from web.practice.runs.runs import Mode, RunRecord, State

STOPPED = "Dừng do buổi tập kết thúc"
PAGES = (
    ("canbo1", "/"),
    ("canbo1", "/luyen-tap"),
    ("canbo1", "/nang-luc"),
    ("canbo1", "/bai-giao"),
    ("giangvien", "/nang-luc-don-vi"),
    ("giangvien", f"/nhin-lai/lop?tinh_huong={FIRST}&tu_ngay=01/01/2026&den_ngay=31/12/2030"),
    ("giamsat", "/nang-luc-don-vi"),
)


class Unready(Hasty):
    """Sends the code before the paper was read, and is about to say goodbye."""

    def leave(self) -> None:
        pass


class AlmostDone(Robot):
    """Everything is right and done; only the visit is still open."""

    def leave(self) -> None:
        pass


def _cut_short(
    office: Office, mode: Mode = Mode.TEST, clerk: type[Robot] = AlmostDone
) -> tuple[Classroom, RunRecord]:
    """canbo1's run in a class whose trainer ends it."""
    room = Classroom.opened(office, "canbo1", "canbo2", mode=mode)
    run = room.begin("canbo1")
    clerk(office, run).serve()
    room.move("close")
    return room, office.again(run)


@pytest.mark.parametrize("clerk", [AlmostDone, Unready])
def test_it_has_neither_marks_nor_findings(office: Office, clerk: type[Robot]) -> None:
    _, run = _cut_short(office, clerk=clerk)
    assert (run.state, run.outcome) == (State.CLASS_OVER, CLASS_OVER)
    assert (run.points, run.passed, run.findings) == (None, None, None)
    card = score(office.scenario(run), office.log(run))
    assert (card.findings, card.observations, card.passed) == ((), (), False)
    assert "close" not in {each.step.id for each in card.steps if each.when}
    assert 0 < card.points < 100


@pytest.mark.parametrize("mode", list(Mode))
def test_no_figure_and_no_advice_changes(client: Browser, office: Office, mode: Mode) -> None:
    give(client, office, "canbo1", "canbo2", scenarios=[FIRST])
    office.served("canbo1", EXISTS)

    def seen() -> list[str]:
        found = []
        for reader, page in PAGES:
            sign_in(client, reader)
            found.append(words(client.get(page)))
        return found

    before = seen()
    _cut_short(office, mode)
    assert seen() == before


def test_its_page_says_so_kindly_and_offers_another_try(client: Browser, office: Office) -> None:
    room, run = _cut_short(office)
    sign_in(client, "canbo1")
    assert client.get(run.desk).location == run.page
    page = words(client.get(run.page))
    assert "Lượt này dừng do buổi tập kết thúc" in page
    assert "Buổi tập kết thúc khi anh/chị đang làm." in page
    assert "không chấm điểm, không trừ điểm" in page
    assert "Luyện lại tình huống này" in page
    for word in ("Cần sửa", "Chưa đạt", "trên 100 điểm", "Không có gì cản trở"):
        assert word not in page
    tasks = client.get(room.training_class.tasks)
    assert STOPPED in words(tasks)
    assert f'href="{run.page}"' in tasks.get_data(as_text=True)
    sign_in(client, "giangvien")
    assert "Buổi tập kết thúc khi người luyện đang làm." in words(client.get(run.page))


def test_the_board_and_the_lessons_debrief_count_it_as_no_run(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2", scenarios=[FIRST])
    office.serve(room.begin("canbo2"))
    Unready(office, room.begin("canbo1")).serve()
    room.move("close")
    row = room.row("canbo1")
    assert (row.place, row.step) == (Place.STOPPED, "Đã xong 0 trên 1 bài")
    assert (row.why, row.last) == ("", "Lượt đang làm dừng lại, không chấm điểm.")
    sign_in(client, "giangvien")
    board = words(client.get(room.training_class.board))
    assert "1 dừng do buổi tập kết thúc" in board
    page = words(client.get(f"{room.training_class.page}/nhin-lai"))
    assert "1 lượt đã kết thúc, 1 lượt đạt (100,0%)" in page


def test_every_copy_that_leaves_says_why_it_stopped(client: Browser, office: Office) -> None:
    _cut_short(office)
    sign_in(client, "giangvien")
    assert STOPPED in words(client.get("/so-luyen-tap"))
    file = client.get("/xuat-ket-qua/tep?dang=csv").get_data().decode("utf-8-sig")
    assert list(csv.reader(StringIO(file), delimiter=";"))[1][-3:] == [STOPPED, "", ""]
    (statement,) = json.loads(client.get("/xuat-ket-qua/tep?dang=xapi").get_data())
    assert statement["verb"]["display"]["vi"] == "dừng do buổi tập kết thúc"
    assert "result" not in statement
    sign_in(client, "canbo1")
    (own,) = json.loads(client.get("/du-lieu-cua-toi/tai-ve?dang=json").get_data())["runs"]
    assert (own["state"], own["points"], own["passed"]) == ("class_over", None, None)


def test_it_can_be_spoken_of_and_gone_on_with_but_never_marked(
    client: Browser, office: Office
) -> None:
    _, run = _cut_short(office)
    sign_in(client, "canbo1")
    assert "Lời của anh/chị" in words(client.get(run.page))
    assert client.send(f"/nhin-lai/{run.id}", {"was_hard": "Chưa kịp xong."}).status_code == 303
    stopped_at = office.log(run)[-1].seq
    assert "Làm lại từ trước bước này" in words(client.get(f"{run.page}/buoc/{stopped_at}"))
    desk = client.send(f"/nhin-lai/{run.id}/lam-lai", {"truoc": str(stopped_at)}).location
    assert "Trò chuyện" in words(client.get(desk))
    sign_in(client, "giangvien")
    assert "Chưa kịp xong." in words(client.get(f"/nhin-lai/{run.id}"))
    client.send(f"{run.page}/cham-lai")
    assert office.again(run) == run


def test_whoever_closes_a_moment_before_is_marked_as_ever(office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    run = office.serve(room.begin("canbo1"))
    room.move("close")
    assert office.again(run) == run
    assert (run.state, run.passed) == (State.FINISHED, True)
