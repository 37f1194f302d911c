"""The live board: who needs help first, told in words, at a price that a class can pay."""

import gzip

import pytest
from flask.testing import FlaskClient

from sandbox.desk import CloseVisit, Say
from sandbox.mock_dvc import SignIn
from tests.app.asking import questions
from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import EXISTS, Classroom
from tests.app.office import FIRST, Office, Robot
from training.live import PATIENCE
from training.rubric import rubric
from web.classes.lessons import board as boards
from web.classes.lessons import members_store, rendering
from web.classes.lessons.board_row import Place
from web.classes.lessons.progress import ProgressCache
from web.practice.runs import service as practice
from web.practice.runs.runs import Mode

WRONG = SignIn("sai", "sai")


def test_whoever_is_stuck_comes_first_then_whoever_is_longest_at_a_step(office: Office) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2", "truongbophan")
    slow, quick = room.begin("canbo2"), room.begin("canbo1")
    office.act(slow, Say("greet"))
    office.effects.advance(seconds=100)
    office.act(quick, Say("greet"))
    assert [row.name for row in room.board().rows] == [
        "Lê Văn Mẫu Bình",
        "Trần Thị Mẫu An",
        "Đặng Văn Mẫu Hòa",
    ]
    for _ in range(2):
        office.act(quick, WRONG)
    first = room.board().rows[0]
    assert (first.name, first.place, first.refusals) == ("Trần Thị Mẫu An", Place.STUCK, 2)
    assert first.why == "Lặp lại cùng một lỗi"


