"""Leading a class: open, pause, more time, close, several at once."""

import pytest
from werkzeug.test import TestResponse

from sandbox.desk import Say
from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.office import Office
from web.classes.lessons import service
from web.classes.lessons.classes import ClassState
from web.practice.runs.runs import State


def _move(client: Browser, room: Classroom, what: str) -> TestResponse:
    client.get(f"/buoi-tap/{room.id}")
    return client.send(f"/buoi-tap/{room.id}/trang-thai", {"viec": what})


def test_a_class_goes_from_planned_to_open_to_paused_to_open_to_closed(
    client: Browser, office: Office
) -> None:
    room = Classroom.planned(office, "canbo1")
    sign_in(client, "giangvien")
    expected = {
        "mo": ClassState.OPEN,
        "tam-dung": ClassState.PAUSED,
        "lam-tiep": ClassState.OPEN,
        "ket-thuc": ClassState.CLOSED,
    }
    for what, state in expected.items():
        for _ in range(2):  # pressed twice, done once
            assert _move(client, room, what).status_code == 303
        assert room.state is state


@pytest.mark.parametrize(
    ("before", "what", "sentence"),
    [
        ("", "tam-dung", "Buổi tập chưa mở."),
        ("", "lam-tiep", "Buổi tập chưa mở."),
        ("close", "mo", "đã kết thúc nên không thay đổi được nữa"),
        ("close", "tam-dung", "đã kết thúc nên không thay đổi được nữa"),
        ("close", "lam-tiep", "đã kết thúc nên không thay đổi được nữa"),
    ],
)
def test_what_cannot_be_done_now_is_said(
    client: Browser, office: Office, before: str, what: str, sentence: str
) -> None:
    room = Classroom.planned(office)
    if before:
        room.move(before)
    state = room.state
    sign_in(client, "giangvien")
    answer = _move(client, room, what)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert room.state is state


def test_an_unknown_move_is_no_move(client: Browser, office: Office) -> None:
    room = Classroom.planned(office)
    sign_in(client, "giangvien")
    assert _move(client, room, "nhay-mua").status_code == 400


def test_a_class_of_the_past_is_not_opened_until_its_time_is_changed(
    client: Browser, office: Office
) -> None:
    room = Classroom.planned(office)
    office.effects.advance(hours=3)
    sign_in(client, "giangvien")
    answer = _move(client, room, "mo")
    assert answer.status_code == 422
    assert "Anh/chị sửa lại ngày giờ rồi mở." in words(answer)
    assert room.state is ClassState.PLANNED


def test_more_time_is_counted_from_the_end_or_from_now_when_it_is_over(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office)
    sign_in(client, "giangvien")
    client.get(f"/buoi-tap/{room.id}")
    ends = room.training_class.plan.ends_at
    client.send(f"/buoi-tap/{room.id}/gia-han", {"phut": "30"})
    assert (room.training_class.plan.ends_at - ends).total_seconds() == 1800
    office.effects.advance(hours=5)
    sign_in(client, "giangvien")
    assert "Đã quá giờ kết thúc" in words(client.get(f"/buoi-tap/{room.id}"))
    client.send(f"/buoi-tap/{room.id}/gia-han", {"phut": "15"})
    assert (room.training_class.plan.ends_at - office.effects.now()).total_seconds() == 900
    answer = client.send(f"/buoi-tap/{room.id}/gia-han", {"phut": "9999"})
    assert answer.status_code == 422


def test_no_class_grows_into_another_day(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    office.effects.advance(hours=15, minutes=30)  # half past eleven at night
    sign_in(client, "giangvien")
    client.get(f"/buoi-tap/{room.id}")
    before = room.training_class
    for minutes in ("30", "60"):
        answer = client.send(f"/buoi-tap/{room.id}/gia-han", {"phut": minutes})
        assert answer.status_code == 422
        assert service.ONE_DAY in words(answer)
    assert room.training_class == before
    client.send(f"/buoi-tap/{room.id}/gia-han", {"phut": "15"})
    assert room.training_class.version == before.version + 1


def test_closing_asks_first_and_stops_what_is_still_open(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    office.act(run, Say("greet"))
    room.move("pause")
    sign_in(client, "giangvien")
    asked = words(client.get(f"/buoi-tap/{room.id}/ket-thuc"))
    assert "Còn 1 lượt đang làm." in asked
    assert "không chấm điểm, không trừ điểm" in asked
    assert _move(client, room, "ket-thuc").status_code == 303
    ended = office.again(run)
    assert (ended.state, ended.passed, ended.points) == (State.CLASS_OVER, None, None)
    sign_in(client, "canbo1")
    assert client.get(run.desk).location == run.page
    page = words(client.get(f"/buoi-tap/{room.id}/bai"))
    assert "Buổi tập đã kết thúc" in page
    assert "Xem lại lượt đã dừng" in page


def test_several_classes_run_at_once_and_keep_to_themselves(office: Office) -> None:
    one, other = Classroom.opened(office, "canbo1"), Classroom.opened(office, "canbo1", "canbo2")
    here, there = one.begin("canbo1"), other.begin("canbo1")
    one.move("pause")
    assert office.world(here).clock.frozen_at
    assert office.world(there).clock.frozen_at is None
    assert (one.row("canbo1").run_id, other.row("canbo1").run_id) == (here.id, there.id)
    one.move("close")
    assert other.state is ClassState.OPEN
    assert office.again(there).is_open
