"""The trainee's own word first, then the trainer's; both sign, nobody changes a signed word."""

import pytest
from flask import Flask
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DatabaseError

from tests.app.browsing import Browser, sign_in, unchanged, words
from tests.app.classroom import Classroom
from tests.app.office import Hasty, Office
from web.practice.debrief import store
from web.practice.debrief.models import OwnWordRow
from web.practice.debrief.words import LONGEST, TRAINEE_FIRST, Answers, Side, Way
from web.practice.runs.runs import RunRecord
from web.shell.session_models import PersonRow, UnitRow

MINE = {"went_well": "Chào hỏi kỹ", "was_hard": "Quên mời đọc giấy", "next_time": ""}
THEIRS = {"went_well": "Nói năng nhẹ nhàng", "next_time": "Mời công dân đọc giấy trước"}


@pytest.fixture
def run(office: Office) -> RunRecord:
    return office.served("canbo1", clerk=Hasty)


def word(run: RunRecord) -> str:
    return f"/nhin-lai/{run.id}"


def signed(client: Browser, run: RunRecord) -> bool:
    """Whether the run's page shows any signed word."""
    return 'id="loi-ky"' in client.get(run.page).get_data(as_text=True)


def says(client: Browser, username: str, run: RunRecord, fields: dict[str, str]) -> int:
    sign_in(client, username)
    client.get(word(run))
    return client.send(word(run), fields).status_code


def test_the_result_lies_open_and_the_own_word_comes_after_it(
    client: Browser, run: RunRecord
) -> None:
    sign_in(client, "canbo1")
    text = client.get(run.page).get_data(as_text=True)
    assert text.index("trên 100 điểm") < text.index("Điều gì làm tốt?")
    assert "Tôi không viết" not in text


def test_a_word_declined_before_the_marks_lay_open_is_still_told(
    client: Browser, office: Office, run: RunRecord
) -> None:
    trainee = office.person("canbo1")
    with office.writing() as db:
        now = office.effects.now()
        store.add(db, run.id, trainee.id, Side.TRAINEE, Way.DECLINED, Answers(), now)
    assert says(client, "giangvien", run, THEIRS) == 303
    assert "Người luyện chọn không viết." in words(client.get(run.page))


def test_a_signed_word_stands_on_the_run_with_name_and_time(
    client: Browser, office: Office, run: RunRecord
) -> None:
    assert says(client, "canbo1", run, MINE) == 303
    page = client.get(run.page)
    assert "Đã ký: Trần Thị Mẫu An, " in words(page)
    assert "Quên mời đọc giấy" in words(page)
    assert office.again(run) == run


def test_the_trainer_signs_after_the_trainee(client: Browser, run: RunRecord) -> None:
    says(client, "canbo1", run, MINE)
    assert says(client, "giangvien", run, THEIRS) == 303
    page = words(client.get(run.page))
    assert page.index("Chào hỏi kỹ") < page.index("Nói năng nhẹ nhàng")
    assert "Đã ký: Nguyễn Thị Mẫu Giang" in page


def test_the_trainer_cannot_sign_before_the_trainee(client: Browser, run: RunRecord) -> None:
    sign_in(client, "giangvien")
    client.get(word(run))
    answer = client.send(word(run), THEIRS)
    assert answer.status_code == 422
    assert TRAINEE_FIRST in words(answer)
    assert "Mời công dân đọc giấy trước" in words(answer)


def test_the_trainer_may_sign_after_talking_in_person(client: Browser, run: RunRecord) -> None:
    assert says(client, "giangvien", run, {**THEIRS, "truc_tiep": "co"}) == 303
    assert "Đã trao đổi trực tiếp" in words(client.get(run.page))


def test_the_trainee_is_still_asked_after_the_trainer_signed_in_person(
    client: Browser, app: Flask, run: RunRecord
) -> None:
    says(client, "giangvien", run, {**THEIRS, "truc_tiep": "co"})
    trainee = app.test_client()
    assert isinstance(trainee, Browser)
    sign_in(trainee, "canbo1")
    page = words(trainee.get(run.page))
    assert page.index("Nói năng nhẹ nhàng") < page.index("Lời của anh/chị")
    assert trainee.send(word(run), MINE).status_code == 303


def test_a_desk_head_signs_as_what_they_are(client: Browser, run: RunRecord) -> None:
    says(client, "canbo1", run, MINE)
    sign_in(client, "truongbophan")
    assert "Viết lời của giảng viên" in words(client.get(run.page))
    client.get(word(run))
    assert client.send(word(run), THEIRS).status_code == 303
    assert "Trưởng bộ phận" in words(client.get(run.page)).partition("Lời đã ký")[2]


