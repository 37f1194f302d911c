"""The desk beside the portal's pages: talk, scan and end the visit without losing what is typed."""

import pytest
from flask import Flask

from sandbox.phrases import phrase_book
from tests.app.at_the_desk import Clerk, clerk_at_desk
from tests.app.browsing import Browser, words
from tests.app.vneid_desk import HTMX


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    return clerk_at_desk(client, app)


def dock_of(page: str) -> str:
    return page.partition('<aside class="dock"')[2].partition("</aside>")[0]


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


def test_a_phrase_without_scripts_goes_with_the_form_and_nothing_typed_is_lost(
    clerk: Clerk,
) -> None:
    page = clerk.open_form().text
    assert 'form="bieu-mau" name="cau" value="ask_phone"' in dock_of(page)
    sent = {"full_name": clerk.right()["full_name"], "cau": "ask_phone"}
    answer = clerk.client.send(clerk.form, sent)
    assert f'value="{clerk.right()["full_name"]}"' in answer.text
    assert f"Số của tôi là {clerk.right()['phone']}." in words(answer)
    assert clerk.world().desk.phrases_said == ("ask_phone",)


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
    assert attached.name == "CCCD-2.pdf"


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
