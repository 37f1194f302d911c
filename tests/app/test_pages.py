"""Whole pages, parts for htmx, and the controls they are made of."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask, render_template_string
from jinja2 import DictLoader, PrefixLoader, UndefinedError
from wtforms import Form, StringField
from wtforms.validators import InputRequired

from sandbox.refusal import Problem
from sandbox.rules import Rule
from web.shell.access import Person, Role, access_of
from web.shell.forms import Errors, form_errors, problem_errors
from web.shell.htmx import page, see_other
from web.shell.navigation import MENU, menu_of

_PAGE = """{% extends "layouts/bare.html" %}{% block heading %}Thử{% endblock %}
{% block content %}
{% block rows %}<p id="rows">{{ ui.tag(state) }}</p>{% endblock %}
{% endblock %}"""
_PART = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def context(app: Flask) -> Flask:
    assert isinstance(app.jinja_env.loader, PrefixLoader)
    loaders = {**app.jinja_env.loader.mapping, "thu": DictLoader({"page.html": _PAGE})}
    app.jinja_env.loader = PrefixLoader(loaders)
    return app


def _answer(app: Flask, headers: dict[str, str]) -> str:
    with app.test_request_context("/", headers=headers):
        response = page("thu/page.html", fragment="rows", state="Xong")
        assert response.headers["Vary"] == "HX-Request"
        return response.get_data(as_text=True)


def test_a_browser_gets_the_page_and_htmx_the_part(context: Flask) -> None:
    assert _answer(context, {}).startswith("<!doctype html>")
    assert _answer(context, _PART).startswith('<p id="rows">')


@pytest.mark.parametrize(
    "more", [{"HX-History-Restore-Request": "true"}, {"HX-Request-Type": "full"}]
)
def test_a_page_taken_back_from_history_is_whole(context: Flask, more: dict[str, str]) -> None:
    assert _answer(context, _PART | more).startswith("<!doctype html>")


def test_a_forgotten_variable_is_an_error_not_a_gap(context: Flask) -> None:
    with context.test_request_context("/"), pytest.raises(UndefinedError):
        page("thu/page.html")


def test_moving_on_is_a_303_without_words(app: Flask) -> None:
    with app.test_request_context("/", method="POST"):
        response = see_other("/luyen-tap")
    assert (response.status_code, response.data) == (303, b"")


def _control(app: Flask, call: str, **values: object) -> str:
    with app.test_request_context("/"):
        return " ".join(render_template_string("{{ ui." + call + " }}", **values).split())


def test_a_field_ties_its_mistake_and_hint_to_the_input(app: Flask) -> None:
    field = _control(app, 'field("phone", "Số điện thoại", "<0400>", "Thiếu số.", "10 số")')
    assert 'aria-describedby="phone-error phone-hint"' in field
    assert 'aria-invalid="true"' in field
    assert 'value="&lt;0400&gt;"' in field
    assert "Thiếu số." in field


def test_a_field_without_mistake_says_nothing_of_one(app: Flask) -> None:
    field = _control(app, 'field("phone", "Số điện thoại", optional=true)')
    assert "aria-" not in field
    assert "(không bắt buộc)" in field
    assert " required" not in field


def test_a_wtforms_field_shows_what_was_typed_and_its_mistake(app: Flask) -> None:
    class Once(Form):
        name = StringField("Họ và tên", [InputRequired("Anh/chị nhập họ và tên.")])

    form = Once()
    assert not form.validate()
    assert form_errors(form) == {"name": "Anh/chị nhập họ và tên."}
    assert "Anh/chị nhập họ và tên." in _control(app, "bound(form.name)", form=form)


def test_the_summary_links_each_mistake_to_its_field(app: Flask) -> None:
    errors = Errors({"phone": "Thiếu số.", "": "Cổng báo lỗi."})
    summary = _control(app, "error_summary(errors)", errors=errors)
    assert '<a href="#phone">Thiếu số.</a>' in summary
    assert "<li>Cổng báo lỗi.</li>" in summary
    assert _control(app, "error_summary(errors)", errors=Errors()) == ""


def test_a_refusals_sentences_stand_by_their_fields() -> None:
    problems = (Problem(Rule.ID_MISSING, "id_number"), Problem(Rule.ID_SHAPE, "id_number"))
    errors = problem_errors(problems)
    assert list(errors) == ["id_number"]
    assert errors["phone"] == ""


def test_the_pager_is_there_only_for_several_pages(app: Flask) -> None:
    assert _control(app, 'pager(1, 1, "/so?trang=")') == ""
    middle = _control(app, 'pager(2, 3, "/so?trang=")')
    assert 'href="/so?trang=1"' in middle
    assert 'href="/so?trang=3"' in middle


def test_the_countdown_tells_the_end_without_script(app: Flask) -> None:
    now = datetime(2026, 11, 23, 1, tzinfo=UTC)
    line = _control(app, 'countdown("Còn", until, now)', now=now, until=now + timedelta(seconds=90))
    assert 'data-countdown="90"' in line
    assert "đến 08:01:30" in line


def test_the_menus_addresses_are_those_of_its_pages(app: Flask) -> None:
    with app.test_request_context("/"):
        for entry in (entry for place in MENU for entry in place.entries):
            endpoint, _ = app.url_map.bind("").match(entry.address)
            assert endpoint == entry.endpoint
            assert access_of(endpoint).roles == entry.roles


def _person(role: Role) -> Person:
    return Person(1, "thu", "Lê Thử", role, 1, "Xã Mẫu")


_EVERYBODY_READING = ("/", "/buoi-tap", "/lich-truc", "/so-luyen-tap", "/doi-chieu")
_PRACTISING = (*_EVERYBODY_READING, "/luyen-tap", "/bai-giao", "/ca-truc", "/nang-luc")


@pytest.mark.parametrize(
    ("role", "addresses"),
    [
        (Role.CLERK, _PRACTISING),
        (Role.TRAINER, (*_PRACTISING, "/nang-luc-don-vi", "/soan")),
        (Role.DESK_HEAD, (*_PRACTISING, "/nang-luc-don-vi", "/soan")),
        (Role.SUPERVISOR, (*_EVERYBODY_READING, "/nang-luc-don-vi")),
        (Role.ADMINISTRATOR, ("/", "/doi-chieu", "/quan-tri")),
    ],
)
def test_five_places_hold_every_page_a_role_may_open(
    role: Role, addresses: tuple[str, ...]
) -> None:
    places = menu_of(_person(role), "/").places
    assert len(places) <= 5
    inside = {entry.address for place in places for entry in place.entries}
    assert inside >= {*addresses, "/du-lieu-cua-toi"}


@pytest.mark.parametrize(
    ("path", "place", "entry"),
    [
        ("/", "Hôm nay", "Hôm nay"),
        ("/so-luyen-tap/abc/buoc/1", "Luyện tập", "Sổ luyện tập"),
        ("/nang-luc", "Luyện tập", "Năng lực"),
        ("/nang-luc-don-vi", "Đơn vị", "Năng lực đơn vị"),
        ("/lich-truc/nguoi", "Lịch trực", "Lịch của đơn vị"),
        ("/ban/abc", "Luyện tập", None),
        ("/mat-khau", None, None),
    ],
)
def test_the_menu_knows_where_one_is(path: str, place: str | None, entry: str | None) -> None:
    menu = menu_of(_person(Role.TRAINER), path)
    assert (menu.place and menu.place.words, menu.entry and menu.entry.words) == (place, entry)


def test_of_two_pages_one_below_the_other_the_nearer_is_current() -> None:
    menu = menu_of(_person(Role.ADMINISTRATOR), "/quan-tri/don-vi/1")
    assert menu.entry
    assert menu.entry.words == "Các đơn vị"
