"""The citizen's telephone: its own link, newest message first, codes shown and spoken here only."""

import pytest
from flask import Flask

from sandbox.citizens import PhoneOwnership, Traits
from sandbox.faults import OrderFault
from sandbox.setup import Setup
from tests.app.at_the_desk import Clerk, clerk_at_desk
from tests.app.browsing import Browser, words
from tests.app.effects import FixedEffects


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    return clerk_at_desk(client, app)


@pytest.fixture
def phone(app: Flask) -> Browser:
    """Another machine, signed in nowhere."""
    client = app.test_client()
    assert isinstance(client, Browser)
    return client


def test_it_opens_by_its_link_alone(clerk: Clerk, phone: Browser) -> None:
    page = phone.get(clerk.phone)
    assert page.status_code == 200
    assert "Điện thoại công dân" in words(page)
    assert "Chưa có tin nhắn nào" in words(page)
    assert clerk.world().citizen.full_name in words(page)


def test_a_link_nobody_has_is_not_found(phone: Browser) -> None:
    assert phone.get("/cong-dan/khong-co-lien-ket-nay/").status_code == 404
    assert phone.get("/cong-dan/khong-co-lien-ket-nay/_/man-hinh").status_code == 404


def test_an_expired_visits_phone_is_gone(
    clerk: Clerk, phone: Browser, effects: FixedEffects
) -> None:
    effects.advance(days=31)
    assert phone.get(clerk.phone).status_code == 410


def test_a_code_for_the_clerk_can_be_read_large_but_not_copied(
    clerk: Clerk, phone: Browser
) -> None:
    clerk.up_to_code()
    page = phone.get(clerk.phone).get_data(as_text=True)
    assert f"Ma OTP tao tai khoan: {clerk.code()}." in page
    assert "data-copy" not in page
    large = phone.get(f"{clerk.phone}tin-nhan/1")
    assert " ".join(clerk.code()) in words(large)


@pytest.mark.parametrize("place", ["", "tin-nhan/"])
def test_the_newest_message_stands_first_and_says_which_it_is(
    clerk: Clerk, phone: Browser, effects: FixedEffects, place: str
) -> None:
    clerk.up_to_code()
    effects.advance(seconds=5)
    clerk.press("gui-ma")
    page = words(phone.get(f"{clerk.phone}{place}"))
    assert page.index(clerk.code(1)) < page.index(clerk.code(0))
    assert page.index("Gui lan 2, luc 08:00:05.") < page.index("Gui lan 1, luc 08:00:00.")


def test_the_password_arrives_here(clerk: Clerk, phone: Browser) -> None:
    clerk.up_to_code()
    clerk.press("tao", otp=clerk.code())
    assert "Mat khau: mat-khau-tam-" in words(phone.get(clerk.phone))


def test_a_late_message_is_not_here_before_its_time(
    client: Browser, app: Flask, phone: Browser, effects: FixedEffects
) -> None:
    late = OrderFault(channel="sms", action="late", what="otp", seconds=150)
    clerk = clerk_at_desk(client, app, None, late)
    clerk.up_to_code()
    effects.advance(seconds=149)
    assert "Chưa có tin nhắn nào" in words(phone.get(clerk.phone))
    assert phone.get(f"{clerk.phone}tin-nhan/1").status_code == 404
    effects.advance(seconds=1)
    assert clerk.code() in words(phone.get(clerk.phone))


def test_only_the_citizens_own_messages_are_here(
    client: Browser, app: Flask, phone: Browser
) -> None:
    diverted = OrderFault(channel="sms", action="divert", what="otp")
    clerk = clerk_at_desk(client, app, None, diverted)
    clerk.up_to_code()
    assert "Chưa có tin nhắn nào" in words(phone.get(clerk.phone))


def test_somebody_without_a_number_of_their_own_gets_none(
    client: Browser, app: Flask, phone: Browser
) -> None:
    borrowed = Setup(traits=Traits(phone=PhoneOwnership.RELATIVE))
    clerk = clerk_at_desk(client, app, borrowed)
    assert "Chưa có tin nhắn nào" in words(phone.get(clerk.phone))


def test_what_the_citizen_reads_aloud_is_heard_here(clerk: Clerk, phone: Browser) -> None:
    clerk.up_to_code()
    clerk.say("ask_code")
    assert f"Công dân đọc: “Mã là {' '.join(clerk.code())} ”" in words(phone.get(clerk.phone))


def test_it_falls_silent_with_the_next_code(clerk: Clerk, phone: Browser) -> None:
    clerk.up_to_code()
    clerk.say("ask_code")
    client = clerk.client
    client.get(clerk.form)
    clerk.press("gui-ma")
    assert "Công dân đọc" not in words(phone.get(clerk.phone))


def test_a_screen_that_has_not_changed_costs_no_page(clerk: Clerk, phone: Browser) -> None:
    tag = phone.get(clerk.phone).headers["ETag"]
    screen = f"{clerk.phone}_/man-hinh"
    assert phone.get(screen, headers={"If-None-Match": tag}).status_code == 304
    assert phone.get(f"{screen}?co={tag.strip(chr(34))}").status_code == 204


def test_a_message_changes_the_screen(clerk: Clerk, phone: Browser) -> None:
    tag = phone.get(clerk.phone).headers["ETag"]
    clerk.up_to_code()
    asks = {"If-None-Match": tag, "HX-Request": "true"}
    part = phone.get(f"{clerk.phone}_/man-hinh", headers=asks)
    assert part.status_code == 200
    assert clerk.code() in words(part)
    assert "<h1" not in part.get_data(as_text=True)


def test_it_works_without_a_script(clerk: Clerk, phone: Browser) -> None:
    assert f'href="{clerk.phone}">Tải lại</a>' in phone.get(clerk.phone).get_data(as_text=True)


def test_the_desk_may_frame_it_and_nothing_frames_the_desk(clerk: Clerk, phone: Browser) -> None:
    handset = phone.get(clerk.phone).headers["Content-Security-Policy"]
    desk = clerk.client.get(clerk.desk).headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in handset
    assert "frame-ancestors 'none'" in desk
