"""The run log: searched, filtered, paged; in words, and never more than two questions."""

import pytest
from sqlalchemy import update

from tests.app.asking import questions
from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.office import FIRST, Hasty, Idle, Office
from tests.app.refused import REAL_ID, REAL_PHONE
from training.scenario import catalogue
from web.practice.run_log.filters import FIELDS
from web.practice.runs.runs import Mode
from web.shell.session_models import PersonRow

EXISTS = "tk-02-da-co-tai-khoan"
NONE_FIT = "Không có lượt nào khớp"


def _log(client: Browser, **filters: str) -> str:
    return words(client.get("/so-luyen-tap", query_string=filters))


def _rename(office: Office, username: str, name: str) -> None:
    with office.writing() as db:
        row = update(PersonRow).where(PersonRow.username == username)
        db.execute(row.values(full_name=name))


def test_a_clerk_reads_their_own_runs_only(client: Browser, office: Office) -> None:
    mine, other = office.start("canbo1"), office.start("canbo2")
    sign_in(client, "canbo1")
    page = client.get("/so-luyen-tap").get_data(as_text=True)
    assert mine.page in page
    assert other.page not in page
    assert "Người luyện" not in page


def test_the_trainer_finds_the_run_in_the_log(client: Browser, office: Office) -> None:
    run = office.served("canbo1")
    sign_in(client, "giangvien")
    answer = client.get("/so-luyen-tap")
    assert f'href="{run.page}"' in answer.get_data(as_text=True)
    assert "Có 1 lượt luyện tập." in words(answer)
    assert f"Trần Thị Mẫu An {catalogue()[FIRST].title} (luyện) Đạt 100" in words(answer)


@pytest.mark.parametrize(
    "text", ["Trần", "tran", "TRẦN an", "mẫu", "lượt đầu tiên", "luot dau an", "Tra\u0302\u0300n"]
)
def test_search_finds_names_and_titles_without_accents(
    client: Browser, office: Office, text: str
) -> None:
    office.start("canbo1")
    sign_in(client, "giangvien")
    assert "Tìm thấy 1 lượt" in _log(client, tim=text)


@pytest.mark.parametrize("text", ["dang", "Đặng", "đang", "mo", "Mơ"])
def test_search_knows_d_with_stroke_and_horned_letters(
    client: Browser, office: Office, text: str
) -> None:
    _rename(office, "canbo1", "Đặng Thị Mẫu Mơ")
    office.start("canbo1", EXISTS)
    sign_in(client, "giangvien")
    assert "Tìm thấy 1 lượt" in _log(client, tim=text)


def test_every_word_of_the_search_must_fit(client: Browser, office: Office) -> None:
    office.start("canbo1")
    sign_in(client, "giangvien")
    assert NONE_FIT in _log(client, tim="tran binh")


def test_the_filters_narrow_together(client: Browser, office: Office) -> None:
    office.served("canbo1")
    office.served("canbo2", clerk=Hasty)
    office.start("canbo2", EXISTS)
    sign_in(client, "giangvien")
    second = str(office.person("canbo2").id)
    assert "Tìm thấy 2 lượt" in _log(client, nguoi=second)
    assert "Tìm thấy 2 lượt" in _log(client, tinh_huong=FIRST)
    assert "Tìm thấy 1 lượt" in _log(client, nguoi=second, tinh_huong=FIRST)
    assert NONE_FIT in _log(client, nguoi=second, tinh_huong=FIRST, ket_qua="dang-lam")


@pytest.mark.parametrize("result", ["dat", "chua-dat", "dang-lam", "bo", "het-buoi"])
def test_each_result_finds_its_one_run(client: Browser, office: Office, result: str) -> None:
    room = Classroom.opened(office, "canbo1")
    runs = {
        "dat": office.served("canbo1"),
        "chua-dat": office.served("canbo1", clerk=Idle),
        "dang-lam": office.start("canbo1"),
        "bo": office.given_up("canbo1"),
        "het-buoi": room.begin("canbo1"),
    }
    room.move("close")
    sign_in(client, "giangvien")
    page = client.get(f"/so-luyen-tap?ket_qua={result}").get_data(as_text=True)
    assert [name for name, run in runs.items() if run.page in page] == [result]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("23/11/2026", "", True),
        ("", "23/11/2026", True),
        ("23/11/2026", "23/11/2026", True),
        ("24/11/2026", "", False),
        ("", "22-11-2026", False),
        ("1/11/2026", "30112026", True),
    ],
)
def test_days_are_counted_by_the_offices_clock(
    client: Browser, office: Office, since: str, until: str, found: bool
) -> None:
    office.effects.advance(hours=15, minutes=58)  # 23:59 on the Monday
    office.start("canbo1")
    sign_in(client, "giangvien")
    assert ("Tìm thấy 1 lượt" in _log(client, tu_ngay=since, den_ngay=until)) is found


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        ({"tu_ngay": "31/02/2026"}, "“Từ ngày” chưa phải một ngày có trong lịch."),
        ({"den_ngay": "hôm nay"}, "“Đến ngày” chưa phải một ngày có trong lịch."),
        ({"tu_ngay": "2/1/2026", "den_ngay": "1/1/2026"}, "“Từ ngày” đang sau “Đến ngày”."),
    ],
)
def test_a_wrong_date_is_said_above_and_beside_and_kept(
    client: Browser, office: Office, filters: dict[str, str], sentence: str
) -> None:
    office.start("canbo1")
    sign_in(client, "giangvien")
    answer = client.get("/so-luyen-tap", query_string={**filters, "tim": "an"})
    assert answer.status_code == 422
    assert words(answer).count(sentence) == 2
    for typed in (*filters.values(), "an"):
        assert f'value="{typed}"' in answer.get_data(as_text=True)
    assert "lượt luyện tập." not in words(answer)


