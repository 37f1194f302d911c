"""Entering the code: the newest, in time, once (S4-20 … S4-23)."""

import pytest
from flask import Flask

from tests.app.at_the_desk import Clerk, clerk_at_desk
from tests.app.browsing import Browser, words
from tests.app.effects import FixedEffects


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_code()
    return clerk


def refused(clerk: Clerk, otp: str) -> str:
    answer = clerk.press("tao", otp=otp)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'href="#otp"' in page
    assert 'id="otp" name="otp" type="text" value=""' in page, "codes are never shown again"
    assert clerk.world().portal.accounts == ()
    return words(answer)


@pytest.mark.parametrize("otp", ["12345", "1234567", "12a456", "mot hai"])
def test_what_is_no_code_is_told(clerk: Clerk, otp: str) -> None:
    assert "đúng 6 chữ số" in refused(clerk, otp)


@pytest.mark.parametrize("otp", ["", "   "])
def test_a_blank_is_told(clerk: Clerk, otp: str) -> None:
    assert "Chưa nhập mã OTP" in refused(clerk, otp)


def test_a_wrong_code_is_told(clerk: Clerk) -> None:
    wrong = f"{(int(clerk.code()) + 1) % 10**6:06d}"
    assert "Mã OTP không đúng" in refused(clerk, wrong)


def test_an_older_code_is_told(clerk: Clerk) -> None:
    clerk.press("gui-ma")
    assert "mã của tin nhắn trước" in refused(clerk, clerk.code(0))


def test_a_code_read_with_spaces_is_taken(clerk: Clerk) -> None:
    assert clerk.press("tao", otp=" ".join(clerk.code())).status_code == 303


def test_the_last_second_still_counts(clerk: Clerk, effects: FixedEffects) -> None:
    effects.advance(seconds=120)
    assert clerk.press("tao", otp=clerk.code()).status_code == 303


def test_a_second_later_does_not(clerk: Clerk, effects: FixedEffects) -> None:
    effects.advance(seconds=121)
    text = refused(clerk, clerk.code())
    assert "quá 2 phút" in text
    assert "đã hết hiệu lực. Anh/chị bấm “Gửi mã OTP”" in text


def test_too_many_tries_need_a_new_code(clerk: Clerk) -> None:
    wrong = f"{(int(clerk.code()) + 1) % 10**6:06d}"
    for _ in range(4):
        assert "Mã OTP không đúng" in refused(clerk, wrong)
    assert "bị nhập sai đủ số lần" in refused(clerk, wrong)
    assert "bị nhập sai đủ số lần" in refused(clerk, clerk.code())
    clerk.press("gui-ma")
    assert clerk.press("tao", otp=clerk.code()).status_code == 303


def test_another_visits_code_is_wrong_here(clerk: Clerk, client: Browser, app: Flask) -> None:
    code = clerk.code()
    client.send("/dang-xuat")
    other = clerk_at_desk(client, app, seed=8)
    other.up_to_code()
    assert code != other.code()
    assert "Mã OTP không đúng" in refused(other, code)


def test_a_used_code_makes_no_second_account(clerk: Clerk, client: Browser) -> None:
    code = clerk.code()
    clerk.press("tao", otp=code)
    client.send(f"{clerk.portal}/tai-khoan/moi")
    form = {**clerk.right(), "otp": code, "nut": "tao"}
    answer = client.send(f"{clerk.portal}/tai-khoan/2", form)
    assert answer.status_code == 422
    assert len(clerk.world().portal.accounts) == 1
