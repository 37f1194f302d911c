"""Help from the board: hints and trouble, to one, to some, to all; and what cannot be sent."""

import pytest
from werkzeug.test import TestResponse

from sandbox.desk import Say
from sandbox.events import Answered, FaultOrdered, HintPushed
from sandbox.log import Actor
from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.office import Office
from web.practice.runs.runs import Mode, RunRecord


def _help(client: Browser, room: Classroom, **fields: object) -> TestResponse:
    client.get(f"/buoi-tap/{room.id}/giup")
    sent = {"cho": "tat-ca", "viec": "goi-y", "words": "Xem lại số trên thẻ."} | fields
    return client.send(f"/buoi-tap/{room.id}/giup", sent)


def _facts(office: Office, run: RunRecord) -> list[object]:
    return [entry.fact for entry in office.log(run)]


def _from_trainer(office: Office, run: RunRecord) -> list[object]:
    return [entry.fact for entry in office.log(run) if entry.actor is Actor.TRAINER]


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


def test_a_hint_is_words_and_never_markup(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    sign_in(client, "giangvien")
    _help(client, room, words="<b>Xem</b> thẻ")
    assert "&lt;b&gt;Xem&lt;/b&gt; thẻ" in client.get(f"{run.page}/theo").get_data(as_text=True)
    sign_in(client, "canbo1")
    assert "&lt;b&gt;Xem&lt;/b&gt; thẻ" in client.get(run.desk).get_data(as_text=True)


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


def test_the_citizen_can_be_let_to_name_a_relatives_number(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    sign_in(client, "giangvien")
    assert _help(client, room, viec="tro-ngai", tro_ngai="so-nguoi-nha").status_code == 303
    office.act(run, Say("ask_phone_owner"))
    answers = [fact.words for fact in _facts(office, run) if isinstance(fact, Answered)]
    assert "người nhà tôi đứng tên" in answers[-1]
