"""What is typed and not sent is there again: elsewhere, in a new session, after a refusal."""

from dataclasses import dataclass
from datetime import date
from html import escape
from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.app.at_the_desk import clerk_at_desk
from tests.app.authoring import Author, fields_of
from tests.app.browsing import Browser, sign_in, words
from tests.app.effects import FixedEffects
from tests.app.office import FIRST, Office
from tests.app.rosters import everybody, newest, on_leave, plan
from training.scenario import catalogue
from web.practice.runs.runs import Mode

BROWSER = {"Accept": "text/html,*/*"}
WORDS = "Chữ của một bài còn dang dở"
AGAIN = "Phiên đã hết, bài vẫn còn."


@dataclass
class FormAt:
    """One form of somebody: its page, where it goes, and a field to type into."""

    username: str
    page: str
    action: str
    field: str

    def filled_in(self, browser: Browser) -> MultiDict[str, str]:
        """The form as the browser would send it, with that field typed into."""
        fields = fields_of(browser.get(self.page), self.action)
        fields[self.field] = WORDS
        return fields

    def shows_it(self, browser: Browser) -> bool:
        return escape(WORDS) in browser.get(self.page).get_data(as_text=True)


def _class(_: Browser, __: Office) -> FormAt:
    return FormAt("giangvien", "/buoi-tap/tao", "/buoi-tap/tao", "title")


def _scenario(browser: Browser, _: Office) -> FormAt:
    page = f"/soan/{Author(browser).copy()}/sua"
    return FormAt("giangvien", page, page, "situation")


def _member(_: Browser, __: Office) -> FormAt:
    return FormAt("truongbophan", "/lich-truc/nguoi/them", "/lich-truc/nguoi/them", "name")


def _own_word(browser: Browser, _: Office) -> FormAt:
    sign_in(browser, "canbo1")
    browser.get("/luyen-tap")
    desk = browser.send("/luyen-tap", {"scenario": FIRST, "mode": Mode.PRACTICE.value}).location
    browser.get(f"{desk}/ket-thuc")
    run = browser.send(f"{desk}/ket-thuc").location
    page = f"/nhin-lai/{run.rpartition('/')[2]}"
    return FormAt("canbo1", page, page, "was_hard")


def _gap(browser: Browser, office: Office) -> FormAt:
    on_leave(office, everybody(office), date(2026, 12, 2), date(2026, 12, 2))
    plan(browser, office, last="04/12/2026")
    page = newest(office).version.page
    return FormAt("truongbophan", page, f"{page}/nhan-trach-nhiem", "reason")


@pytest.fixture(params=[_class, _scenario, _member, _own_word, _gap])
def form(request: pytest.FixtureRequest, client: Browser, office: Office) -> FormAt:
    found: FormAt = request.param(client, office)
    sign_in(client, found.username)
    return found


def keep(browser: Browser, fields: MultiDict[str, str]) -> TestResponse:
    """What an open page sends while somebody types."""
    return browser.post("/chua-gui", data=fields)


def test_what_is_typed_is_there_on_every_device_until_it_is_thrown_away(
    form: FormAt, client: Browser, app: Flask
) -> None:
    assert keep(client, form.filled_in(client)).status_code == 204
    other = app.test_client()
    assert isinstance(other, Browser)
    sign_in(other, form.username)
    assert form.shows_it(other)
    assert "Đang hiện phần anh/chị nhập dở lúc" in words(other.get(form.page))
    mark = fields_of(other.get(form.page), form.action)["chua_gui"]
    assert other.send("/chua-gui/bo", {"chua_gui": mark}).location == form.page
    assert not form.shows_it(client)


def test_a_session_that_ended_loses_nothing(
    form: FormAt, client: Browser, effects: FixedEffects
) -> None:
    fields = form.filled_in(client)
    effects.advance(hours=2)
    door = client.post(form.action, data=fields)
    assert door.status_code == 303
    page = client.get(door.location)
    assert "Phiên đã hết, bài vẫn còn" in words(page)
    sent = fields_of(page, "/dang-nhap")
    sent["username"], sent["password"] = form.username, "motcua-demo-1"
    answer = client.post("/dang-nhap", data=sent)
    assert answer.location == form.page
    assert form.shows_it(client)
    assert AGAIN in words(client.get(form.page))


