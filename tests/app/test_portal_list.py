"""The list of accounts: the officer's own by default, filters, pages, closed addresses."""

import re
from html import unescape

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from sandbox.citizens import Traits
from sandbox.population import UNITS, officers, population
from sandbox.setup import Setup
from tests.app.at_the_desk import Clerk, clerk_at_desk
from tests.app.browsing import Browser, words
from tests.app.refused import REAL_ID, REAL_OLD_ID, REAL_PHONE, STRANGER

EMPTY = dict.fromkeys(
    ("ten", "dien_thoai", "so_giay_to", "can_bo", "don_vi", "tu_ngay", "den_ngay"), ""
)
SOMEBODY = population(2022)[1234]


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    clerk = clerk_at_desk(client, app)
    clerk.sign_in()
    client.get(f"{clerk.portal}/tai-khoan")
    return clerk


def search(clerk: Clerk, **filters: str) -> TestResponse:
    return clerk.client.send(f"{clerk.portal}/tai-khoan/tim", EMPTY | filters)


def found(clerk: Clerk, **filters: str) -> str:
    answer = search(clerk, **filters)
    assert answer.status_code == 303, words(answer)
    return words(clerk.client.get(answer.location))


def test_only_the_officers_own_accounts_stand_there_at_first(clerk: Clerk) -> None:
    text = words(clerk.client.get(f"{clerk.portal}/tai-khoan"))
    assert "Tìm thấy 40 kết quả" in text
    assert officers()[1].full_name not in text


def test_an_empty_search_finds_everybodys(clerk: Clerk) -> None:
    assert "Tìm thấy 5.000 kết quả" in found(clerk)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ten", SOMEBODY.full_name),
        ("dien_thoai", SOMEBODY.phone),
        ("so_giay_to", SOMEBODY.id_number),
        (
            "so_giay_to",
            f"{SOMEBODY.id_number[:4]} {SOMEBODY.id_number[4:8]}.{SOMEBODY.id_number[8:]}",
        ),
        ("so_giay_to", SOMEBODY.id_number[-6:]),
        ("tu_ngay", f"{SOMEBODY.created_on:%d/%m/%Y}"),
    ],
)
def test_a_filter_finds_who_fits(clerk: Clerk, name: str, value: str) -> None:
    day = f"{SOMEBODY.created_on:%d%m%Y}"
    assert SOMEBODY.id_number in found(clerk, den_ngay=day, **{name: value})


def test_names_are_found_without_marks_and_capitals(clerk: Clerk) -> None:
    assert SOMEBODY.id_number in found(clerk, ten=SOMEBODY.folded, so_giay_to=SOMEBODY.id_number)


def test_a_unit_leaves_the_others_out(clerk: Clerk) -> None:
    text = found(clerk, don_vi="H00.00.02").partition("Tìm thấy")[2]
    listed = text.partition("Kết thúc lượt")[0]  # the desk beside the list names our own
    assert "Bộ phận Một cửa xã Thử" in listed
    assert "Bộ phận Một cửa xã Mẫu" not in listed


def test_pages_hold_twenty_and_go_on_numbering(clerk: Clerk) -> None:
    second = words(clerk.client.get(f"{clerk.portal}/tai-khoan?trang=2"))
    assert "Trang 2 trên 2" in second
    assert " 21 " in second.partition("Thao tác")[2]
    last = clerk.client.get(f"{clerk.portal}/tai-khoan?can_bo=&trang=250")
    assert last.get_data(as_text=True).count('data-label="STT"') == 20


@pytest.mark.parametrize("number", ["0", "-1", "99999", "x", "²"])
def test_a_page_that_is_not_there_shows_one_that_is(clerk: Clerk, number: str) -> None:
    answer = clerk.client.get(f"{clerk.portal}/tai-khoan?trang={number}")
    assert answer.status_code == 200
    assert "Trang " in words(answer)


def test_nothing_found_says_what_to_do(clerk: Clerk) -> None:
    text = found(clerk, ten=SOMEBODY.full_name, dien_thoai="0400999999")
    assert "Tìm thấy 0 kết quả" in text
    assert "THÊM MỚI để tạo tài khoản" in text


