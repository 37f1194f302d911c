"""One serves, a colleague plays the citizen on another screen, and then the other way round."""

from dataclasses import dataclass

import pytest
from flask import Flask

from motcua.sandbox import people
from motcua.sandbox.desk import CloseVisit, Say
from motcua.sandbox.events import Answered, CitizenPlayed
from motcua.sandbox.mock_dvc.commands import Download, LookUp, OpenForm, SignIn
from motcua.web.practice import service as practice
from motcua.web.practice import store
from motcua.web.practice.runs import Mode, RunRecord
from motcua.web.role_play import service as role_play
from motcua.web.worlds import store as worlds_store
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import FIRST, Office
from tests.core.play import GOOD_SCAN, as_typed


@dataclass
class Pair:
    """canbo1 at the desk of ``run``; the colleague's browser stands at ``home``."""

    office: Office
    clerk: Browser
    colleague: Browser
    run: RunRecord
    home: str

    @property
    def part(self) -> str:
        return f"{self.home}loi-dan"

    def ask(self, phrase: str) -> str:
        """The clerk says it; what the colleague's page shows."""
        self.office.act(self.run, Say(phrase))
        return words(self.colleague.get(self.part))

    def close(self) -> None:
        self.office.act(self.run, CloseVisit())
        with self.office.writing() as db:
            practice.finish(db, self.run)


def home_of(office: Office, run: RunRecord) -> str:
    with office.writing() as db:
        record = worlds_store.find(db, run.world_id)
    assert record
    return f"/cong-dan/{record.citizen_link}/"


def run_at(office: Office, desk: str) -> RunRecord:
    with office.writing() as db:
        found = store.find_by_world(db, desk.rpartition("/")[2])
    assert found
    return found


@pytest.fixture
def pair(app: Flask, client: Browser, office: Office) -> Pair:
    sign_in(client, "canbo1")
    client.get("/dong-vai")
    desk = client.send("/dong-vai", {"scenario": FIRST}).location
    run = run_at(office, desk)
    colleague = app.test_client()
    assert isinstance(colleague, Browser)
    return Pair(office, client, colleague, run, home_of(office, run))


def test_a_role_play_is_practice_and_says_so_in_its_log(pair: Pair) -> None:
    assert pair.run.mode is Mode.PRACTICE
    assert any(isinstance(each.fact, CitizenPlayed) for each in pair.office.log(pair.run))


def test_the_desk_hands_the_part_to_the_colleague(pair: Pair) -> None:
    desk = pair.clerk.get(pair.run.desk).get_data(as_text=True)
    assert f'href="{pair.part}"' in desk
    assert '<details class="hand-over" open>' in desk


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
    talk = f"{pair.run.desk}/_/loi-noi"
    htmx = {"HX-Request": "true"}
    assert pair.clerk.get(f"{talk}?co={seq}", headers=htmx).status_code == 204
    pair.colleague.send(f"{pair.home}tra-loi", {"cau": "ask_phone", "chon": "aloud"})
    heard = pair.clerk.get(f"{talk}?co={seq}", headers=htmx)
    assert "Công dân trả lời bằng lời tại bàn" in words(heard)
    assert pair.clerk.get(talk).location == pair.run.desk


def test_the_colleagues_page_asks_only_for_what_is_new(pair: Pair) -> None:
    page = pair.colleague.get(pair.part).get_data(as_text=True)
    address = page.partition('hx-get="')[2].partition('"')[0]
    htmx = {"HX-Request": "true"}
    assert pair.colleague.get(address, headers=htmx).status_code == 204
    pair.ask("greet")
    assert "Cán bộ nói:" in words(pair.colleague.get(address, headers=htmx))


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


def test_the_marks_are_those_of_any_run(pair: Pair) -> None:
    pair.ask("greet")
    pair.colleague.send(f"{pair.home}tra-loi", {"cau": "greet", "chon": "plain"})
    pair.close()
    page = words(pair.clerk.get(pair.run.page))
    assert "trên 100 điểm" in page
    assert "Công dân do một đồng nghiệp đóng." in page


