"""Nobody has come ten minutes after the beginning: the head is told, and one press asks around."""

import re
from datetime import date

import pytest

from tests.app.browsing import Browser, sign_in, words
from tests.app.duty_office import AN, FIRST, published
from tests.app.effects import FixedEffects
from tests.app.office import Office

ASKS = "/ca-truc/can-duyet/_/chua-den"
WORDS = "Trần Thị Mẫu An Chưa ghi nhận có mặt Sáng thứ Hai 23/11/2026 (07:30–11:30), Bàn hỗ trợ"


def save_settings(client: Browser, **fields: str) -> int:
    client.get("/ca-truc/can-duyet")
    return client.send("/ca-truc/can-duyet/cach-lam", {"phut": "15", **fields}).status_code


@pytest.mark.parametrize("page", ["/", "/ca-truc", "/ca-truc/can-duyet"])
def test_the_heads_pages_say_who_has_not_come_and_one_press_asks_around(
    client: Browser, office: Office, page: str
) -> None:
    duty = published(office)
    sign_in(client, "truongbophan")
    answer = client.get(page)
    assert WORDS in words(answer)
    key = duty.key(AN, FIRST)
    assert f'name="ca" value="{key}"' in answer.get_data(as_text=True)
    pressed = client.send("/ca-truc/tim-nguoi-thay", {"ca": key})
    assert "Đang hỏi Đặng Văn Mẫu Hòa" in words(client.get(pressed.location))
    assert WORDS not in words(client.get(page))


def test_whoever_said_that_they_are_there_is_not_missed(client: Browser, office: Office) -> None:
    duty = published(office)
    sign_in(client, "canbo1")
    assert "Chưa có mặt ở bàn trực" not in words(client.get("/ca-truc"))
    client.send("/ca-truc/co-mat", {"ca": duty.key(AN, FIRST)})
    assert "Chưa có mặt ở bàn trực" not in words(sign_in(client, "truongbophan"))


@pytest.mark.parametrize(("minutes", "missed"), [("30", True), ("0", False), ("15", True)])
def test_the_unit_says_after_how_many_minutes(
    client: Browser, office: Office, minutes: str, missed: bool
) -> None:
    published(office)  # it is 08:00, half an hour after the beginning
    sign_in(client, "truongbophan")
    assert save_settings(client, muon=minutes) == 303
    assert (WORDS in words(client.get("/"))) is missed
    page = client.get("/ca-truc/can-duyet").get_data(as_text=True)
    assert f'<option value="{minutes}" selected>' in page


def test_a_minute_before_nobody_is_missed(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    published(office)
    effects.advance(hours=5, minutes=39)  # 13:39, nine minutes after Bình's beginning
    sign_in(client, "truongbophan")
    assert "Chưa có mặt ở bàn trực" not in words(client.get("/"))
    effects.advance(minutes=1)
    assert "Lê Văn Mẫu Bình Chưa ghi nhận có mặt" in words(client.get("/"))


def test_a_number_that_is_not_offered_is_refused_in_words(client: Browser, office: Office) -> None:
    published(office)
    sign_in(client, "truongbophan")
    assert save_settings(client, muon="11") == 422
    client.get("/ca-truc/can-duyet")
    answer = client.send("/ca-truc/can-duyet/cach-lam", {"phut": "15", "muon": "11"})
    assert "Anh/chị chọn số phút trong danh sách." in words(answer)


def test_the_page_asks_again_and_is_left_alone_while_nothing_changes(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    published(office)
    effects.advance(minutes=-25)  # 07:35
    page = sign_in(client, "truongbophan").get_data(as_text=True)
    found = re.search(rf'hx-get="({ASKS}\?co=[0-9a-f]+)"', page)
    assert found
    headers = {"HX-Request": "true"}
    assert client.get(found[1], headers=headers).status_code == 204
    effects.advance(minutes=5)
    answer = client.get(found[1], headers=headers)
    assert answer.status_code == 200
    assert "Trần Thị Mẫu An" in words(answer)
    assert "Chưa có mặt ở bàn trực" in words(client.get(ASKS))


def test_the_alarm_is_the_heads_alone(client: Browser, office: Office) -> None:
    published(office)
    sign_in(client, "canbo2")
    assert WORDS not in words(client.get("/ca-truc"))
    assert client.get(ASKS).status_code == 403


def test_a_day_without_a_roster_raises_none(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    published(office)
    effects.advance(days=1)  # a day off: date(2026, 11, 24)
    assert effects.now().date() == date(2026, 11, 24)
    sign_in(client, "truongbophan")
    assert "Chưa thấy ai vắng" in words(client.get(ASKS))