def test_a_form_of_the_session_before_is_shown_again_instead_of_refused(
    form: FormAt, client: Browser
) -> None:
    fields = form.filled_in(client)
    client.get("/")
    client.send("/dang-xuat")
    sign_in(client, form.username)
    answer = client.post(form.action, data=fields)
    assert (answer.status_code, answer.location) == (303, form.page)
    assert AGAIN in words(client.get(form.page))
    assert form.shows_it(client)


def test_whoever_signs_in_next_sees_nothing_of_it(form: FormAt, client: Browser) -> None:
    fields = form.filled_in(client)
    client.get("/")
    client.send("/dang-xuat")
    sign_in(client, "canbo2")
    assert client.post(form.action, data=fields).status_code in {400, 403}
    assert not form.shows_it(client)


def test_what_was_taken_is_not_offered_again(client: Browser) -> None:
    author = Author(client)
    author.copy()
    fields = author.form()
    fields["situation"] = WORDS
    keep(client, fields)
    assert author.press("luu", fields).status_code == 303
    page = words(client.get(f"{author.page}/sua"))
    assert WORDS in page
    assert "nhập dở" not in page


def test_what_looks_real_is_not_kept(client: Browser, office: Office) -> None:
    form = _class(client, office)
    sign_in(client, form.username)
    fields = form.filled_in(client)
    fields["title"] = "Gọi 0912345678"  # refused on purpose
    keep(client, fields)
    kept = fields_of(client.get(form.page), form.action)
    assert kept["title"] == ""


def test_the_account_form_keeps_what_the_world_knows_and_no_code(
    client: Browser, app: Flask
) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.open_form()
    fields = fields_of(client.get(clerk.form), clerk.form)
    right, somebodys = clerk.right(), "0912345678"  # refused on purpose
    for name, text in (right | {"otp": "123456", "phone": somebodys, "scan": "1"}).items():
        fields[name] = text
    keep(client, fields)
    kept = fields_of(client.get(clerk.form), clerk.form)
    assert kept["full_name"] == right["full_name"]
    assert (kept["otp"], kept["phone"]) == ("", "")
    fields["full_name"] = "Ngô Văn Người Khác"
    keep(client, fields)
    assert fields_of(client.get(clerk.form), clerk.form)["full_name"] == ""


def test_the_portal_leads_back_to_the_form_that_is_open(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.open_form()
    assert client.get(f"{clerk.portal}/lam-tiep").location == clerk.form
    for page in (f"{clerk.portal}/", f"{clerk.portal}/tai-khoan"):
        shown = client.get(page)
        assert "Biểu mẫu đang nhập dở" in words(shown)
        assert f'href="{clerk.form}"' in shown.get_data(as_text=True)
    asked = client.get(f"{clerk.form}/huy")
    assert "Hủy biểu mẫu này?" in words(asked)
    client.post(clerk.form, data=fields_of(asked, clerk.form) | {"nut": "huy-dong-y"})
    assert clerk.world().portal.forms[0].cancelled
    assert "nhập dở" not in words(client.get(f"{clerk.portal}/"))


def test_controls_of_one_name_keep_each_their_own(client: Browser, office: Office) -> None:
    form = _class(client, office)
    sign_in(client, form.username)
    fields = fields_of(client.get(form.page), form.action)
    lessons = [*list(catalogue())[:2], "", "", "", ""]
    fields.setlist("scenario", lessons)
    keep(client, fields)
    assert fields_of(client.get(form.page), form.action).getlist("scenario") == lessons


def test_what_is_kept_stands_among_ones_own_data(client: Browser, office: Office) -> None:
    form = _class(client, office)
    sign_in(client, form.username)
    keep(client, form.filled_in(client))
    assert "Biểu mẫu nhập dở 1 biểu mẫu chưa gửi, giữ 30 ngày" in words(
        client.get("/du-lieu-cua-toi")
    )
    data = client.get("/du-lieu-cua-toi/tai-ve?dang=json").get_json()
    (kept,) = data["unsent_forms"]
    assert (kept["page"], kept["fields"]["title"]) == (form.page, [WORDS])
    book = load_workbook(BytesIO(client.get("/du-lieu-cua-toi/tai-ve?dang=xlsx").data))
    assert WORDS in str(book["Biểu mẫu nhập dở"]["C2"].value)
