"""Leading a class: open, pause, more time, close, several at once, and helping from the board."""

import pytest
from werkzeug.test import TestResponse

from motcua.sandbox.desk import Say
from motcua.sandbox.events import FaultOrdered, HintPushed
from motcua.sandbox.log import Actor
from motcua.web.classes.classes import ClassState
from motcua.web.practice.runs import Mode, RunRecord, State
from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.office import Office


def _move(client: Browser, room: Classroom, what: str) -> TestResponse:
    client.get(f"/buoi-tap/{room.id}")
    return client.send(f"/buoi-tap/{room.id}/trang-thai", {"viec": what})


def _help(client: Browser, room: Classroom, **fields: object) -> TestResponse:
    client.get(f"/buoi-tap/{room.id}/giup")
    sent = {"cho": "tat-ca", "viec": "goi-y", "words": "Xem lại số trên thẻ."} | fields
    return client.send(f"/buoi-tap/{room.id}/giup", sent)


def _from_trainer(office: Office, run: RunRecord) -> list[object]:
    return [entry.fact for entry in office.log(run) if entry.actor is Actor.TRAINER]


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
    ends = room.kept.plan.ends_at
    client.send(f"/buoi-tap/{room.id}/gia-han", {"phut": "30"})
    assert (room.kept.plan.ends_at - ends).total_seconds() == 1800
    office.effects.advance(hours=5)
    sign_in(client, "giangvien")
    assert "Đã quá giờ kết thúc" in words(client.get(f"/buoi-tap/{room.id}"))
    client.send(f"/buoi-tap/{room.id}/gia-han", {"phut": "15"})
    assert (room.kept.plan.ends_at - office.effects.now()).total_seconds() == 900
    answer = client.send(f"/buoi-tap/{room.id}/gia-han", {"phut": "9999"})
    assert answer.status_code == 422


def test_closing_asks_first_and_marks_what_is_still_open(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    office.act(run, Say("greet"))
    room.move("pause")
    sign_in(client, "giangvien")
    assert "Còn 1 lượt đang làm." in words(client.get(f"/buoi-tap/{room.id}/ket-thuc"))
    assert _move(client, room, "ket-thuc").status_code == 303
    ended = office.again(run)
    assert (ended.state, ended.passed) == (State.FINISHED, False)
    assert ended.points is not None
    sign_in(client, "canbo1")
    assert client.get(run.desk).location == run.page
    page = words(client.get(f"/buoi-tap/{room.id}/bai"))
    assert "Buổi tập đã kết thúc" in page
    assert "Xem nhận xét" in page


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


def test_a_hint_to_all_reaches_every_open_desk_and_costs_nothing(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2")
    run = room.begin("canbo1")
    sign_in(client, "giangvien")
    answer = _help(client, room)
    page = words(client.get(answer.location))
    assert "Đã gửi tới 1 người" in page
    assert "1 người chưa mở bài nào" in page
    assert _from_trainer(office, run) == [HintPushed("Xem lại số trên thẻ.")]
    sign_in(client, "canbo1")
    assert "Giảng viên gợi ý: Xem lại số trên thẻ." in words(client.get(run.desk))
    assert room.row("canbo1").hints == 0


def test_a_hint_to_one_stays_with_one(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2")
    first, second = room.begin("canbo1"), room.begin("canbo2")
    sign_in(client, "giangvien")
    person = office.person("canbo2").id
    page = client.get(f"/buoi-tap/{room.id}/giup?nguoi={person}")
    assert "Giúp Lê Văn Mẫu Bình" in words(page)
    assert "Anh/chị chào" in words(page)  # the present step's own hint, ready to be sent
    _help(client, room, cho="chon", nguoi=[str(person)])
    assert _from_trainer(office, first) == []
    assert len(_from_trainer(office, second)) == 1


@pytest.mark.parametrize(
    ("trouble", "channel", "action"),
    [("tin-mat", "sms", "lost"), ("tin-cham", "sms", "late"), ("cong-loi", "portal", "error")],
)
def test_trouble_is_ordered_by_the_trainer_for_those_chosen(
    client: Browser, office: Office, trouble: str, channel: str, action: str
) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2")
    run, spared = room.begin("canbo1"), room.begin("canbo2")
    sign_in(client, "giangvien")
    person = str(office.person("canbo1").id)
    answer = _help(client, room, viec="tro-ngai", tro_ngai=trouble, cho="chon", nguoi=[person])
    assert answer.status_code == 303
    (ordered,) = _from_trainer(office, run)
    assert isinstance(ordered, FaultOrdered)
    assert (ordered.channel, ordered.action, ordered.times) == (channel, action, 1)
    assert _from_trainer(office, spared) == []
    assert "Đặt trước trở ngại" in words(client.get(f"{run.page}/theo"))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"words": "  "}, "Anh/chị ghi lời gợi ý."),
        ({"words": "x" * 301}, "tối đa 300 ký tự"),
        ({"viec": "tro-ngai"}, "Anh/chị chọn một trở ngại trong danh sách."),
        ({"viec": "tro-ngai", "tro_ngai": "dong-dat"}, "Anh/chị chọn một trở ngại"),
        ({"cho": "chon"}, "Anh/chị chọn ít nhất một người"),
        ({"cho": "chon", "nguoi": ["99999", "abc"]}, "Anh/chị chọn ít nhất một người"),
    ],
)
def test_a_help_that_cannot_be_sent_says_why_and_keeps_what_was_typed(
    client: Browser, office: Office, fields: dict[str, object], sentence: str
) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    sign_in(client, "giangvien")
    answer = _help(client, room, **fields)
    assert answer.status_code == 422
    assert sentence in words(answer)
    if "words" not in fields:
        assert "Xem lại số trên thẻ." in words(answer)
    assert _from_trainer(office, run) == []


def test_a_hint_with_a_real_number_is_neither_sent_nor_shown_again(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    sign_in(client, "giangvien")
    phone = "0912 345 678"  # refused on purpose
    answer = _help(client, room, words=f"Gọi {phone}")
    assert answer.status_code == 422
    assert phone not in answer.get_data(as_text=True)
    assert _from_trainer(office, run) == []


def test_nobody_is_helped_in_a_test_but_trouble_may_be_ordered(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1", mode=Mode.TEST)
    room.begin("canbo1")
    sign_in(client, "giangvien")
    answer = _help(client, room)
    assert answer.status_code == 422
    assert "không gửi gợi ý" in words(answer)
    assert _help(client, room, viec="tro-ngai", tro_ngai="tin-mat").status_code == 303


def test_somebody_taken_out_while_the_form_was_open_gets_nothing(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    person = office.person("canbo1").id
    sign_in(client, "giangvien")
    client.get(f"/buoi-tap/{room.id}")
    client.send(f"/buoi-tap/{room.id}/nguoi/{person}", {"viec": "roi"})
    answer = _help(client, room, cho="chon", nguoi=[str(person)])
    assert answer.status_code == 422
    assert "đang ở trong buổi tập" in words(answer)
    assert _from_trainer(office, run) == []


def test_a_class_that_does_not_run_takes_no_help(client: Browser, office: Office) -> None:
    room = Classroom.planned(office, "canbo1")
    sign_in(client, "giangvien")
    answer = _help(client, room)
    assert answer.status_code == 422
    assert "chưa mở hoặc đã kết thúc" in words(answer)