def test_the_citizen_opposite_can_be_searched_for(clerk: Clerk) -> None:
    assert "Tìm thấy 0 kết quả" in found(clerk, ten=clerk.world().citizen.full_name)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ten", STRANGER),
        ("dien_thoai", REAL_PHONE),
        ("so_giay_to", REAL_ID),
        ("so_giay_to", STRANGER),
        ("can_bo", STRANGER),
        ("don_vi", "H29.01"),
        ("tu_ngay", REAL_PHONE),
        ("den_ngay", REAL_OLD_ID),
    ],
)
def test_what_could_be_real_is_refused_and_shown_nowhere(
    clerk: Clerk, name: str, value: str
) -> None:
    answer = (
        search(clerk, ten="Nguyễn", **{name: value}) if name != "ten" else search(clerk, ten=value)
    )
    assert answer.status_code == 422
    assert "Location" not in answer.headers
    assert value not in answer.get_data(as_text=True)
    assert f'href="#{name}"' in answer.get_data(as_text=True)


@pytest.mark.parametrize("day", ["32/01/2022", "2022-01-01", "hôm qua", "1/13/2022"])
def test_a_day_that_is_none_is_told(clerk: Clerk, day: str) -> None:
    answer = search(clerk, tu_ngay=day, ten="Nguyễn")
    assert answer.status_code == 422
    assert "“Từ ngày” chưa đúng dạng" in words(answer)
    assert 'value="Nguyễn"' in answer.get_data(as_text=True)


def test_days_in_the_wrong_order_are_told(clerk: Clerk) -> None:
    answer = search(clerk, tu_ngay="02/01/2022", den_ngay="1/1/2022")
    assert answer.status_code == 422
    assert "“Từ ngày” đang sau “Đến ngày”" in words(answer)
    assert 'value="02/01/2022"' in answer.get_data(as_text=True)


def test_an_address_made_by_hand_is_read_as_carefully(clerk: Clerk) -> None:
    answer = clerk.client.get(f"{clerk.portal}/tai-khoan?so_giay_to={REAL_ID}&tu_ngay=9")
    assert answer.status_code == 422
    assert REAL_ID not in answer.get_data(as_text=True)


def test_an_account_made_in_this_visit_stands_on_top(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_code()
    client.send(clerk.form, {**clerk.right(), "otp": clerk.code(), "nut": "tao"})
    text = words(client.get(f"{clerk.portal}/tai-khoan"))
    assert "Tìm thấy 41 kết quả" in text
    assert f"Thao tác 1 {clerk.world().citizen.full_name}" in text


def test_the_citizens_earlier_account_is_another_officers(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app, Setup(traits=Traits(account=True)))
    clerk.sign_in()
    client.get(f"{clerk.portal}/tai-khoan")
    number = clerk.world().citizen.id_number
    assert "Tìm thấy 1 kết quả" in found(clerk, so_giay_to=number)
    assert "Tìm thấy 40 kết quả" in words(client.get(f"{clerk.portal}/tai-khoan"))


def test_an_empty_search_says_which_filter_hides_what_and_offers_to_clear_it(clerk: Clerk) -> None:
    own = officers()[0].full_name
    answer = search(clerk, so_giay_to=SOMEBODY.id_number, can_bo=own)
    page = clerk.client.get(answer.location)
    assert f"Lọc theo “Cán bộ tạo: {own}” đang ẩn 1 tài khoản." in words(page)
    way = re.search(r'href="([^"]+)">Bỏ lọc theo “Cán bộ tạo', page.text)
    assert way
    assert SOMEBODY.id_number in words(clerk.client.get(unescape(way[1])))


def test_filters_that_hide_only_together_are_cleared_together(clerk: Clerk) -> None:
    other = next(unit for unit in UNITS if unit.name != SOMEBODY.unit)
    filters = {"can_bo": officers()[0].full_name, "don_vi": other.agency_code}
    page = found(clerk, so_giay_to=SOMEBODY.id_number, **filters)
    assert f"”, “Đơn vị tạo: {other.name}” đang ẩn 1 tài khoản." in page


def test_nothing_is_offered_where_no_filter_is_to_blame(clerk: Clerk) -> None:
    page = found(clerk, so_giay_to="000199999999")
    assert "Không có tài khoản nào khớp" in page
    assert "đang ẩn" not in page


@pytest.mark.parametrize("typed", ["Phamj", "Nguyeenx", "Pham5"])
def test_a_name_in_key_codes_is_told_of_the_typing_tool_and_kept(clerk: Clerk, typed: str) -> None:
    answer = search(clerk, ten=typed)
    assert answer.status_code == 422
    assert "bộ gõ tiếng Việt đang tắt" in words(answer)
    assert f'value="{typed}"' in answer.text
