"""The page that refuses a form: it has an address, and the forms on it are kept like any other."""

from datetime import date

from flask import Flask

from tests.app.at_the_desk import clerk_at_desk
from tests.app.authoring import fields_of
from tests.app.browsing import PASSWORD, Browser, sign_in, words
from tests.app.effects import FixedEffects
from tests.app.office import Office
from tests.app.rosters import everybody, newest, on_leave, plan
from tests.app.test_unsent import BROWSER, keep
from web.shell import session_store


def test_a_refusal_has_an_address_that_can_be_opened_again(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_code()
    clerk.headers = BROWSER
    answer = clerk.press("tao", otp="999999")
    assert answer.status_code == 303
    steps = clerk.world().seq
    for _ in range(3):
        page = client.get(answer.location)
        assert page.status_code == 422
        assert "Mã OTP" in words(page)
        assert fields_of(page, clerk.form)["full_name"] == clerk.right()["full_name"]
    assert clerk.world().seq == steps
    assert clerk.press("tao", otp=clerk.code()).status_code == 303  # the token is today's


def test_a_refusal_is_shown_to_nobody_else(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.open_form()
    clerk.headers = BROWSER
    answer = clerk.press("tai-xuong", birth_date="31/02/1990")
    sign_in(client, "canbo2")
    assert client.get(answer.location).location == clerk.form


def test_what_is_shown_once_is_not_kept_for_later(client: Browser, office: Office) -> None:
    sign_in(client, "quantri")
    person = f"/quan-tri/nguoi-dung/{office.person('canbo1').id}"
    client.get(person)
    assert "mat-khau-tam" in words(client.send(f"{person}/mat-khau", headers=BROWSER))


def test_what_was_typed_after_a_refusal_goes_before_it(
    client: Browser, app: Flask, effects: FixedEffects
) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_look_up()
    fields = fields_of(client.get(clerk.form), clerk.form)
    fields["nut"] = "tai-xuong"
    refused = client.post(clerk.form, data=fields, headers=BROWSER)
    assert client.get(refused.location).status_code == 422
    effects.advance(seconds=5)
    fields["phone"] = clerk.right()["phone"]
    keep(client, fields)
    assert client.get(refused.location).location == clerk.form
    assert fields_of(client.get(clerk.form), clerk.form)["phone"] == fields["phone"]


def test_a_form_on_the_page_that_refused_another_stands_where_that_one_stood(
    client: Browser, office: Office
) -> None:
    on_leave(office, everybody(office), date(2026, 12, 2), date(2026, 12, 2))
    plan(client, office, last="04/12/2026")
    draft, head = newest(office).version.page, office.person("truongbophan").id
    publish, there = f"{draft}/ban-hanh", {"Referer": f"http://localhost{draft}"}
    refused = client.send(publish, headers=BROWSER | there).location
    there = {"Referer": f"http://localhost{refused}"}
    again = client.send(publish, headers=BROWSER | there).location
    accept = f"{draft}/nhan-trach-nhiem"
    fields = fields_of(client.get(again), accept)
    fields["reason"] = "Trưởng bộ phận trực thay."
    with office.writing() as db:
        session_store.revoke_all(db, head, office.effects.now())
    door = fields_of(client.get(client.post(accept, data=fields).location), "/dang-nhap")
    door["username"], door["password"] = "truongbophan", PASSWORD
    back = client.post("/dang-nhap", data=door).location
    assert back == draft
    assert fields_of(client.get(back), accept)["reason"] == fields["reason"]


def test_once_the_form_is_taken_back_leads_to_the_page_as_it_stands(
    client: Browser, app: Flask
) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_code()
    clerk.headers = BROWSER
    mark = {"chua_gui": fields_of(client.get(clerk.form), clerk.form)["chua_gui"]}
    refused = clerk.press("tao", otp="999999", **mark).location
    assert client.get(refused).status_code == 422
    assert clerk.press("tao", otp=clerk.code(), **mark).location == clerk.form
    assert client.get(refused).location == clerk.form
