"""The unit's page: people for those who lead it, figures with both their numbers."""

import pytest
from sqlalchemy import update

from tests.app.asking import questions
from tests.app.browsing import Browser, sign_in, words
from tests.app.competent import PRIVACY, marked, mastered
from tests.app.office import Office
from web.practice.competence import matrix
from web.shell.session_models import PersonRow

PAGE = "/nang-luc-don-vi"
AN, BINH, HOA = "Trần Thị Mẫu An", "Lê Văn Mẫu Bình", "Đặng Văn Mẫu Hòa"


def _unit(client: Browser, reader: str = "truongbophan", **filters: str) -> str:
    sign_in(client, reader)
    return words(client.get(PAGE, query_string=filters))


def test_each_person_stands_against_each_competency_in_words(
    client: Browser, office: Office
) -> None:
    mastered(office, "canbo1")
    marked(office, "canbo2", 0)
    page = _unit(client)
    assert f"{AN} (cán bộ một cửa) Thành thạo đến 21/11/2027" in page
    assert f"{BINH} (cán bộ một cửa) Đang luyện 1/2 lần đạt" in page
    assert f"{HOA} (trưởng bộ phận) Chưa luyện" in page
    assert "không yêu cầu" in page


def test_each_cell_leads_to_the_persons_page(client: Browser, office: Office) -> None:
    sign_in(client, "giangvien")
    page = client.get(PAGE).get_data(as_text=True)
    assert page.count(f'href="/nang-luc/nguoi/{office.person("canbo1").id}"') == 8
    assert page.count(f'href="/nang-luc/nguoi/{office.person("truongbophan").id}"') == 4


def test_only_the_readers_own_unit_is_there(client: Browser) -> None:
    page = _unit(client)
    assert "Thử Chi" not in page
    assert "Mẫu Long" not in page


def test_the_figures_show_numerator_denominator_and_a_comma(
    client: Browser, office: Office
) -> None:
    for username in ("canbo1", "truongbophan", "giangvien"):
        mastered(office, username)
    page = _unit(client)
    assert "66,7% 2 trên 3 người" in page  # the trainer is not at the desk
    assert "Mục tiêu 100% (S1-04)" in page
    assert "Tạo tài khoản đúng trình tự 3 trên 4 người 75,0%" in page
    assert "0,0% 0 trên 3 người" in page


def test_the_supervisor_reads_figures_and_no_person(client: Browser, office: Office) -> None:
    mastered(office, "canbo1")
    page = _unit(client, "giamsat")
    assert "33,3% 1 trên 3 người" in page
    assert "Từng người" not in page
    assert "Mẫu An" not in page


@pytest.mark.parametrize("reader", ["canbo1", "quantri"])
def test_others_have_no_unit_to_read(client: Browser, reader: str) -> None:
    sign_in(client, reader)
    assert client.get(PAGE).status_code == 403


def test_those_who_left_are_not_counted(client: Browser, office: Office) -> None:
    with office.writing() as db:
        db.execute(update(PersonRow).where(PersonRow.username == "canbo2").values(active=False))
    page = _unit(client)
    assert BINH not in page
    assert "0 trên 2 người" in page


def test_what_was_proved_elsewhere_comes_along(client: Browser, office: Office) -> None:
    mastered(office, "canbo3")
    here = office.person("canbo1").unit_id
    with office.writing() as db:
        moved = update(PersonRow).where(PersonRow.username == "canbo3")
        db.execute(moved.values(unit_id=here))
    assert "Phạm Thị Thử Chi (cán bộ một cửa) Thành thạo" in _unit(client)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, {AN, BINH, HOA}),
        ({"tim": "tran an"}, {AN}),
        ({"tim": "dang"}, {HOA}),
        ({"muc": "den-han"}, {BINH}),
        ({"muc": "thanh-thao"}, {AN}),
        ({"muc": "thanh-thao", "nang_luc": "trouble"}, set()),
        ({"muc": "chua-thanh-thao", "nang_luc": "account_creation"}, {BINH, HOA}),
        ({"nang_luc": "communication"}, {AN, BINH}),
        ({"muc": "\x00", "nang_luc": "x", "trang": "0"}, {AN, BINH, HOA}),
    ],
)
def test_filters_narrow_the_list(
    client: Browser, office: Office, filters: dict[str, str], found: set[str]
) -> None:
    mastered(office, "canbo1", PRIVACY)
    mastered(office, "canbo2", newest=500)
    page = _unit(client, **filters)
    assert {name for name in (AN, BINH, HOA) if name in page.partition("Từng người")[2]} == found


def test_a_filter_that_fits_nobody_says_so(client: Browser) -> None:
    assert "Không có ai khớp" in _unit(client, tim="zzz")


def test_the_figures_do_not_depend_on_the_filter(client: Browser, office: Office) -> None:
    mastered(office, "canbo1")
    assert "1 trên 3 người" in _unit(client, tim="zzz")


def test_many_people_take_several_pages(client: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix, "PAGE", 3)
    sign_in(client, "giangvien")
    first, second = (words(client.get(f"{PAGE}?trang={number}")) for number in (1, 2))
    assert "Trang 1 trên 2" in first
    assert HOA not in first.partition("Từng người")[2]
    assert HOA in second.partition("Từng người")[2]


def test_a_page_too_far_leads_back(client: Browser) -> None:
    sign_in(client, "giangvien")
    assert client.get(f"{PAGE}?tim=an&trang=9").location == f"{PAGE}?tim=an&trang=1"


def test_however_many_people_there_are_it_takes_sixquestions(
    client: Browser, office: Office
) -> None:
    for username in ("canbo1", "canbo2", "truongbophan"):
        mastered(office, username)
    sign_in(client, "giangvien")
    with questions(office.app.extensions["motcua"].engine) as statements:
        client.get(PAGE)
    assert len([each for each in statements if "user_session" not in each]) == 6
