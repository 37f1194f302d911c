"""The desk: what is said and answered, hints, and the end of the visit."""

from datetime import timedelta

import pytest
from flask import Flask

from sandbox.clock import Advance, Freeze
from sandbox.log import Actor
from sandbox.phrases import phrase_book
from sandbox.setup import CitizenPart, Setup
from tests.app.at_the_desk import ORDINARY, Clerk, clerk_at_desk, runtime_of
from tests.app.browsing import Browser, sign_in, words
from tests.app.effects import MONDAY
from training.scenario import catalogue
from web.practice.runs import store
from web.practice.runs.runs import State
from web.shell.database import transaction
from web.worlds import service


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    return clerk_at_desk(client, app)


def start_run(client: Browser, mode: str) -> str:
    """canbo1 starts the first scenario; the address of the desk."""
    sign_in(client, "canbo1")
    client.get("/luyen-tap")
    answer = client.send("/luyen-tap", {"scenario": next(iter(catalogue())), "mode": mode})
    desk: str = answer.location
    client.get(desk)
    return desk


def test_the_desk_shows_the_card_and_every_phrase(clerk: Clerk) -> None:
    page = clerk.client.get(clerk.desk)
    assert "mặt trước" in page.get_data(as_text=True)
    labels = [each.label for each in phrase_book().values() if each.topic == "account"]
    missing = [label for label in labels if label not in words(page)]
    assert missing == []


def test_the_desk_leads_to_portal_scanner_and_telephone(clerk: Clerk) -> None:
    page = clerk.client.get(clerk.desk).get_data(as_text=True)
    assert f'href="{clerk.portal}/lam-tiep" target="_blank"' in page
    assert f'href="{clerk.desk}/may-quet"' in page
    assert f'<iframe class="phone-pane" src="{clerk.phone}khung/"' in page
    assert 'aria-label="Mã QR mở điện thoại công dân trên máy khác"><svg' in page


def test_the_relatives_card_lies_there_when_it_was_handed_over(client: Browser, app: Flask) -> None:
    both = clerk_at_desk(client, app, Setup(traits=ORDINARY, papers=("citizen", "relative")))
    assert "Thẻ của người nhà đi cùng" in words(client.get(both.desk))


def test_what_is_said_is_answered_newest_last(clerk: Clerk) -> None:
    clerk.say("greet")
    text = words(clerk.say("ask_phone"))
    question, answer = phrase_book()["ask_phone"].says, f"Số của tôi là {clerk.right()['phone']}."
    assert text.index(phrase_book()["greet"].says) < text.index(question) < text.index(answer)


def test_htmx_gets_the_conversation_alone(clerk: Clerk) -> None:
    clerk.client.get(clerk.desk)
    asks = {"HX-Request": "true"}
    part = clerk.client.send(f"{clerk.desk}/noi", {"cau": "greet"}, headers=asks)
    assert part.status_code == 200
    assert phrase_book()["greet"].says in words(part)
    assert "<h1" not in part.get_data(as_text=True)


def test_a_phrase_that_is_not_in_the_book_is_told(clerk: Clerk) -> None:
    clerk.client.get(clerk.desk)
    answer = clerk.client.send(f"{clerk.desk}/noi", {"cau": "xin-tien"})
    assert answer.status_code == 422
    assert "không có trong danh sách" in words(answer)


def test_nobody_answers_once_the_citizen_has_left(client: Browser, app: Flask) -> None:
    leaving = Setup(traits=ORDINARY, part=CitizenPart(leaves_after_code=True))
    clerk = clerk_at_desk(client, app, leaving)
    clerk.up_to_code()
    assert "Công dân đã rời quầy." in words(client.get(clerk.desk))
    answer = client.send(f"{clerk.desk}/noi", {"cau": "ask_code"})
    assert answer.status_code == 422
    assert "Công dân đã rời quầy nên không trả lời được" in words(answer)


def test_the_request_form_lies_on_the_desk_once_printed(clerk: Clerk) -> None:
    clerk.up_to_paper()
    page = clerk.client.get(clerk.desk).get_data(as_text=True)
    assert f"{clerk.form}/giay-de-nghi.pdf" in page


def test_a_hint_is_shown_and_written_down(client: Browser) -> None:
    desk = start_run(client, "luyen")
    text = words(client.send(f"{desk}/goi-y", follow_redirects=True))
    first = next(iter(catalogue().values())).steps[0]
    assert f"Gợi ý: {first.hint}" in text


def test_a_test_gives_no_hints(client: Browser) -> None:
    desk = start_run(client, "kiem_tra")
    assert f"{desk}/goi-y" not in client.get(desk).get_data(as_text=True)
    assert client.send(f"{desk}/goi-y").status_code == 404


def test_the_visit_ends_after_a_question_and_is_marked(client: Browser, app: Flask) -> None:
    desk = start_run(client, "luyen")
    assert "Kết thúc lượt tiếp công dân?" in words(client.get(f"{desk}/ket-thuc"))
    end = client.send(f"{desk}/ket-thuc")
    with app.app_context(), transaction(runtime_of(app).engine, writes=False) as db:
        run = store.find_by_world(db, desk.rpartition("/")[2])
    assert run
    assert run.state is State.FINISHED
    assert end.location == f"/so-luyen-tap/{run.id}"


def test_ending_twice_ends_once(client: Browser) -> None:
    desk = start_run(client, "luyen")
    client.get(f"{desk}/ket-thuc")
    first, second = client.send(f"{desk}/ket-thuc"), client.send(f"{desk}/ket-thuc")
    assert first.location == second.location
    assert client.get(desk).location == first.location


def test_an_open_form_is_mentioned_before_the_end(clerk: Clerk) -> None:
    clerk.up_to_look_up()
    assert "Còn biểu mẫu đang mở" in words(clerk.client.get(f"{clerk.desk}/ket-thuc"))


def test_a_closed_visit_without_a_run_says_so(clerk: Clerk) -> None:
    clerk.client.get(f"{clerk.desk}/ket-thuc")
    clerk.client.send(f"{clerk.desk}/ket-thuc")
    assert "Lượt đã kết thúc" in words(clerk.client.get(clerk.desk))


def test_the_clock_tells_the_worlds_time_and_whether_it_runs(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    with app.app_context(), transaction(runtime_of(app).engine) as db:
        service.act(db, clerk.record.id, Freeze(), Actor.TRAINER)
        service.act(db, clerk.record.id, Advance(121), Actor.TRAINER)
    clock = client.get(f"{clerk.desk}/_/dong-ho").get_json()
    assert clock == {"now": (MONDAY + timedelta(seconds=121)).timestamp(), "running": False}


def test_a_card_on_the_desk_can_be_read_large_and_no_other(clerk: Clerk) -> None:
    large = clerk.client.get(f"{clerk.desk}/giay-to/citizen")
    assert clerk.world().citizen.id_number in large.text
    assert "Mặt sau" in words(large)
    assert clerk.client.get(f"{clerk.desk}/giay-to/relative").status_code == 404
