"""Every screen of the citizen's side follows the other side, and says when a visit is over."""

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from sandbox.arrival import Refer
from sandbox.citizens import EidState
from sandbox.desk import CloseVisit, Say
from sandbox.events import StepRefused
from sandbox.faults import OrderFault
from sandbox.rules import Rule
from tests.app.at_the_phone import Phone, active, phone
from tests.app.browsing import Browser, words
from tests.app.effects import FixedEffects

HTMX = {"HX-Request": "true"}
NOTICE = "Anh/chị đang cầm máy làm thay công dân. Muốn đóng vai công dân thì mở ở cửa sổ mới."
TO_PRESS = (
    "vneid/",
    "vneid/dang-ky",
    "vneid/kich-hoat",
    "vneid/dang-nhap",
    "vneid/quen-mat-khau",
    "goi",
    "cong-an",
)


@pytest.fixture
def citizen(client: Browser, app: Flask) -> Phone:
    return phone(client, app)


def stamp(page: TestResponse) -> str:
    return page.headers["ETag"].strip('"')


def ask(citizen: Phone, place: str, known_stamp: str, **headers: str) -> TestResponse:
    """What the open page asks every two seconds."""
    return citizen.get(f"{place}?co={known_stamp}", headers={**HTMX, **headers})


def test_an_unchanged_screen_costs_nothing(citizen: Phone) -> None:
    for place in TO_PRESS:
        tag = stamp(citizen.get(place))
        assert ask(citizen, place, tag).status_code == 204
        answer = ask(citizen, place, "", **{"If-None-Match": f'"{tag}"'})
        assert answer.status_code == 304


def test_the_page_asks_its_own_address_every_two_seconds(citizen: Phone) -> None:
    page = citizen.get("vneid/kich-hoat")
    asks = f'hx-get="{citizen.home}vneid/kich-hoat?co={stamp(page)}" hx-trigger="every 2s"'
    assert asks in page.get_data(as_text=True)


def test_a_guided_step_brings_its_screen_to_the_front(citizen: Phone) -> None:
    tag = stamp(citizen.get("vneid/kich-hoat"))
    citizen.clerk_does(Say("guide_activation"))
    moved = ask(citizen, "vneid/kich-hoat", tag)
    assert moved.headers["HX-Redirect"] == f"{citizen.home}vneid/"
    assert "Nhập mã OTP" in citizen.shows()


def test_what_does_not_concern_the_screen_leaves_it_alone(citizen: Phone) -> None:
    tag = stamp(citizen.get("vneid/kich-hoat"))
    citizen.clerk_does(Say("greet"))
    citizen.clerk_does(Refer("commune_police"))
    assert ask(citizen, "vneid/kich-hoat", tag).status_code == 204


def test_wrong_tries_leave_the_screen_alone(citizen: Phone) -> None:
    citizen.ask_activation()
    tag = stamp(citizen.get("vneid/"))
    refused = citizen.press("vneid/ma-otp", code="000001")
    assert f'hx-get="{citizen.home}vneid/?co={tag}"' in refused.get_data(as_text=True)
    assert ask(citizen, "vneid/", tag).status_code == 204


def test_the_list_of_messages_grows(client: Browser, app: Flask, effects: FixedEffects) -> None:
    citizen = phone(client, app, eid=EidState.NONE)
    citizen.clerk_does(Refer("commune_police"))
    citizen.press("cong-an")
    effects.advance(days=2, hours=23)
    tag = stamp(citizen.get("tin-nhan/"))
    assert ask(citizen, "tin-nhan/", tag).status_code == 204
    effects.advance(hours=1)
    assert ask(citizen, "tin-nhan/", tag).headers["HX-Redirect"] == f"{citizen.home}tin-nhan/"


def test_a_level_that_has_come_changes_the_screen(
    client: Browser, app: Flask, effects: FixedEffects
) -> None:
    citizen = phone(client, app, eid=EidState.NONE)
    citizen.clerk_does(Refer("commune_police"))
    citizen.press("cong-an")
    tag = stamp(citizen.get("cong-an"))
    effects.advance(days=3)
    assert ask(citizen, "cong-an", tag).headers["HX-Redirect"] == f"{citizen.home}cong-an"


@pytest.mark.parametrize("phrase", ["guide_activation_computer", "guide_portal_number"])
def test_what_begins_elsewhere_stays_there(client: Browser, app: Flask, phrase: str) -> None:
    begins = {"guide_activation_computer": phone, "guide_portal_number": active}
    citizen = begins[phrase](client, app)
    tag = stamp(citizen.get("vneid/"))
    citizen.clerk_does(Say(phrase))
    assert citizen.eid.task is not None
    assert ask(citizen, "vneid/", tag).status_code == 200  # the message, above the same screen
    assert "Nhập mã OTP" not in citizen.shows()
    assert citizen.code in citizen.shows()