def test_a_row_tells_the_step_the_time_on_it_and_what_was_done_last(office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    office.act(run, Say("greet"))
    office.effects.advance(minutes=2)
    row = room.row("canbo1")
    assert (row.place, row.task, row.minutes) == (Place.WORKING, "Bài 1/2", 2)
    assert row.step.startswith("2/")
    assert row.last.startswith("“")
    office.effects.advance(seconds=PATIENCE.total_seconds())
    assert room.row("canbo1").why == "5 phút chưa thêm bước nào"


def test_a_grave_mistake_shows_at_the_next_poll_with_its_reason_and_stays(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2", scenarios=[FIRST])
    run = room.begin("canbo1")
    office.act(room.begin("canbo2"), Say("greet"))
    sign_in(client, "giangvien")

    def poll() -> str:
        address = f"{room.training_class.page}/_/bang"
        return words(client.get(address, headers={"HX-Request": "true"}))

    assert "0 cần giúp" in poll()
    for phrase in ("require_vneid", "keep_password"):
        office.act(run, Say(phrase))
        assert f"Lỗi nặng: {rubric()['tk.required_vneid'].title}" in poll()
    row = room.row("canbo1")
    assert (row.place, row.refusals) == (Place.STUCK, 0)
    assert row.why.endswith(f"; {rubric()['tk.kept_password'].title}")
    assert "1 cần giúp" in poll()
    office.act(run, CloseVisit())
    with office.writing() as db:
        practice.finish(db, run)
    done = room.row("canbo1")
    assert (done.place, done.why) == (Place.DONE, row.why)
    assert done.why in poll()
    assert "0 cần giúp" in poll()


def test_while_the_class_is_paused_nobody_grows_slow(office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    office.act(room.begin("canbo1"), Say("greet"))
    room.move("pause")
    office.effects.advance(hours=1)
    assert (row := room.row("canbo1")).place is Place.WORKING
    assert row.minutes == 0
    room.move("resume")
    office.effects.advance(minutes=1)
    assert room.row("canbo1").minutes == 1


def test_absent_waiting_between_tasks_and_done_are_told_apart(office: Office) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2")
    assert room.row("canbo2").place is Place.ABSENT
    clerk = office.person("canbo1").id
    with office.writing() as db:
        members_store.note_joined(db, room.id, clerk, office.effects.now())
    assert room.row("canbo1").place is Place.WAITING
    for scenario, place in ((FIRST, Place.WAITING), (EXISTS, Place.DONE)):
        run = room.begin("canbo1", scenario)
        Robot(office, run).serve()
        with office.writing() as db:
            practice.finish(db, run)
        done = room.row("canbo1")
        assert (done.place, done.last) == (place, "Đạt, 100 điểm.")
    assert (done.place, done.step) == (Place.DONE, "Đã xong 2 trên 2 bài")


def test_a_class_that_is_led_shows_no_marks(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1", mode=Mode.GUIDE, scenarios=[FIRST])
    office.serve(room.begin("canbo1"))
    row = room.row("canbo1")
    assert (row.place, row.last) == (Place.DONE, "Được hướng dẫn, không tính điểm.")
    sign_in(client, "canbo1")
    tasks = words(client.get(f"/buoi-tap/{room.id}/bai"))
    assert "Đã làm" in tasks
    assert "Điểm cao nhất" not in tasks
    assert "Đạt" not in tasks


def test_the_board_reads_only_what_is_new_and_asks_four_questions_at_most(
    office: Office,
) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2")
    runs = [room.begin(each) for each in ("canbo1", "canbo2")]
    room.board()
    office.act(runs[0], Say("greet"))
    with questions(office.app.extensions["motcua"].engine) as statements:
        room.board()
    assert len(statements) == 4  # the class itself, its members, its runs, the new lines
    with questions(office.app.extensions["motcua"].engine) as statements:
        room.board()
    assert len(statements) == 3


def test_a_process_that_knows_nothing_shows_the_same_board(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    office.act(run, Say("greet"))
    office.act(run, WRONG)
    before = room.board()
    monkeypatch.setattr(boards, "_PROGRESS", ProgressCache())
    assert room.board() == before


def test_a_cache_too_small_for_the_class_forgets_and_reads_again(office: Office) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2")
    for each in ("canbo1", "canbo2"):
        office.act(room.begin(each), Say("greet"))
    shown = room.board()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(boards, "_PROGRESS", ProgressCache(maxsize=1))
        assert room.board() == shown
        assert room.board() == shown


def test_the_page_shows_the_board_and_answers_204_until_something_happens(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    sign_in(client, "giangvien")
    page = client.get(f"/buoi-tap/{room.id}/bang")
    assert "Trần Thị Mẫu An" in words(page)
    tag = page.get_data(as_text=True).split('data-tag="')[1].split('"')[0]
    address = f"/buoi-tap/{room.id}/_/bang"
    part = {"HX-Request": "true"}
    assert client.get(f"{address}?co={tag}", headers=part).status_code == 204
    old = client.get(address, headers={**part, "If-None-Match": f'"{tag}"'})
    assert old.status_code == 304
    office.act(run, Say("greet"))
    fresh = client.get(f"{address}?co={tag}", headers=part)
    assert fresh.status_code == 200
    assert fresh.headers["ETag"] != f'"{tag}"'


def test_a_large_board_travels_packed_to_whoever_takes_it(
    client: Browser, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2", "truongbophan")
    for each in ("canbo1", "canbo2", "truongbophan"):
        office.act(room.begin(each), Say("greet"))
    sign_in(client, "giangvien")
    address = f"/buoi-tap/{room.id}/_/bang"
    plain = client.get(address, headers={"HX-Request": "true"})
    monkeypatch.setattr(rendering, "_WORTH_PACKING", 1000)
    packed = FlaskClient.open(client, address, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) * 2 < len(plain.data)


def test_the_wall_shows_figures_and_nobodys_name(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2")
    office.act(room.begin("canbo1"), Say("greet"))
    sign_in(client, "giangvien")
    page = words(client.get(f"/buoi-tap/{room.id}/man-chieu"))
    assert room.training_class.code_spoken in page
    assert "1 người" in page
    for name in ("Trần Thị Mẫu An", "Lê Văn Mẫu Bình", "canbo1"):
        assert name not in page


def test_the_trainer_follows_a_run_as_it_goes_on(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    sign_in(client, "giangvien")
    page = client.get(f"{run.page}/theo")
    assert "Theo dõi Trần Thị Mẫu An" in words(page)
    head = len(office.log(run))
    part = {"HX-Request": "true"}
    assert client.get(f"{run.page}/_/theo?co={head}", headers=part).status_code == 204
    office.act(run, Say("greet"))
    fresh = client.get(f"{run.page}/_/theo?co={head}", headers=part)
    assert "Chào" in words(fresh)
    room.move("close")
    assert "Lượt này đã kết thúc" in words(client.get(f"{run.page}/_/theo?co=99", headers=part))


def test_nobody_follows_their_own_run_or_one_of_another_unit(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    sign_in(client, "canbo1")
    assert client.get(f"{run.page}/theo").location == run.page
    sign_in(client, "canbo3")
    assert client.get(f"{run.page}/theo").status_code == 404
