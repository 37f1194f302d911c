"""Portal and computer follow what happens elsewhere, leave alone who is typing, and end."""

import re

import pytest
from flask import Flask

from sandbox.desk import CloseVisit, Say
from sandbox.log import Actor
from sandbox.mock_vneid.commands import ForgetPasscode, ResendCode
from sandbox.public_portal.commands import (
    ConfirmPasscode,
    GiveNumber,
    ScanQr,
    ShareConsent,
    SignOut,
)
from tests.app.browsing import Browser, words
from tests.app.citizens_link import Holder, holder
from tests.app.effects import FixedEffects

_ASKS = re.compile(r'hx-get="([^"]+)" hx-trigger="every 2s"')
PAGES = (
    "cong/",
    "cong/dang-nhap",
    "cong/dang-nhap/tai-khoan-cong",
    "may-tinh/",
    "may-tinh/kich-hoat",
)
INNER = ("cong/tai-khoan", "cong/doi-mat-khau")
POLLS = ("cong/_/man-hinh", "may-tinh/_/man-hinh", "_/dong-ho")


@pytest.fixture
def citizen(app: Flask) -> Holder:
    return holder(app)


def asks(citizen: Holder, page: str) -> str:
    """What that page asks every two seconds."""
    found = _ASKS.search(citizen.get(page).get_data(as_text=True))
    assert found
    return found[1].replace("&amp;", "&")


def next_address(citizen: Holder, address: str) -> str:
    """Where htmx is told to go, below the citizen's home; "" to stay."""
    answer = citizen.client.get(address, headers={"HX-Request": "true"})
    assert answer.status_code in (200, 204)
    return answer.headers.get("HX-Redirect", "").removeprefix(citizen.home)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_is_up_to_date_is_left_alone(citizen: Holder, page: str) -> None:
    address = asks(citizen, page)
    assert next_address(citizen, address) == ""
    address, tag = address.split("?co=")
    same = citizen.client.get(address, headers={"If-None-Match": f'"{tag}"'})
    assert same.status_code == 304
    assert citizen.client.get(f"{address}?co=cu").status_code == 303


def test_the_portal_follows_a_qr_sign_in_to_its_end(citizen: Holder) -> None:
    door = asks(citizen, "cong/dang-nhap")
    citizen.do(ScanQr())
    assert next_address(citizen, door) == "cong/dang-nhap"
    waiting = asks(citizen, "cong/dang-nhap")
    citizen.do(ShareConsent(ticked=True))
    assert next_address(citizen, waiting) == "cong/dang-nhap"
    waiting = asks(citizen, "cong/dang-nhap")
    citizen.do(ConfirmPasscode(citizen.passcode))
    assert next_address(citizen, waiting) == "cong/tai-khoan"
    inside = asks(citizen, "cong/tai-khoan")
    citizen.do(SignOut())
    assert next_address(citizen, inside) == "cong/"


def test_a_guided_citizen_moves_the_portal(citizen: Holder) -> None:
    for phrase, heading in (
        ("guide_portal_number", "Mã xác nhận đăng nhập"),
        ("invite_code", "Xác nhận chia sẻ thông tin"),
        ("invite_consent", "Nhập mật mã"),
        ("invite_passcode", "Trang của tôi"),
    ):
        shown = asks(citizen, "cong/dang-nhap")
        citizen.do(Say(phrase), Actor.CLERK)
        next_page = citizen.get(next_address(citizen, shown))
        assert heading in words(next_page)


def test_a_new_code_changes_the_screen_and_other_messages_do_not(citizen: Holder) -> None:
    door = asks(citizen, "cong/dang-nhap")
    citizen.do(GiveNumber(citizen.number, citizen.password))
    assert next_address(citizen, door) == "cong/dang-nhap"
    code = asks(citizen, "cong/dang-nhap")
    assert citizen.code not in code
    citizen.do(ResendCode())
    assert next_address(citizen, code) == "cong/dang-nhap"


def test_a_sign_in_given_up_on_the_telephone_is_given_up_here(citizen: Holder) -> None:
    citizen.do(ScanQr())
    waiting = asks(citizen, "cong/dang-nhap")
    citizen.do(ForgetPasscode())
    assert next_address(citizen, waiting) == "cong/"
    assert "Anh/chị chọn một trong các cách" in words(citizen.get("cong/dang-nhap"))


@pytest.mark.parametrize("page", [*PAGES, *INNER])
def test_after_the_visit_nothing_is_offered(citizen: Holder, page: str) -> None:
    open_page = asks(citizen, "cong/")
    citizen.do(CloseVisit(), Actor.CLERK)
    assert next_address(citizen, open_page) == "cong/"
    over = citizen.client.get(citizen.home + page, follow_redirects=True)
    assert "Lượt này đã kết thúc" in words(over)
    text = over.get_data(as_text=True)
    assert "<form" not in text
    assert 'class="button' not in text


def test_a_form_from_before_the_end_is_refused(citizen: Holder) -> None:
    citizen.get("cong/dang-nhap")
    citizen.do(CloseVisit(), Actor.CLERK)
    answer = citizen.send("cong/dang-nhap", "so", number="", password="")
    assert answer.status_code == 422
    assert "Lượt này đã kết thúc" in words(answer)
    late = citizen.send("may-tinh/kich-hoat", "gui-yeu-cau", number="", phone="")
    assert (late.status_code, "Lượt này đã kết thúc" in words(late)) == (422, True)


@pytest.mark.parametrize("page", [*PAGES, *INNER, *POLLS])
def test_a_link_nobody_has_opens_nothing(client: Browser, page: str) -> None:
    for pane in ("", "khung/"):
        assert client.get(f"/cong-dan/khong-co-lien-ket-nay/{pane}{page}").status_code == 404


@pytest.mark.parametrize("page", [*PAGES, *INNER, *POLLS])
def test_a_visit_whose_time_is_over_is_gone(
    citizen: Holder, effects: FixedEffects, page: str
) -> None:
    effects.advance(days=31)
    assert citizen.get(page).status_code == 410


def test_the_clock_is_the_worlds(citizen: Holder) -> None:
    clock = citizen.get("_/dong-ho").json
    assert clock == {"now": citizen.world().started_at.timestamp(), "running": True}


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_whose_hand_it_is(citizen: Holder, page: str) -> None:
    assert "Màn hình của công dân" in words(citizen.get(page))
    citizen.pane = "khung/"
    shown = citizen.get(page)
    assert "Anh/chị đang làm thay công dân" in words(shown)
    own = re.findall(
        r'(?:href|action|hx-get)="(/cong-dan/[^"]+)"(?! target)', shown.get_data(as_text=True)
    )
    assert own
    assert all(address.startswith(citizen.home) for address in own)