def test_only_the_line_at_the_top_is_swapped_for_a_message(citizen: Phone) -> None:
    citizen.clerk_does(Say("guide_activation"))
    tag = stamp(citizen.get("vneid/"))
    known_stamp = f"{tag.partition('-')[0]}-0"
    part = ask(citizen, "vneid/", known_stamp)
    assert f"Ma OTP VNeID: {citizen.code}" in words(part)
    assert "<h1" not in part.get_data(as_text=True)
    assert f"?co={tag}" in part.get_data(as_text=True)


def test_an_older_code_that_comes_late_does_not_hide_the_one_asked_for(
    citizen: Phone, effects: FixedEffects
) -> None:
    citizen.clerk_does(OrderFault("sms", "late", what="vneid_otp", seconds=40))
    citizen.ask_activation()
    older = citizen.code
    effects.advance(seconds=30)
    citizen.step("buoc/gui-lai-ma")
    effects.advance(seconds=10)
    assert f"Ma OTP VNeID: {citizen.code}." in citizen.shows()
    assert citizen.shows("").index(older) < citizen.shows("").index(citizen.code)


def test_without_a_script_there_is_a_link_to_load_again(citizen: Phone) -> None:
    for place in TO_PRESS:
        page = citizen.get(place).get_data(as_text=True)
        assert f'href="{citizen.home}{place}">Tải lại</a>' in page


@pytest.mark.parametrize("place", TO_PRESS)
def test_in_the_pane_each_screen_says_whose_telephone_it_is(citizen: Phone, place: str) -> None:
    clerks_hand = Phone(citizen.client, citizen.clerk, "khung/")
    assert NOTICE in clerks_hand.shows(place)
    assert NOTICE not in citizen.shows(place)


def test_a_refusal_carries_the_hand_too(citizen: Phone) -> None:
    clerks_hand = Phone(citizen.client, citizen.clerk, "khung/")
    clerks_hand.refused(Rule.VNEID_ID_SHAPE, "kich-hoat", number="", phone="")
    citizen.refused(Rule.VNEID_ID_SHAPE, "kich-hoat", number="", phone="")
    assert [hand.value for hand in citizen.hands(StepRefused)] == ["clerk", "citizen"]


def test_once_the_visit_is_closed_nothing_is_offered(client: Browser, app: Flask) -> None:
    citizen = active(client, app, signed_in_on="old", with_child=True)
    tag = stamp(citizen.get("vneid/"))
    citizen.clerk_does(CloseVisit())
    for place in (*TO_PRESS, "vneid/cua", "may-cu"):
        page = citizen.get(place)
        assert "Lượt này đã kết thúc" in words(page)
        assert "<form" not in page.get_data(as_text=True)
    home = citizen.get().get_data(as_text=True)
    assert "Lượt này đã kết thúc" in home
    assert 'class="dock"' not in home
    assert ask(citizen, "vneid/", tag).headers["HX-Redirect"] == f"{citizen.home}vneid/"


@pytest.mark.parametrize("place", ["vneid/kich-hoat", "vneid/buoc/doc-chip", "goi", "cong-an"])
def test_a_form_sent_after_the_end_is_refused(citizen: Phone, place: str) -> None:
    citizen.press(place)
    citizen.clerk_does(CloseVisit())
    answer = citizen.press(place)
    assert answer.status_code == 422
    assert "Lượt này đã kết thúc" in words(answer)


def test_a_link_nobody_has_is_not_found_and_an_old_one_is_gone(
    citizen: Phone, effects: FixedEffects
) -> None:
    for place in (*TO_PRESS, "tin-nhan/", "may-cu", "vai", "_/dong-ho"):
        assert citizen.client.get(f"/cong-dan/khong-co/{place}").status_code == 404
    effects.advance(days=31)
    for place in (*TO_PRESS, "tin-nhan/", "may-cu", "vai", "_/dong-ho"):
        assert citizen.get(place).status_code == 410


def test_the_old_phone_shows_a_code_by_itself(client: Browser, app: Flask) -> None:
    citizen = active(client, app, signed_in_on="old")
    tag = stamp(citizen.get("may-cu"))
    citizen.sign_in()
    assert ask(citizen, "may-cu", tag).headers["HX-Redirect"] == f"{citizen.home}may-cu"