@pytest.mark.parametrize(
    "odd",
    ["nguoi=x", "nguoi=99999999999999999999", "ket_qua=x", "tinh_huong=%00", "trang=x", "trang=-1"],
)
def test_an_address_altered_by_hand_shows_the_log(
    client: Browser, office: Office, odd: str
) -> None:
    office.start("canbo1")
    sign_in(client, "giangvien")
    assert "1 lượt luyện tập." in words(client.get(f"/so-luyen-tap?{odd}"))


def test_a_long_log_has_pages_that_keep_the_filters(client: Browser, office: Office) -> None:
    runs = [office.start("canbo1", mode=Mode.TEST, seed=place) for place in range(21)]
    sign_in(client, "giangvien")
    first = client.get("/so-luyen-tap?tim=trần")
    assert "Tìm thấy 21 lượt luyện tập. Đang xem từ lượt 1 đến lượt 20." in words(first)
    assert runs[0].page not in first.get_data(as_text=True)
    second = client.get("/so-luyen-tap?tim=tr%E1%BA%A7n&trang=2")
    assert "tim=tr%E1%BA%A7n&amp;trang=2" in first.get_data(as_text=True)
    assert "Đang xem từ lượt 21 đến lượt 21." in words(second)
    assert runs[0].page in second.get_data(as_text=True)


def test_a_page_too_far_leads_back_to_the_first(client: Browser, office: Office) -> None:
    office.start("canbo1")
    sign_in(client, "giangvien")
    assert client.get("/so-luyen-tap?tim=an&trang=9").location == "/so-luyen-tap?tim=an&trang=1"


def test_an_empty_log_says_what_to_do(client: Browser) -> None:
    sign_in(client, "canbo1")
    assert "Sổ chưa có lượt nào" in _log(client)
    assert "Bắt đầu luyện tập" in _log(client)
    assert NONE_FIT in _log(client, tim="zzz")


def test_the_supervisor_reads_the_log_and_nobodys_name(client: Browser, office: Office) -> None:
    run, other = office.served("canbo1"), office.served("canbo2")
    sign_in(client, "giamsat")
    for address in ("/so-luyen-tap", run.page, f"{run.page}/buoc/2", f"{run.page}/theo"):
        page = client.get(address)
        assert page.status_code == 200
        assert "Mẫu An" not in page.get_data(as_text=True)
    assert "Người luyện" not in words(client.get(run.page))
    text = client.get("/so-luyen-tap").get_data(as_text=True)
    assert run.page in text
    assert 'name="nguoi"' not in text
    assert NONE_FIT in _log(client, tim="trần")
    by_person = client.get(f"/so-luyen-tap?nguoi={other.person_id}").get_data(as_text=True)
    assert run.page in by_person


def test_the_supervisor_is_not_invited_to_practise(client: Browser) -> None:
    sign_in(client, "giamsat")
    assert "Bắt đầu luyện tập" not in _log(client)


def test_names_of_a_hundred_letters_and_markup_are_shown_whole(
    client: Browser, office: Office
) -> None:
    name = "Nguyễn Thị <b>Mẫu</b> " + "Ngọc " * 16 + "Ánh"
    _rename(office, "canbo1", name)
    office.start("canbo1")
    sign_in(client, "giangvien")
    assert name.replace("<", "&lt;").replace(">", "&gt;") in client.get("/so-luyen-tap").get_data(
        as_text=True
    )


def test_the_log_asks_the_database_twice(client: Browser, office: Office) -> None:
    for _ in range(5):
        office.start("canbo1")
    sign_in(client, "giangvien")
    with questions(office.app.extensions["motcua"].engine) as statements:
        client.get("/so-luyen-tap?tim=an&ket_qua=dang-lam")
    about_runs = [each for each in statements if "run" in each.split()]
    assert len(about_runs) == 2


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("real", [REAL_ID, REAL_PHONE])
def test_what_could_be_a_living_persons_is_not_shown_again(
    client: Browser, field: str, real: str
) -> None:
    sign_in(client, "giangvien")
    answer = client.get("/so-luyen-tap", query_string={field: real})
    assert answer.status_code == 422
    assert real not in answer.get_data(as_text=True)
    assert "trông giống của người thật" in words(answer)


@pytest.mark.parametrize("page", ["/so-luyen-tap", "/nhin-lai/lop"])
def test_the_last_day_of_all_calendars_is_refused_in_words(client: Browser, page: str) -> None:
    """The day after it, which the question needs, is in no calendar."""
    sign_in(client, "giangvien")
    query = {"tinh_huong": FIRST, "tu_ngay": "31/12/9999", "den_ngay": "31/12/9999"}
    answer = client.get(page, query_string=query)
    assert answer.status_code == 422
    assert "chưa phải một ngày có trong lịch" in words(answer)
