"""The desk beside the portal's pages: talk, scan and end the visit without losing what is typed."""

import re
from html import escape

import pytest
from flask import Flask

from sandbox.people import officer_sign_in
from sandbox.phrases import phrase_book
from sandbox.setup import Setup
from tests.app.at_the_desk import ORDINARY, Clerk, clerk_at_desk
from tests.app.authoring import fields_of
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import Office
from tests.app.vneid_desk import HTMX
from web.worlds import store as worlds


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    return clerk_at_desk(client, app)


def at_a_run(client: Browser, office: Office) -> Clerk:
    """In practice, where there are hints."""
    sign_in(client, "canbo1")
    run = office.start("canbo1")
    with office.writing() as connection:
        record = worlds.find(connection, run.world_id)
    assert record
    return Clerk(client, office.app, record)


def dock_of(page: str) -> str:
    return page.partition('<aside class="dock"')[2].partition("</aside>")[0]


def words_of_dock(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", dock_of(page)).split())


def test_every_page_of_the_portal_has_the_desk_beside_it(clerk: Clerk) -> None:
    citizen = clerk.world().citizen
    clerk.client.get(clerk.desk)
    clerk.say("greet")
    clerk.open_form()
    clerk.client.send(f"{clerk.portal}/dang-xuat")
    door = clerk.client.get(f"{clerk.portal}/dang-nhap").text
    clerk.sign_in()
    pages = [clerk.client.get(f"{clerk.portal}/{each}").text for each in ("", "tai-khoan")]
    for page in (door, *pages, clerk.client.get(clerk.form).text):
        dock = dock_of(page)
        assert citizen.full_name in dock
        assert citizen.id_number in dock
        assert f"{citizen.birth_date:%d/%m/%Y}" in dock
        assert phrase_book()["greet"].says in dock
        assert phrase_book()["goodbye"].label in dock
        assert f'src="{clerk.phone}khung/"' in dock
        assert f'href="{clerk.desk}/ket-thuc"' in dock


def test_the_officers_card_lies_open_until_the_officer_has_signed_in(clerk: Clerk) -> None:
    door = words_of_dock(clerk.client.get(f"{clerk.portal}/dang-nhap").text)
    name, password = officer_sign_in(clerk.world().seed)
    assert f"Thẻ cán bộ diễn tập Tên đăng nhập {name} Mật khẩu {password} Đơn vị" in door
    assert door.index(password) < door.index(phrase_book()["greet"].label)
    clerk.sign_in()
    inside = words_of_dock(clerk.client.get(f"{clerk.portal}/tai-khoan").text)
    assert inside.index(password) > inside.index(phrase_book()["greet"].label)


def test_two_cards_say_whose_they_are(client: Browser, app: Flask) -> None:
    both = clerk_at_desk(client, app, Setup(traits=ORDINARY, papers=("citizen", "relative")))
    dock = words_of_dock(client.get(f"{both.portal}/dang-nhap").text)
    assert "Thẻ của công dân Họ và tên" in dock
    assert "Thẻ của người nhà đi cùng Họ và tên" in dock


BESIDE = {
    "a phrase": ("/noi", {"cau": "ask_phone"}, "#theo-doi"),
    "a hint": ("/quantri/goi-y", {}, ""),
    "a scan": ("/may-quet", {"holder": "citizen", "sides": "both", "fmt": "pdf"}, "#tep-quet"),
}


@pytest.mark.parametrize(("address", "sent", "place"), BESIDE.values(), ids=BESIDE)
def test_without_scripts_what_stands_beside_the_form_takes_it_along(
    client: Browser, office: Office, address: str, sent: dict[str, str], place: str
) -> None:
    clerk = at_a_run(client, office)
    page = clerk.open_form().text
    action = f"{clerk.desk}{address}?ve=tai-khoan/1&kem=1"
    assert f'form="bieu-mau" formaction="{escape(action)}"' in page
    typed = {**fields_of(clerk.client.get(clerk.form), clerk.form), **clerk.right()}
    answer = clerk.client.send(action, {**typed, **sent, "size": "150-grey", "otp": "123456"})
    assert answer.location == f"{clerk.form}{place}"
    shown = fields_of(clerk.client.get(clerk.form), clerk.form)
    assert {name: shown[name] for name in clerk.right()} == clerk.right()
    assert shown["otp"] == ""


def test_without_scripts_leaving_the_portal_keeps_the_form(clerk: Clerk) -> None:
    page = clerk.open_form().text
    leave = f"{clerk.portal}/dang-xuat?kem=1"
    assert f'form="bieu-mau" formaction="{leave}"' in page
    typed = {**fields_of(clerk.client.get(clerk.form), clerk.form), **clerk.right()}
    clerk.client.send(leave, typed)
    clerk.sign_in()
    shown = fields_of(clerk.client.get(clerk.form), clerk.form)
    assert shown["full_name"] == clerk.right()["full_name"]


def test_a_phrase_said_beside_the_list_leads_back_to_the_list(clerk: Clerk) -> None:
    clerk.sign_in()
    clerk.client.get(f"{clerk.portal}/tai-khoan")
    answer = clerk.client.send(f"{clerk.desk}/noi", {"cau": "greet", "ve": "tai-khoan"})
    assert answer.location == f"{clerk.portal}/tai-khoan#theo-doi"


def test_a_scan_beside_the_form_can_be_chosen_there_at_once(clerk: Clerk) -> None:
    clerk.up_to_look_up()
    order = {"holder": "citizen", "sides": "both", "fmt": "pdf", "size": "150-grey"}
    answer = clerk.client.send(f"{clerk.desk}/may-quet", order, headers=HTMX)
    assert 'id="tep-quet" hx-swap-oob="innerHTML"' in answer.text
    assert 'name="scan" value="1"' in answer.text
    assert "<h1" not in answer.text


def test_a_scan_without_scripts_leads_back_to_the_form(clerk: Clerk) -> None:
    clerk.up_to_look_up()
    order = {"holder": "citizen", "sides": "both", "fmt": "pdf", "size": "150-grey"}
    clerk.client.get(clerk.form)
    answer = clerk.client.send(f"{clerk.desk}/may-quet", order | {"ve": "tai-khoan/1"})
    assert answer.location == f"{clerk.form}#tep-quet"


def test_a_chosen_scan_is_attached_and_judged_like_a_file(clerk: Clerk) -> None:
    clerk.up_to_look_up()
    clerk.scan(sides="front")
    clerk.scan()
    clerk.client.get(clerk.form)
    assert "mặt" in words(clerk.press("tai-xuong", scan="1"))
    assert clerk.world().portal.forms[0].attachment is None
    assert clerk.press("tai-xuong", scan="2").status_code == 303
    attached = clerk.world().portal.forms[0].attachment
    assert attached
    assert attached.name.endswith("-2.pdf")


@pytest.mark.parametrize("number", ["0", "3", "x", "-1"])
def test_a_scan_that_was_never_made_is_no_file(clerk: Clerk, number: str) -> None:
    clerk.up_to_look_up()
    clerk.scan()
    clerk.client.get(clerk.form)
    assert "attachment-error" in clerk.press("tai-xuong", scan=number).text


def test_after_the_visit_there_is_nobody_to_talk_to(clerk: Clerk) -> None:
    clerk.open_form()
    clerk.client.get(clerk.desk)
    clerk.client.send(f"{clerk.desk}/ket-thuc")
    assert dock_of(clerk.client.get(clerk.form).text) == ""
