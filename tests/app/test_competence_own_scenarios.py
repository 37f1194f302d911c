"""The unit's own scenarios on the pages of competence: counted where they ask for enough."""

import pytest

from tests.app.authoring import Author, published, revised, withdrawn
from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.competent import PRIVACY, marked, mastered
from tests.app.office import FIRST, Office
from training.scenario import catalogue
from training.scenario_file import Marking
from web.practice.competence import store
from web.practice.competence.measuring import today, unit_criteria
from web.practice.competence.person_page import competency_progress
from web.practice.runs.runs import Mode

MINE, UNIT = "/nang-luc", "/nang-luc-don-vi"
ACCOUNT = "Tạo tài khoản đúng trình tự"
SECRET = "Giữ bí mật thông tin công dân"
COPY = f"{catalogue()[PRIVACY].title} (bản sao)"


def _easier(office: Office, scenario: str) -> None:
    """A version in which nobody has to decline keeping the password."""
    steps = [step.id for step in catalogue()[PRIVACY].steps if step.id != "decline_password"]
    revised(office, scenario, procedure=steps)


def _page(client: Browser, address: str, username: str = "canbo1") -> str:
    sign_in(client, username)
    return words(client.get(address))


def test_tests_in_a_faithful_copy_count_everywhere(client: Browser, office: Office) -> None:
    own = published(office, PRIVACY)
    mastered(office, "canbo1", own)
    page = _page(client, MINE)
    assert f"{SECRET} Thành thạo đến 21/11/2027" in page
    assert f"{COPY} Đạt" in page
    assert "(chỉ để luyện)" not in page
    figures = _page(client, UNIT, "truongbophan")
    assert f"{SECRET} 1 trên" in figures
    assert client.send(
        f"/nang-luc/nguoi/{office.person('canbo1').id}/giay-xac-nhan", {"nang_luc": "privacy"}
    ).location.startswith("/chung-nhan/")


def test_an_easier_one_is_practice_and_every_page_says_so(client: Browser, office: Office) -> None:
    own = published(office, PRIVACY)
    _easier(office, own)
    steps = [s.id for s in catalogue()[PRIVACY].steps if s.id not in {"decline_password", "greet"}]
    revised(office, own, procedure=steps)
    mastered(office, "canbo1", own)
    page = _page(client, MINE)
    assert f"{SECRET} Đang luyện 0/2 lần đạt" in page
    assert f"{COPY} (chỉ để luyện) Đạt" in page
    assert COPY not in page.partition("Nên luyện tiếp")[2].partition("Kết quả tốt nhất")[0]
    assert "chỉ để luyện, không tính vào năng lực" in _page(client, "/luyen-tap")
    assert f"{SECRET} 0 trên" in _page(client, UNIT, "truongbophan")
    room = Classroom.planned(office, scenarios=(own,), mode=Mode.TEST)
    assert "phút, chỉ để luyện" in _page(client, f"/buoi-tap/{room.id}", "giangvien")


def test_a_version_makes_due_only_what_it_newly_asks_for(client: Browser, office: Office) -> None:
    own = published(office, PRIVACY)
    mastered(office, "canbo1", own)
    revised(office, own, title="Tên khác")
    assert f"{SECRET} Thành thạo" in _page(client, MINE)
    revised(office, own, marking=Marking(on=["tk.no_goodbye"]))
    page = _page(client, MINE)
    assert f"{SECRET} Thành thạo" in page
    assert f"{ACCOUNT} Thành thạo" in page
    assert "Đã đổi: tình huống “Tên khác” đã sửa." in page
    assert "Giao tiếp với công dân: đến hạn luyện lại" in _page(client, "/")


def test_passes_outlive_the_scenario_but_it_is_suggested_no_longer(
    client: Browser, office: Office
) -> None:
    own = published(office)
    marked(office, "canbo1", 3, own, passed=False)
    assert f"{catalogue()[FIRST].title} (bản sao) Lần gần nhất chưa đạt" in _page(client, MINE)
    withdrawn(office, own)
    page = _page(client, MINE)
    assert "(bản sao) Lần gần nhất" not in page
    assert "(bản sao) Chưa đạt" in page


def test_what_was_passed_in_a_class_of_the_unit_above_counts_too(office: Office) -> None:
    own = published(office, PRIVACY, "quantri")
    room = Classroom.opened(office, "canbo1", trainer="quantri", scenarios=(own,), mode=Mode.TEST)
    for _ in range(2):
        office.serve(room.begin("canbo1", own))
        office.effects.advance(days=1)
    person = office.person("canbo1")
    with office.writing() as db:
        attempts = store.attempts_of(db, person.id)
        by = unit_criteria(db, person.unit_id, attempts)
        progress = {
            each.competency: each
            for each in competency_progress(person.role, attempts, by, today())
        }
    assert progress["privacy"].mastered


@pytest.fixture
def author(client: Browser) -> Author:
    author = Author(client)
    author.copy(PRIVACY)
    return author


def test_the_author_is_told_before_publishing_what_it_counts_for(author: Author) -> None:
    page = words(author.client.get(f"{author.page}/phat-hanh"))
    assert "Tính vào năng lực" in page
    assert f"đủ như tình huống có sẵn “{catalogue()[PRIVACY].title}”" in page
    author.publish()
    assert f"Tính vào năng lực {ACCOUNT}; {SECRET}" in words(author.client.get(author.page))


def test_the_author_is_told_what_is_missing_and_may_publish_all_the_same(author: Author) -> None:
    author.save(era="2023")
    page = words(author.client.get(f"{author.page}/phat-hanh"))
    assert "Chỉ để luyện, không tính vào năng lực" in page
    assert "bài này thiếu: thời kỳ 2022 của quy trình" in page
    assert author.publish().status_code == 303
    assert "Không, chỉ để luyện" in words(author.client.get(author.page))


def test_the_author_is_told_who_will_have_to_come_back(author: Author) -> None:
    author.publish()
    fields = author.form()
    fields.add("marking.on", "tk.no_goodbye")
    author.press("luu", fields)
    page = words(author.client.get(f"{author.page}/phat-hanh"))
    assert "người đã đạt ở bản trước cần đạt lại: Giao tiếp với công dân." in page
