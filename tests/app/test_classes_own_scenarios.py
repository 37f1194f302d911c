"""A class practises what its unit has written: each run by the version it began with."""

import pytest

from sandbox.desk import Say
from tests.app.asking import questions
from tests.app.authoring import published, revised, withdrawn
from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.office import FIRST, Hasty, Office
from training.scenario import catalogue
from web.classes.lessons import board as boards
from web.classes.lessons import runs_store, taking_part
from web.classes.lessons.board_row import Place
from web.classes.lessons.progress import CachedProgress, ProgressCache

SHORT = ["greet", "open_form", "close"]


@pytest.fixture
def own(office: Office) -> str:
    return published(office)


@pytest.fixture
def room(office: Office, own: str) -> Classroom:
    return Classroom.opened(office, "canbo1", "canbo2", scenarios=(own, FIRST))


def _refusal(office: Office, room: Classroom, username: str, scenario: str) -> object:
    person = office.person(username)
    with office.writing() as db:
        return taking_part.begin(db, room.read_class(db), person, scenario)


def test_everybody_in_it_sees_and_begins_the_units_own_scenario(
    client: Browser, room: Classroom, own: str
) -> None:
    title = f"{catalogue()[FIRST].title} (bản sao)"
    sign_in(client, "giangvien")
    assert title in words(client.get(f"/buoi-tap/{room.id}"))
    sign_in(client, "canbo1")
    assert title in words(client.get(f"/buoi-tap/{room.id}/bai"))
    run = room.begin("canbo1", own)
    assert (run.scenario, run.scenario_version) == (own, 1)
    assert room.row("canbo1").task == "Bài 1/2"


def test_people_of_the_units_below_run_what_the_unit_above_has_written(
    client: Browser, office: Office
) -> None:
    own = published(office, username="quantri")
    room = Classroom.opened(office, "canbo1", "canbo3", trainer="quantri", scenarios=(own,))
    for each in ("canbo1", "canbo3"):
        run = office.serve(room.begin(each, own))
        assert (run.points, run.unit_id) == (100, office.person(each).unit_id)
        assert room.row(each).place is Place.DONE
        sign_in(client, each)
        assert "(bản sao)" in words(client.get(run.page))
    with pytest.raises(KeyError):
        office.start("canbo1", own)  # outside the class it is not theirs to practise


def test_a_scenario_of_another_unit_is_no_task(office: Office) -> None:
    foreign = published(office, username="canbo3")
    room = Classroom.opened(office, "canbo1", scenarios=(foreign, FIRST))
    assert _refusal(office, room, "canbo1", foreign) == taking_part.WITHDRAWN
    assert room.begin("canbo1", FIRST).is_open


def test_a_version_published_in_mid_class_is_for_new_runs_and_each_is_followed_by_its_own(
    client: Browser, office: Office, room: Classroom, own: str
) -> None:
    before = room.begin("canbo1", own)
    office.act(before, Say("greet"))
    revised(office, own, procedure=SHORT, title="Bản rút gọn")
    after = room.begin("canbo2", own)
    office.act(after, Say("greet"))
    assert (before.scenario_version, after.scenario_version) == (1, 2)
    whole = len(catalogue()[FIRST].steps)
    assert room.row("canbo1").step.startswith(f"2/{whole}: ")
    assert room.row("canbo2").step == "2/3: Mở biểu mẫu mới"
    step_counts = boards.step_counts(room.training_class, room.board())
    assert [task for task, _ in step_counts] == [
        "Bản rút gọn",
        f"{catalogue()[FIRST].title} (bản sao)",
    ]
    sign_in(client, "giangvien")
    page = words(client.get(f"/buoi-tap/{room.id}/man-chieu"))
    assert "Mở biểu mẫu mới 1 người" in page


def test_the_debrief_marks_each_run_by_its_own_version(
    client: Browser, office: Office, room: Classroom, own: str
) -> None:
    office.serve(room.begin("canbo1", own), Hasty)
    revised(office, own, procedure=SHORT)
    office.serve(room.begin("canbo2", own))
    sign_in(client, "giangvien")
    page = words(client.get(f"/buoi-tap/{room.id}/nhin-lai"))
    assert "2 lượt đã kết thúc" in page
    assert "1 trên 2" in page


def test_once_withdrawn_runs_go_on_nothing_new_begins_and_the_trainer_is_told(
    client: Browser, office: Office, room: Classroom, own: str
) -> None:
    run = room.begin("canbo1", own)
    withdrawn(office, own)
    sign_in(client, "giangvien")
    page = words(client.get(f"/buoi-tap/{room.id}"))
    assert "Có tình huống đã ngừng dùng" in page
    assert "lượt đang làm vẫn làm tiếp được" in page
    sign_in(client, "canbo1")
    assert run.desk in client.get(f"/buoi-tap/{room.id}/bai").get_data(as_text=True)
    assert room.begin("canbo1", own) == run
    assert office.serve(run).points == 100
    assert _refusal(office, room, "canbo1", own) == taking_part.WITHDRAWN
    sign_in(client, "canbo2")
    page = words(client.get(f"/buoi-tap/{room.id}/bai"))
    assert "Bài này đã ngừng dùng; anh/chị bỏ qua" in page
    answer = client.send(f"/buoi-tap/{room.id}/bai", {"scenario": own})
    assert (answer.status_code, taking_part.WITHDRAWN in words(answer)) == (422, True)


def test_whoever_could_not_begin_the_withdrawn_task_is_done_without_it(
    office: Office, room: Classroom, own: str
) -> None:
    withdrawn(office, own)
    office.serve(room.begin("canbo2"))
    row = room.row("canbo2")
    assert (row.place, row.step) == (Place.DONE, "Đã xong 1 trên 1 bài")


def test_the_board_asks_for_each_version_once_however_many_runs_there_are(
    office: Office, room: Classroom, own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in ("canbo1", "canbo2"):
        office.act(room.begin(each, own), Say("greet"))
    monkeypatch.setattr(boards, "_PROGRESS", ProgressCache())
    engine = office.app.extensions["motcua"].engine
    counts, texts = [], []
    for _ in range(2):
        with questions(engine) as statements:
            shown = room.board()
        counts.append(len(statements))
        texts.append(sum("FROM scenario_version \nWHERE" in each for each in statements))
    assert len(shown.rows) == 2
    assert counts == [6, 4]  # class, members, runs, tasks; at first also the texts and the logs
    assert texts == [1, 0]


def test_a_log_replaced_under_its_name_is_read_anew_by_its_version(
    office: Office, room: Classroom, own: str
) -> None:
    run = room.begin("canbo1", own)
    office.act(run, Say("greet"))
    followed = ProgressCache()
    with office.writing() as db:
        (progress,) = runs_store.progress_of_runs(db, room.id)
        known = followed.read(db, [progress])[run.world_id]
        followed._cache.set_many({run.world_id: CachedProgress(known, "khác")})
        assert followed.read(db, [progress])[run.world_id] == known
