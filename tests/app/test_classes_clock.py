"""The machine's clock is set back, or jumps ahead, in the middle of a class."""

from datetime import timedelta

from sandbox.desk import Say
from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.office import FIRST, Office
from web.classes.lessons.board_row import Place
from web.classes.lessons.classes import ClassState
from web.practice.runs.runs import State


def test_a_clock_set_back_makes_nobody_slow_and_loses_nothing(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1", scenarios=[FIRST])
    run = room.begin("canbo1")
    office.effects.advance(minutes=2)
    before = office.act(run, Say("greet")).at
    office.effects.advance(minutes=-10)
    row = room.row("canbo1")
    assert (row.place, row.minutes) == (Place.WORKING, 0)
    assert office.act(run, Say("ask_phone")).at >= before
    room.move("pause")
    room.move("resume")
    sign_in(client, "giangvien")
    assert client.get(f"/buoi-tap/{room.id}/bang").status_code == 200
    done = office.serve(run)
    assert (done.state, done.ended_at is not None) == (State.FINISHED, True)
    times = [entry.at for entry in office.log(run)]
    assert times == sorted(times)
    assert client.get(done.page).status_code == 200
    assert client.get("/xuat-ket-qua/tep?dang=xapi").status_code == 200
    assert room.move("close") == ""


def test_a_clock_that_jumps_a_day_ahead_closes_nothing_by_itself(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1", scenarios=[FIRST])
    run = room.begin("canbo1")
    ends = room.training_class.plan.ends_at
    office.effects.advance(hours=5)
    assert room.state is ClassState.OPEN
    sign_in(client, "giangvien")
    assert "Quá giờ" in words(client.get(f"/buoi-tap/{room.id}"))
    office.act(run, Say("greet"))
    client.send(f"/buoi-tap/{room.id}/gia-han", {"phut": "15"})
    assert room.training_class.plan.ends_at == ends + timedelta(hours=3, minutes=15)
    office.effects.advance(hours=-5)
    assert office.world(run).desk.phrases_said == ("greet",)
    assert office.act(run, Say("ask_phone")).world.desk.phrases_said == ("greet", "ask_phone")