def test_without_an_account_the_colleague_is_led_to_sign_in_first(pair: Pair) -> None:
    pair.close()
    page = pair.colleague.get(pair.part).get_data(as_text=True)
    link = pair.home.split("/")[2]
    assert f'href="/dang-nhap?next=/dong-vai/vao/{link}"' in page
    sign_in(pair.colleague, "canbo2")
    assert pair.colleague.get(f"/dong-vai/vao/{link}").location == pair.part


def test_the_colleague_serves_a_new_run_of_the_same_scenario(pair: Pair) -> None:
    sign_in(pair.colleague, "canbo2")
    pair.close()
    assert "Đổi vai" in words(pair.colleague.get(pair.part))
    desk = pair.colleague.send(f"{pair.home}doi-vai").location
    swapped = run_at(pair.office, desk)
    assert (swapped.scenario, swapped.swapped_from) == (FIRST, pair.run.id)
    assert swapped.person_id != pair.run.person_id == swapped.partner_id
    assert pair.office.world(swapped).seed != pair.office.world(pair.run).seed
    assert pair.colleague.get(desk).status_code == 200
    text = pair.clerk.get(pair.run.page).get_data(as_text=True)
    assert f'href="{home_of(pair.office, swapped)}loi-dan"' in text


def test_the_clerk_can_press_the_button_too_and_then_plays_the_citizen(pair: Pair) -> None:
    sign_in(pair.colleague, "canbo2")
    pair.colleague.get(pair.part)
    pair.colleague.send(f"{pair.home}nhan-vai")
    pair.close()
    assert "Công dân do Lê Văn Mẫu Bình đóng." in words(pair.clerk.get(pair.run.page))
    told = pair.clerk.send(f"/dong-vai/{pair.run.id}/doi-vai").location
    assert told.endswith("/loi-dan")
    assert pair.clerk.get(told).status_code == 200
    page = pair.colleague.get(pair.part).get_data(as_text=True)
    assert "Tới bàn làm việc của lượt đổi vai" in page


def test_swapping_twice_makes_one_run(pair: Pair) -> None:
    sign_in(pair.colleague, "canbo2")
    pair.close()
    pair.colleague.get(pair.part)
    desks = {pair.colleague.send(f"{pair.home}doi-vai").location for _ in range(2)}
    assert len(desks) == 1


def test_nobody_swaps_before_the_end_or_without_knowing_the_colleague(pair: Pair) -> None:
    pair.clerk.get(pair.run.page)
    assert pair.clerk.send(f"/dong-vai/{pair.run.id}/doi-vai").location == pair.run.page
    sign_in(pair.colleague, "canbo2")
    pair.colleague.get(pair.part)
    assert pair.colleague.send(f"{pair.home}doi-vai").location == pair.part
    with pair.office.writing() as db:
        assert store.swapped_into(db, pair.run.id) is None


def test_the_part_is_taken_once_and_not_by_the_clerk(pair: Pair) -> None:
    pair.clerk.get(pair.part)
    pair.clerk.send(f"{pair.home}nhan-vai")
    assert pair.office.again(pair.run).partner_id is None
    sign_in(pair.colleague, "canbo2")
    pair.colleague.get(pair.part)
    pair.colleague.send(f"{pair.home}nhan-vai")
    late = pair.office.person("canbo4")
    with pair.office.writing() as db:
        assert not role_play.take_part(db, pair.run, late)
    assert pair.office.again(pair.run).partner_id == pair.office.person("canbo2").id


def test_a_supervisor_cannot_take_the_part(pair: Pair) -> None:
    sign_in(pair.colleague, "giamsat")
    assert "Tôi đóng vai công dân" not in words(pair.colleague.get(pair.part))
    pair.colleague.send(f"{pair.home}nhan-vai")
    assert pair.office.again(pair.run).partner_id is None


def test_a_scenario_that_is_gone_cannot_be_played(client: Browser) -> None:
    sign_in(client, "canbo1")
    client.get("/dong-vai")
    answer = client.send("/dong-vai", {"scenario": "tk-99"})
    assert (answer.status_code, "Tình huống này không còn" in words(answer)) == (422, True)
