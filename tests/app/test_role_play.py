"""One serves, a colleague plays the citizen on another screen: told their part, asked, heard."""

import re

import pytest
from flask import Flask

from sandbox import people
from sandbox.events import Answered, CitizenPlayed
from sandbox.mock_dvc import Download, LookUp, OpenForm, SignIn
from tests.app.browsing import Browser, sign_in, unchanged, words
from tests.app.office import Office
from tests.app.two_people import Pair, home_of, two_people
from tests.core.play import GOOD_SCAN, as_typed
from web.practice.runs.runs import Mode


@pytest.fixture
def pair(app: Flask, client: Browser, office: Office) -> Pair:
    return two_people(app, client, office)


def test_a_role_play_is_practice_and_says_so_in_its_log(pair: Pair) -> None:
    assert pair.run.mode is Mode.PRACTICE
    assert any(isinstance(each.fact, CitizenPlayed) for each in pair.office.log(pair.run))


def test_the_desk_hands_the_part_to_the_colleague(pair: Pair) -> None:
    desk = pair.clerk.get(pair.run.desk).get_data(as_text=True)
    assert f'href="{pair.part}"' in desk
    assert "<details open><summary>Cho đồng nghiệp đóng vai công dân" in desk


def test_the_colleague_reads_who_they_are_without_signing_in(pair: Pair) -> None:
    page = words(pair.colleague.get(pair.part))
    assert pair.office.world(pair.run).citizen.full_name in page
    assert "không tự ý đọc mã" in page
    assert "Lời dặn và trả lời" in words(pair.colleague.get(pair.home))


def test_the_clerks_pane_never_shows_the_part(pair: Pair) -> None:
    assert pair.clerk.get(f"{pair.home}khung/loi-dan").status_code == 404
    assert "Lời dặn" not in words(pair.clerk.get(f"{pair.home}khung/"))


def test_where_the_script_plays_there_is_no_part_to_read(pair: Pair) -> None:
    scripted = pair.office.start("canbo1")
    assert pair.colleague.get(f"{home_of(pair.office, scripted)}loi-dan").status_code == 404


def test_what_the_clerk_says_waits_for_the_colleagues_answer(pair: Pair) -> None:
    assert "Cán bộ nói: “Anh/chị cho xin số điện thoại" in pair.ask("ask_phone")
    assert "Chờ đồng nghiệp trả lời" in words(pair.clerk.get(pair.run.desk))
    sent = {"cau": "ask_phone", "chon": "own"}
    assert pair.colleague.send(f"{pair.home}tra-loi", sent).location == pair.part
    assert "Số của tôi là 0400" in words(pair.clerk.get(pair.run.desk))
    assert "Cán bộ chưa hỏi gì" in words(pair.colleague.get(pair.part))


def test_the_desk_hears_the_answer_by_itself(pair: Pair) -> None:
    pair.ask("ask_phone")
    seq = pair.office.world(pair.run).seq
    talk = f"{pair.run.desk}/_/loi-moi"
    htmx = {"HX-Request": "true"}
    assert pair.clerk.get(f"{talk}?sau={seq}", headers=htmx).status_code == 204
    pair.colleague.send(f"{pair.home}tra-loi", {"cau": "ask_phone", "chon": "aloud"})
    heard = pair.clerk.get(f"{talk}?sau={seq}", headers=htmx)
    assert "Công dân trả lời bằng lời tại bàn" in words(heard)
    assert pair.clerk.get(talk).location == pair.run.desk


def _asks(pair: Pair) -> str:
    """The address at which the colleague's page asks what the clerk has said meanwhile."""
    page = pair.colleague.get(pair.part).get_data(as_text=True)
    found = re.search('hx-get="([^"]+/_/loi-dan[^"]*)"', page)
    assert found
    return found[1]


