"""Giving an assignment, being reminded of it, doing it, and seeing who still lacks what."""

from typing import Any

import pytest
from sqlalchemy import update
from werkzeug.test import TestResponse

from tests.app.asking import questions
from tests.app.authoring import published
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import FIRST, Idle, Office
from training.scenario import catalogue
from web.practice.runs.runs import Mode
from web.shell.runtime import Runtime
from web.shell.session_models import PersonRow

SECOND = "tk-02-da-co-tai-khoan"
WANTED: dict[str, Any] = {
    "title": "Ôn tạo tài khoản",
    "day": "31/12/2031",
    "hour": "17:00",
    "mode": "luyen",
    "passes": "1",
    "scenarios": [SECOND, FIRST],
}


def give(client: Browser, office: Office, *people: str, **changes: Any) -> TestResponse:
    """The trainer sends the form, right but for the changes."""
    sign_in(client, "giangvien")
    client.get("/bai-giao/moi")
    ids = [str(office.person(name).id) for name in people or ("canbo1", "canbo2")]
    return client.send("/bai-giao/moi", {**WANTED, "people": ids, **changes})


def test_an_assignment_reminds_its_people_until_it_is_done(client: Browser, office: Office) -> None:
    answer = give(client, office)
    assert answer.status_code == 303
    assert "0 trên 2 đã xong" in words(client.get(answer.location))

    home = words(sign_in(client, "canbo1"))
    assert "Làm bài được giao “Ôn tạo tài khoản”: đã xong 0 trên 2 tình huống" in home
    office.served("canbo1", FIRST)
    page = words(client.get("/bai-giao"))
    assert f"Luyện tiếp: {catalogue()[SECOND].title}" in page
    office.served("canbo1", SECOND)
    assert "Làm bài được giao" not in words(client.get("/"))

    sign_in(client, "giangvien")
    assert "1 trên 2 đã xong" in words(client.get(answer.location))


def test_a_scenario_is_started_in_the_way_that_was_asked(client: Browser, office: Office) -> None:
    give(client, office, mode="kiem_tra", passes="2")
    sign_in(client, "canbo1")
    office.served("canbo1", FIRST)
    page = client.get("/bai-giao").get_data(as_text=True)
    assert f'name="mode" value="{Mode.TEST.value}"' in page
    assert "đạt 0 trên 2 lần" in page


def test_a_later_failure_takes_nothing_away(client: Browser, office: Office) -> None:
    give(client, office, scenarios=[FIRST])
    office.served("canbo1", FIRST)
    office.served("canbo1", FIRST, Idle)
    assert "Làm bài được giao" not in words(sign_in(client, "canbo1"))


def test_a_passed_deadline_is_said_to_both(client: Browser, office: Office) -> None:
    answer = give(client, office, "canbo1", day="01/12/2030")
    office.effects.advance(days=365 * 9)
    assert "(quá hạn)" in words(sign_in(client, "canbo1"))
    sign_in(client, "giangvien")
    assert "Quá hạn" in words(client.get(answer.location))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Anh/chị đặt tên cho bài giao"),
        ({"title": "Gọi 0912345678"}, "số điện thoại"),  # refused on purpose
        ({"day": "31/02/2031"}, "Anh/chị nhập ngày theo dạng 31/12/2026."),
        ({"hour": "25:00"}, "Anh/chị nhập giờ theo dạng 17:00."),
        ({"day": "01/01/2020"}, "Hạn này đã qua."),
        ({"mode": "xem"}, "Anh/chị chọn cách luyện."),
        ({"passes": "99"}, "Anh/chị chọn số lần."),
        ({"scenarios": []}, "Anh/chị chọn ít nhất một tình huống"),
        ({"scenarios": ["tk-99"]}, "Anh/chị chọn ít nhất một tình huống"),
        ({"people": []}, "Anh/chị chọn ít nhất một người"),
        ({"people": ["không phải số"]}, "Anh/chị chọn ít nhất một người"),
    ],
)
def test_what_cannot_be_asked_is_said_and_the_rest_is_kept(
    client: Browser, office: Office, changes: dict[str, Any], sentence: str
) -> None:
    answer = give(client, office, **changes)
    assert answer.status_code == 422
    assert sentence in words(answer)
    fields = {"title": WANTED["title"], "day": WANTED["day"], "hour": WANTED["hour"]}
    page = answer.get_data(as_text=True)
    for name, text in fields.items():
        assert name in changes or f'value="{text}"' in page
    assert "0912345678" not in page  # refused on purpose
    assert "Chưa giao bài nào" in words(client.get("/bai-giao"))


def test_nobody_of_another_unit_can_be_asked(client: Browser, office: Office) -> None:
    assert give(client, office, "canbo3").status_code == 422


def test_a_withdrawn_assignment_reminds_nobody_and_stays_readable(
    client: Browser, office: Office
) -> None:
    answer = give(client, office)
    client.get(answer.location)
    for _ in range(2):
        assert client.send(f"{answer.location}/thu-hoi").status_code == 303
    assert "Bài này đã thu hồi" in words(client.get(answer.location))
    assert "Làm bài được giao" not in words(sign_in(client, "canbo1"))


@pytest.mark.parametrize("username", ["canbo1", "giamsat", "quantri"])
def test_only_those_who_teach_may_give(client: Browser, office: Office, username: str) -> None:
    address = give(client, office).location
    sign_in(client, username)
    for path in ("/bai-giao/moi", address):
        assert client.get(path).status_code == 403


def test_an_assignment_nobody_gave_is_not_found(client: Browser) -> None:
    sign_in(client, "giangvien")
    assert client.get("/bai-giao/khong-co").status_code == 404


def test_names_stand_in_the_order_of_a_vietnamese_list(client: Browser, office: Office) -> None:
    _changed(office, "canbo1", full_name="Trần Thị Đào")
    _changed(office, "canbo2", full_name="Trần Thị Dung")
    page = words(client.get(give(client, office).location))
    assert page.index("Trần Thị Dung") < page.index("Trần Thị Đào")
    form = words(client.get("/bai-giao/moi"))
    assert form.index("Trần Thị Dung") < form.index("Trần Thị Đào")


def test_whoever_has_left_is_not_waited_for(client: Browser, office: Office) -> None:
    address = give(client, office).location
    _changed(office, "canbo2", active=False)
    page = words(client.get(address))
    assert "0 trên 1 đã xong" in page
    assert "Mẫu Bình" not in page


def test_a_scenario_the_unit_no_longer_uses_is_said_to_be_so(
    client: Browser, office: Office
) -> None:
    name = published(office)
    give(client, office, scenarios=[name])
    client.get(f"/soan/{name}")
    assert client.send(f"/soan/{name}/ngung").status_code == 303
    sign_in(client, "canbo1")
    page = words(client.get("/bai-giao"))
    assert "Đơn vị không còn dùng tình huống" in page
    assert name not in page


def test_however_many_assignments_there_are_it_takes_as_many_questions(
    client: Browser, office: Office, runtime: Runtime
) -> None:
    give(client, office)
    with questions(runtime.engine) as before:
        client.get("/bai-giao")
    for _ in range(3):
        give(client, office)
    with questions(runtime.engine) as after:
        client.get("/bai-giao")
    assert len(after) == len(before)


def _changed(office: Office, username: str, **values: Any) -> None:
    with office.writing() as db:
        row = update(PersonRow).where(PersonRow.username == username)
        db.execute(row.values(**values))
