"""A living person's number typed into any field of any page is neither shown again nor kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import pytest
from flask import Flask
from sqlalchemy import select

from tests.app.browsing import SIGNED_IN_AS, Browser, sign_in
from tests.app.sweep import parse
from web.models import metadata
from web.shell.database import transaction
from web.shell.people import Role
from web.shell.runtime import Runtime

# Put together here so that no real-looking number stands in any file.
NUMBER = "0912" + "345" + "678"
WRITTEN = (NUMBER, "0912 " + "345 " + "678")
_LINK = re.compile(r'href="(/[^"#]*)"')
_LEFT_OUT = ("/tinh/", "/_sim/", "/dang-xuat", "/du-lieu-cua-toi/tai-ve", "/xuat-ket-qua/tep")
_MOST_PAGES = 60


@dataclass(frozen=True)
class Form:
    """A form as it stood: where it goes, how, what it holds, and which fields take words."""

    action: str
    method: str
    fields: tuple[tuple[str, str], ...]
    words: tuple[str, ...]


def forms_of(html: str) -> Iterator[Form]:
    root = parse(html, fragment=False)
    for form in root.iter("form"):
        inputs = list(form.iter("input"))
        fields = {each.get("name", ""): each.get("value", "") for each in inputs}
        for chosen in form.iter("select"):
            options = list(chosen.iter("option"))
            fields[chosen.get("name", "")] = options[0].get("value", "") if options else ""
        typed = [each for each in inputs if each.get("type", "text") in _WORDS]
        names = [each.get("name", "") for each in (*typed, *form.iter("textarea"))]
        fields.pop("", None)
        yield Form(form.get("action", ""), form.get("method", "get"), (*fields.items(),), (*names,))


_WORDS = {"text", "search", "tel", "email"}


def pages_of(client: Browser) -> dict[str, str]:
    """What this person comes to by following links, one page of each kind."""
    waiting, seen, kinds = ["/", "/dang-nhap", "/vao-lop"], dict[str, str](), set[str]()
    while waiting and len(seen) < _MOST_PAGES:
        address = waiting.pop(0)
        kind = re.sub(r"/[0-9]+|/[A-Za-z0-9_-]{22}|\?.*", "/x", address)
        if kind in kinds or address.startswith(_LEFT_OUT):
            continue
        kinds.add(kind)
        answer = client.get(address)
        if answer.status_code == 200 and answer.mimetype == "text/html":
            seen[address] = answer.text
            waiting += map(unescape, _LINK.findall(answer.text))
    return seen


def stored_texts(runtime: Runtime) -> Iterator[str]:
    with transaction(runtime.engine, writes=False) as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)):
                yield f"{table.name}: {row}"


@pytest.mark.parametrize("role", list(Role))
def test_no_field_of_any_page_gives_a_real_number_back_or_keeps_it(
    app: Flask, runtime: Runtime, role: Role, caplog: pytest.LogCaptureFixture
) -> None:
    client = app.test_client()
    assert isinstance(client, Browser)
    client.holds_to_refusals = False  # whatever is sent may be taken without the number
    sign_in(client, SIGNED_IN_AS[role])
    forms = {
        (form.action, name): form
        for html in pages_of(client).values()
        for form in forms_of(html)
        for name in form.words
    }
    assert forms
    for (action, name), form in forms.items():
        for written in WRITTEN:
            filled = {**dict(form.fields), name: written}
            if form.method == "post":
                answer = client.send(action, {**filled, "csrf_token": client.token})
            else:
                answer = client.get(action, query_string=filled)
            assert answer.status_code < 500, action
            assert written not in unescape(answer.text), (action, name)
            assert NUMBER not in answer.headers.get("Location", ""), (action, name)
    kept = [text for text in stored_texts(runtime) for each in WRITTEN if each in text]
    assert not kept
    assert not any(each in caplog.text for each in WRITTEN)


@pytest.mark.parametrize(("page", "field"), [("/dang-nhap", "username"), ("/vao-lop", "phieu")])
def test_no_door_gives_a_real_number_back_or_keeps_it(
    client: Browser, runtime: Runtime, page: str, field: str
) -> None:
    for written in WRITTEN:
        client.get(page)
        answer = client.send(page, {field: written, "password": "x", "next": f"/?tim={NUMBER}"})
        assert answer.status_code == 422
        assert written not in answer.text
        assert NUMBER not in answer.text
    assert not [text for text in stored_texts(runtime) if NUMBER in text]


def test_signing_in_leads_back_to_a_search_without_the_number(client: Browser) -> None:
    answer = client.get(f"/so-luyen-tap?tim={NUMBER}&ket_qua=dat")
    assert answer.location == "/dang-nhap?next=/so-luyen-tap?ket_qua%3Ddat"
