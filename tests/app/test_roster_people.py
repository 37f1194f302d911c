"""Those on duty, where, and on which days."""

from typing import Any

import pytest
from werkzeug.test import TestResponse

from rostering.values import Half
from tests.app.browsing import Browser, sign_in, words
from tests.app.competent import mastered
from tests.app.office import Office
from tests.app.rosters import member, newest, plan, venues

EVERY_LETTER = "Đặng Ưng Mẫu Ngoãn Ửng Ỷ Ẵm Ằng Ộc Ợ"
HALF_DAYS = [f"{day}{half}" for day in range(5) for half in ("am", "pm")]


def add(client: Browser, office: Office, **changes: Any) -> TestResponse:
    sign_in(client, "truongbophan")
    client.get("/lich-truc/nguoi/them")
    fields = {
        "name": EVERY_LETTER,
        "organisation": "",
        "new_organisation": "Hội Mẫu",
        "account": "",
        "skill": "able",
        "traits": ["phone"],
        "percent": "100",
        "per_day": "1",
        "per_week": "",
        "per_period": "",
        "venues": list(venues(office).values()),
        "available": HALF_DAYS,
        "starts": "",
        "ends": "",
        **changes,
    }
    return client.send("/lich-truc/nguoi/them", fields)


def test_somebody_with_every_letter_is_added_and_planned_for(
    client: Browser, office: Office
) -> None:
    assert add(client, office).status_code == 303
    assert EVERY_LETTER in words(client.get("/lich-truc/nguoi"))
    plan(client, office)
    assert member(office, EVERY_LETTER).id in {shift.person for shift in newest(office).shifts}


def test_what_was_said_of_somebody_is_kept_and_shown_again(client: Browser, office: Office) -> None:
    desk = venues(office)["Bộ phận Một cửa"]
    add(client, office, available=["0am", "2pm"], venues=[desk], skill="learning", per_week="2")
    stored = member(office, EVERY_LETTER)
    assert stored.available == frozenset({(0, Half.MORNING), (2, Half.AFTERNOON)})
    assert stored.venues == frozenset({desk})
    assert not stored.competent
    page = client.get(stored.page).get_data(as_text=True)
    assert 'value="0am" checked' in page
    assert 'value="0pm" checked' not in page
    client.send(stored.page, {"name": "Mẫu Mới", "organisation": stored.organisation.id})
    assert member(office, EVERY_LETTER) == stored  # refused: most of it was missing


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "Anh/chị nhập họ và tên."),
        ({"name": "Mẫu 0912345678"}, "số điện thoại"),  # refused on purpose
        ({"new_organisation": ""}, "Anh/chị chọn đơn vị, tổ chức"),
        ({"account": "999"}, "Tài khoản này không có"),
        ({"skill": "x"}, "Anh/chị chọn một mức."),
        ({"available": []}, "Anh/chị chọn ít nhất một buổi."),
        ({"available": ["9xx"]}, "Anh/chị chọn ít nhất một buổi."),
        ({"venues": []}, "Anh/chị chọn ít nhất một địa điểm."),
        ({"starts": "32/12/2026"}, "Anh/chị nhập ngày theo dạng"),
        ({"starts": "02/12/2026", "ends": "01/12/2026"}, "Ngày cuối phải từ ngày đầu"),
        ({"per_week": "99"}, "Anh/chị chọn trong danh sách."),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    client: Browser, office: Office, changes: dict[str, Any], sentence: str
) -> None:
    answer = add(client, office, **changes)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert "0912345678" not in answer.get_data(as_text=True)  # refused on purpose


def test_an_account_belongs_to_one_member(client: Browser, office: Office) -> None:
    answer = add(client, office, account=str(office.person("canbo1").id))
    assert "đã gắn với người khác" in words(answer)


def test_lapsed_training_is_a_warning_until_it_is_mastered_again(
    client: Browser, office: Office
) -> None:
    page = words(plan(client, office))
    warning = "Trần Thị Mẫu An có"
    assert warning in page
    mastered(office, "canbo1", "vn-01-kich-hoat-tai-quay")  # proves triage and vneid
    sign_in(client, "truongbophan")
    assert warning not in words(client.get(newest(office).version.page))


@pytest.mark.parametrize("reader", ["canbo2", "giamsat"])
def test_who_may_not_see_how_far_colleagues_are_reads_nothing_of_their_training(
    client: Browser, office: Office, reader: str
) -> None:
    plan(client, office)
    page = newest(office).version.page
    sign_in(client, reader)
    assert "luyện tập:" not in words(client.get(page))
    assert "Chưa đạt hoặc hết hạn" not in words(client.get("/lich-truc/nguoi"))


def test_a_venue_is_added_changed_and_switched_off(client: Browser, office: Office) -> None:
    sign_in(client, "truongbophan")
    client.get("/lich-truc/dia-diem/them")
    fields = {
        "name": "Công an xã",
        "duty": "supporter",
        "wanted": "1",
        "competent": "1",
        "open": ["0am"],
    }
    assert client.send("/lich-truc/dia-diem/them", fields).status_code == 303
    again = client.send("/lich-truc/dia-diem/them", {**fields, "name": "công an  xã"})
    assert "Đã có địa điểm tên này." in words(again)
    many = client.send("/lich-truc/dia-diem/them", {**fields, "name": "Khác", "competent": "2"})
    assert "không thể nhiều hơn" in words(many)
    address = f"/lich-truc/dia-diem/{venues(office)['Công an xã']}"
    assert 'value="0am" checked' in client.get(address).get_data(as_text=True)
    client.send(f"{address}/trang-thai", {"viec": "tat"})
    assert "Công an xã" not in words(client.get("/lich-truc/ky/moi"))


def test_nobody_is_in_two_places_at_once(client: Browser, office: Office) -> None:
    plan(client, office)
    seats = [(shift.person, shift.slot.session) for shift in newest(office).shifts]
    assert len(seats) == len(set(seats))


def test_the_offices_own_days_come_before_the_usual_calendar(
    client: Browser, office: Office
) -> None:
    sign_in(client, "truongbophan")
    page = client.get("/lich-truc/ngay-lam-viec")
    assert "Làm bù cho ngày 02/01/2026" in words(page)
    own = {"day": "02/12/2026", "kind": "nghi", "name": "Nghỉ lễ xã Mẫu", "like": "", "source": ""}
    client.send("/lich-truc/ngay-lam-viec", own)
    assert "Nghỉ lễ xã Mẫu" in words(plan(client, office, last="04/12/2026"))
    assert all(shift.slot.session.day.day != 2 for shift in newest(office).shifts)
    client.get("/lich-truc/ngay-lam-viec")
    client.send("/lich-truc/ngay-lam-viec/xoa", {"day": "02/12/2026"})
    assert "Nghỉ lễ xã Mẫu" not in words(client.get("/lich-truc/ngay-lam-viec"))
    bad = client.send("/lich-truc/ngay-lam-viec", {**own, "day": "2/13/2026", "kind": "x"})
    assert bad.status_code == 422
    assert "Anh/chị chọn một loại ngày." in words(bad)
