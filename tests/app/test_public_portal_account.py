"""The portal's own account in its day, and the account page."""

import pytest
from flask import Flask

from sandbox.citizens import EidState
from sandbox.faults import OrderFault
from sandbox.own_secrets import portal_password
from tests.app.at_the_desk import clerk_at_desk
from tests.app.browsing import Browser, words
from tests.app.citizens_link import SEED, Holder, holder
from tests.app.refused import REAL_ID

DOOR, OWN, PASSWORD = "cong/dang-nhap/tai-khoan-cong", "cong/tai-khoan", "cong/doi-mat-khau"
MINE = "Matkhau2022"


@pytest.fixture
def account_holder(app: Flask) -> Holder:
    """An account from before, in 2022, without any VNeID."""
    return at_the_door(holder(app, era="2022", account=True, eid=EidState.NONE))


def at_the_door(citizen: Holder) -> Holder:
    assert citizen.get(DOOR).status_code == 200
    return citizen


def id_number(citizen: Holder) -> str:
    return citizen.world().citizen.id_number


def sign_in(citizen: Holder, password: str = portal_password(SEED)) -> str:
    return words(citizen.follow(DOOR, number=id_number(citizen), password=password))


@pytest.fixture
def fresh(client: Browser, app: Flask) -> Holder:
    """Somebody for whom a clerk made an account a moment ago, name without its marks."""
    clerk = clerk_at_desk(client, app)
    clerk.up_to_code()
    assert clerk.press("tao", otp=clerk.code()).status_code == 303
    phone = app.test_client()
    assert isinstance(phone, Browser)
    return at_the_door(Holder(phone, app, clerk.record))


def password_of(citizen: Holder) -> str:
    """What the message to the citizen says."""
    return citizen.world().portal.accounts[0].password


def test_an_account_from_before_opens_the_page(account_holder: Holder) -> None:
    page = sign_in(account_holder)
    assert "Trang của tôi" in page
    assert id_number(account_holder) in page
    assert "Tài khoản của Cổng" in page
    assert "Tài khoản VNeID Chưa có" in page


def test_it_opens_while_vneid_is_down(account_holder: Holder) -> None:
    account_holder.do(OrderFault("vneid", "maintenance"))
    assert "Trang của tôi" in sign_in(account_holder)


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("", "Chưa có số CMND/CCCD"),
        ("123", "đúng 9 hoặc 12 chữ số"),
        ("000090123456", "Số CMND/CCCD hoặc mật khẩu chưa đúng"),
        (REAL_ID, "không thuộc bộ dữ liệu giả lập"),
    ],
)
def test_a_wrong_account_is_told(account_holder: Holder, number: str, says: str) -> None:
    answer = account_holder.send(DOOR, number=number, password="Bimat#777")
    assert answer.status_code == 422
    assert words(answer).count(says) == 2
    text = answer.get_data(as_text=True)
    assert (f'value="{number}"' in text) == (number != REAL_ID)
    assert "Bimat#777" not in text
    assert REAL_ID not in account_holder.logged()


def test_the_password_from_the_message_leads_to_a_new_one_first(fresh: Holder) -> None:
    assert "Đặt mật khẩu của riêng mình" in sign_in(fresh, password_of(fresh))
    assert fresh.get(OWN).location == fresh.home + PASSWORD
    assert fresh.get("cong/dang-nhap").location == fresh.home + PASSWORD
    assert "Trang của tôi" in words(fresh.follow(PASSWORD, password=MINE, again=MINE))
    fresh.follow("cong/dang-xuat")
    fresh.get(DOOR)
    old = fresh.send(DOOR, number=id_number(fresh), password=password_of(fresh))
    assert old.status_code == 422
    assert "Trang của tôi" in sign_in(fresh, MINE)


def test_the_page_shows_what_the_clerk_typed(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_look_up()
    bare = {"full_name": clerk.right()["full_name"].upper()}
    assert clerk.press("tai-xuong", ("CCCD.pdf", clerk.scan()), **bare).status_code == 303
    assert clerk.press("gui-ma", **bare).status_code == 303
    assert clerk.press("tao", otp=clerk.code(), **bare).status_code == 303
    phone = app.test_client()
    assert isinstance(phone, Browser)
    citizen = at_the_door(Holder(phone, app, clerk.record))
    sign_in(citizen, password_of(citizen))
    page = words(citizen.follow(PASSWORD, password=MINE, again=MINE))
    assert bare["full_name"] in page


@pytest.mark.parametrize(
    ("password", "again", "says"),
    [
        ("ngan1", "ngan1", "cần 8 đến 50 ký tự"),
        (MINE, MINE + "x", "không giống nhau"),
        (portal_password(SEED), portal_password(SEED), "giống mật khẩu cũ"),
    ],
)
def test_a_new_password_is_a_proper_one_and_never_shown(
    account_holder: Holder, password: str, again: str, says: str
) -> None:
    sign_in(account_holder)
    account_holder.get(PASSWORD)
    answer = account_holder.send(PASSWORD, password=password, again=again)
    assert answer.status_code == 422
    assert words(answer).count(says) == 2
    assert password not in answer.get_data(as_text=True)
    assert password not in account_holder.logged()


def test_signing_out_leads_to_the_first_page_and_shuts_the_own_one(account_holder: Holder) -> None:
    sign_in(account_holder)
    assert "Vào trang của tôi" in words(account_holder.get("cong/"))
    assert "Đăng nhập xong" in words(account_holder.follow("cong/dang-xuat"))
    assert account_holder.get(OWN).location == account_holder.home + "cong/"
    account_holder.get(DOOR)
    assert account_holder.send("cong/dang-xuat").status_code == 303  # pressed twice


def test_outside_there_is_no_password_to_change(account_holder: Holder) -> None:
    assert account_holder.get(PASSWORD).location == account_holder.home + "cong/"
    answer = account_holder.send(PASSWORD, password=MINE, again=MINE)
    assert answer.status_code == 422
    assert "chưa đăng nhập Cổng" in words(answer)


def test_one_citizens_page_is_not_anothers(app: Flask, account_holder: Holder) -> None:
    sign_in(account_holder)
    other = holder(app, era="2022", account=True)
    assert other.get(OWN).location == other.home + "cong/"


@pytest.mark.parametrize("era", ["2022", "2023"])
def test_while_there_are_portal_accounts_the_door_offers_them(app: Flask, era: str) -> None:
    citizen = holder(app, era=era)
    assert "Đăng nhập bằng tài khoản của Cổng" in words(citizen.get("cong/dang-nhap"))
    assert "Đổi mật khẩu" in words(citizen.get("cong/"))


@pytest.mark.parametrize("era", ["2024", "2025"])
def test_since_july_2024_the_door_says_that_they_have_ended(app: Flask, era: str) -> None:
    citizen = holder(app, era=era, account=True)
    assert "Tôi có tài khoản của Cổng lập từ trước" in words(citizen.get("cong/dang-nhap"))
    page = citizen.get(DOOR)
    assert "Từ ngày 01/7/2024" in words(page)
    assert 'name="password"' not in page.get_data(as_text=True)
    citizen.get("cong/dang-nhap")
    answer = citizen.send(DOOR, number=citizen.number, password=portal_password(SEED))
    assert answer.status_code == 422
    assert "Từ ngày 01/7/2024" in words(answer)