def test_more_can_be_added_and_everything_stays(client: Browser, run: RunRecord) -> None:
    says(client, "canbo1", run, MINE)
    says(client, "giangvien", run, THEIRS)
    assert says(client, "canbo1", run, {"next_time": "Đã hiểu, sẽ làm"}) == 303
    page = words(client.get(run.page))
    places = [page.index(part) for part in ("Chào hỏi kỹ", "Nói năng nhẹ", "Đã hiểu, sẽ làm")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Anh/chị chưa viết gì."),
        ({"went_well": " \n "}, "Anh/chị chưa viết gì."),
        ({"was_hard": "a" * (LONGEST + 1)}, "dài tối đa 1000 chữ cái"),
    ],
)
def test_an_empty_or_endless_word_is_not_signed(
    client: Browser, run: RunRecord, fields: dict[str, str], sentence: str
) -> None:
    sign_in(client, "canbo1")
    client.get(run.page)
    answer = client.send(word(run), fields)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert not signed(client, run)


def test_real_looking_data_is_refused_and_not_shown_again_but_the_rest_is_kept(
    client: Browser, run: RunRecord
) -> None:
    phone = "0912" + "345678"
    sign_in(client, "canbo1")
    client.get(run.page)
    answer = client.send(word(run), {**MINE, "next_time": f"Gọi lại số {phone}"})
    assert answer.status_code == 422
    assert phone not in answer.get_data(as_text=True)
    assert "Chào hỏi kỹ" in words(answer)
    assert not signed(client, run)


def test_the_trainer_is_told_which_runs_wait(client: Browser, office: Office) -> None:
    first, second = office.served("canbo1"), office.served("canbo2")
    says(client, "canbo1", first, MINE)
    sign_in(client, "giangvien")
    waiting = client.get("/nhin-lai/cho-loi").get_data(as_text=True)
    assert word(first) in waiting
    assert word(second) not in waiting
    assert "1 lượt đã có lời của người luyện" in words(client.get("/"))
    says(client, "giangvien", first, THEIRS)
    assert "Không có lượt nào đang chờ" in words(client.get("/nhin-lai/cho-loi"))


def test_a_trainer_from_above_is_told_of_the_runs_of_their_own_class(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1")
    inside, outside = office.serve(room.begin("canbo1")), office.served("canbo1")
    with office.writing() as db:
        province = select(UnitRow.id).where(UnitRow.parent_id.is_(None)).scalar_subquery()
        db.execute(
            update(PersonRow).where(PersonRow.username == "giangvien").values(unit_id=province)
        )
    for run in (inside, outside):
        says(client, "canbo1", run, MINE)
    sign_in(client, "giangvien")
    waiting = client.get("/nhin-lai/cho-loi").get_data(as_text=True)
    assert word(inside) in waiting
    assert word(outside) not in waiting
    assert says(client, "giangvien", inside, THEIRS) == 303


def test_nobody_is_asked_for_the_trainers_word_on_a_run_of_their_own(
    client: Browser, office: Office
) -> None:
    own = office.served("giangvien")
    assert says(client, "giangvien", own, MINE) == 303
    assert word(own) not in client.get("/nhin-lai/cho-loi").get_data(as_text=True)


@pytest.mark.parametrize("reader", ["canbo2", "canbo3"])
def test_nobody_else_can_even_open_the_word(client: Browser, run: RunRecord, reader: str) -> None:
    sign_in(client, reader)
    assert client.get(word(run)).status_code == 404
    assert client.send(word(run), MINE).status_code == 404


def test_the_supervisor_reads_no_word_and_signs_none(client: Browser, run: RunRecord) -> None:
    says(client, "canbo1", run, MINE)
    sign_in(client, "giamsat")
    page = words(client.get(run.page))
    assert "trên 100 điểm" in page
    assert "Chào hỏi kỹ" not in page
    assert client.get(word(run)).status_code == 403


def test_an_open_run_has_no_word_yet(client: Browser, office: Office) -> None:
    sign_in(client, "canbo1")
    run = office.start("canbo1")
    with unchanged(client, run.page):
        assert client.send(word(run), MINE).status_code == 404


def test_a_press_repeated_signs_once(client: Browser, run: RunRecord) -> None:
    assert [says(client, "canbo1", run, MINE) for _ in range(2)] == [303, 303]
    assert words(client.get(run.page)).count("Đã ký: Trần Thị Mẫu An") == 1


@pytest.mark.parametrize("change", [update(OwnWordRow).values(was_hard=""), delete(OwnWordRow)])
def test_the_database_itself_refuses_to_change_a_signed_word(
    client: Browser, office: Office, run: RunRecord, change: object
) -> None:
    says(client, "canbo1", run, MINE)
    with pytest.raises(DatabaseError), office.writing() as db:
        db.execute(change)  # type: ignore[call-overload]  # an update or a delete


def test_a_signed_word_goes_with_its_run_when_that_is_cleared_away(
    client: Browser, office: Office, run: RunRecord
) -> None:
    says(client, "canbo1", run, MINE)
    with office.writing() as db:
        db.execute(text("DELETE FROM run WHERE id = :id"), {"id": run.id})
        assert db.execute(text("SELECT count(*) FROM own_word")).scalar() == 0