def test_the_colleagues_page_asks_only_for_what_is_new(pair: Pair) -> None:
    address = _asks(pair)
    htmx = {"HX-Request": "true"}
    assert pair.colleague.get(address, headers=htmx).status_code == 204
    pair.ask("greet")
    assert "Cán bộ nói:" in words(pair.colleague.get(address, headers=htmx))


def test_boxes_ticked_meanwhile_stay_ticked_whatever_else_the_clerk_does(pair: Pair) -> None:
    pair.ask("greet")
    address = _asks(pair)
    pair.office.act(pair.run, SignIn(*people.officer_sign_in(pair.office.world(pair.run).seed)))
    assert pair.colleague.get(address, headers={"HX-Request": "true"}).status_code == 204


def test_an_answer_nobody_asked_for_is_refused_in_words(pair: Pair) -> None:
    pair.colleague.get(pair.part)
    answer = pair.colleague.send(f"{pair.home}tra-loi", {"cau": "ask_phone", "chon": "own"})
    assert answer.status_code == 422
    assert "Câu này cán bộ chưa hỏi" in words(answer)
    assert not [e for e in pair.office.log(pair.run) if isinstance(e.fact, Answered)]


def test_the_paper_is_read_on_the_colleagues_own_screen(pair: Pair) -> None:
    world = pair.office.world(pair.run)
    typed = as_typed(people.true_details(world))
    for command in (
        SignIn(*people.officer_sign_in(world.seed)),
        OpenForm(),
        LookUp(1, world.citizen.id_number),
        Download(1, typed, GOOD_SCAN),
    ):
        pair.office.act(pair.run, command)
    page = pair.ask("check_form")
    assert "Trên giấy đề nghị ghi" in page
    sent = {"cau": "check_form", "chon": "wrong"}
    answer = pair.colleague.send(f"{pair.home}tra-loi", sent)
    assert (answer.status_code, "chưa đánh dấu chỗ nào" in words(answer)) == (422, True)
    pair.colleague.send(f"{pair.home}tra-loi", {**sent, "wrong": "phone"})
    assert "Chỗ này chưa đúng: số điện thoại phải là" in words(pair.clerk.get(pair.run.desk))


def test_the_colleague_gets_up_and_goes(pair: Pair) -> None:
    pair.colleague.get(pair.part)
    assert pair.colleague.send(f"{pair.home}roi-quay").status_code == 303
    assert "đã đứng dậy rời quầy" in words(pair.colleague.get(pair.part))
    assert pair.office.world(pair.run).desk.left


def test_the_end_of_the_visit_brings_the_page_anew(pair: Pair) -> None:
    address = _asks(pair)
    pair.close()
    answer = pair.colleague.get(address, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == pair.part
    assert "Đứng dậy rời quầy" not in words(pair.colleague.get(pair.part))


def test_the_marks_are_those_of_any_run(pair: Pair) -> None:
    pair.ask("greet")
    pair.colleague.send(f"{pair.home}tra-loi", {"cau": "greet", "chon": "plain"})
    pair.close()
    page = words(pair.clerk.get(pair.run.page))
    assert "trên 100 điểm" in page
    assert "Công dân do một đồng nghiệp đóng." in page


def test_a_scenario_that_is_gone_cannot_be_played(client: Browser) -> None:
    sign_in(client, "canbo1")
    client.get("/dong-vai")
    answer = client.send("/dong-vai", {"scenario": "tk-99"})
    assert (answer.status_code, "Tình huống này không còn" in words(answer)) == (422, True)


def test_nobody_else_swaps_the_roles_of_two_people(pair: Pair) -> None:
    pair.close()
    sign_in(pair.colleague, "giangvien")
    pair.colleague.get("/dong-vai")
    with unchanged(pair.clerk, pair.run.page, "/"), unchanged(pair.colleague, "/so-luyen-tap"):
        assert pair.colleague.send(f"/dong-vai/{pair.run.id}/doi-vai").status_code == 404
