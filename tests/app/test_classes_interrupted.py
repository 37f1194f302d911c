"""What comes between people and their task in a class: pauses, being taken out, a restart."""

import pytest

from sandbox.desk import Say
from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import EXISTS, Classroom, join
from tests.app.effects import FixedEffects
from tests.app.office import FIRST, Office
from web.app import create_app
from web.classes.lessons import board as boards
from web.classes.lessons import taking_part
from web.classes.lessons.progress import ProgressCache
from web.practice.runs.runs import State
from web.shell.config import Settings
from web.worlds import service as worlds
from web.worlds.cache import WorldCache


def _take_out(office: Office, client: Browser, room: Classroom, username: str, what: str) -> None:
    sign_in(client, "giangvien")
    client.get(f"/buoi-tap/{room.id}")
    person = office.person(username).id
    answer = client.send(f"/buoi-tap/{room.id}/nguoi/{person}", {"viec": what})
    assert answer.status_code == 303


def test_paused_clocks_stand_still_nothing_new_begins_and_steps_are_kept(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    room.move("pause")
    frozen = office.world(run).clock.frozen_at
    office.effects.advance(minutes=30)
    assert office.act(run, Say("greet")).at == frozen
    sign_in(client, "canbo1")
    assert "Buổi tập đang tạm dừng" in words(client.get(run.desk))
    address = f"/buoi-tap/{room.id}/bai"
    assert "Buổi tập đang tạm dừng" in words(client.get(address))
    assert client.send(address, {"scenario": EXISTS}).status_code == 422
    assert client.send(address, {"scenario": FIRST}).location == run.desk
    room.move("resume")
    world = office.world(run)
    assert worlds_time(office, run) == frozen
    assert world.desk.phrases_said == ("greet",)
    assert "Buổi tập làm tiếp" in words(client.get(run.desk))


def worlds_time(office: Office, run: object) -> object:
    world = office.world(run)  # type: ignore[arg-type]  # a run of the office
    return world.clock.read(office.effects.now())


def test_whoever_is_taken_out_goes_on_until_the_class_ends_and_stops_then(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    room.move("pause")
    _take_out(office, client, room, "canbo1", "roi")
    assert office.world(run).clock.frozen_at is None
    assert room.board().rows == ()
    sign_in(client, "canbo1")
    address = f"/buoi-tap/{room.id}/bai"
    page = client.get(address)
    assert "Anh/chị đã rời buổi tập này" in words(page)
    assert f'href="{run.desk}"' in page.get_data(as_text=True)
    assert client.get(run.desk).status_code == 200
    answer = client.send(f"/buoi-tap/{room.id}/bai", {"scenario": EXISTS})
    assert answer.status_code == 422
    assert taking_part.TAKEN_OUT in words(answer)
    assert "Buổi tập huấn đang mở" not in words(client.get("/"))
    status, refusal = join(client, "canbo1", room.training_class.code)
    assert status == 422
    assert "Giảng viên đã cho anh/chị rời buổi tập này." in refusal
    sign_in(client, "giangvien")
    text = words(client.get(f"/buoi-tap/{room.id}/ket-thuc"))
    assert "Còn 1 lượt đang làm, trong đó 1 lượt của người đã rời buổi." in text
    room.move("close")
    ended = office.again(run)
    assert ended.state is State.CLASS_OVER
    assert ended.points is None
    sign_in(client, "canbo1")
    text = words(client.get(address))
    assert "Buổi tập đã kết thúc" in text
    assert "Anh/chị đã rời buổi tập này" not in text


def test_whoever_comes_back_stands_still_with_the_class(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    _take_out(office, client, room, "canbo1", "roi")
    room.move("pause")
    _take_out(office, client, room, "canbo1", "vao-lai")
    assert office.world(run).clock.frozen_at is not None
    assert len(room.board().rows) == 1


def test_a_restart_in_the_middle_of_a_class_loses_nothing(
    office: Office,
    settings: Settings,
    effects: FixedEffects,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room = Classroom.opened(office, "canbo1")
    run = room.begin("canbo1")
    office.act(run, Say("greet"))
    room.move("pause")
    before = room.board()
    monkeypatch.setattr(worlds, "_CACHE", WorldCache())
    monkeypatch.setattr(boards, "_PROGRESS", ProgressCache())
    again = Office(create_app(settings, effects), effects)
    later = Classroom(again, room.id)
    assert later.training_class == room.training_class
    assert later.board() == before
    later.move("resume")
    assert again.act(run, Say("ask_phone")).world.desk.phrases_said == ("greet", "ask_phone")
    again.app.extensions["motcua"].engine.dispose()
