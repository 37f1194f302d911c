"""What a browser is given to keep, and that no cookie alone lets a form in."""

from collections.abc import Iterator

import pytest
from flask import Flask, Response
from werkzeug.routing import AnyConverter, IntegerConverter, Rule

from tests.app.browsing import PASSWORD, SIGNED_IN_AS, Browser, sign_in, words
from tests.app.effects import FixedEffects
from web.app import create_app
from web.shell.access import Access, Gate, Role, access_of
from web.shell.config import Settings
from web.worlds import desk_pass

HERE = "https://motcua.test"
WITHOUT_ACCOUNT = {Gate.PUBLIC, Gate.CAPABILITY}


@pytest.fixture
def https(settings: Settings, effects: FixedEffects) -> Iterator[Flask]:
    """The office behind https."""
    app = create_app(settings.model_copy(update={"base_url": HERE}), effects)
    app.test_client_class = Browser
    yield app
    app.extensions["motcua"].engine.dispose()


def test_over_https_the_session_is_for_this_host_alone_and_no_script(https: Flask) -> None:
    client = https.test_client()
    assert isinstance(client, Browser)
    fields = {"username": "canbo1", "password": PASSWORD}
    answers = [client.get("/dang-nhap", base_url=HERE)]
    answers.append(client.send("/dang-nhap", fields, base_url=HERE))
    client.get("/", base_url=HERE)
    answers.append(client.send("/dang-xuat", base_url=HERE))
    for answer in answers:
        cookie = answer.headers.getlist("Set-Cookie")[-1]
        name, *limits = cookie.split("; ")
        assert name.startswith("__Host-motcua_session=")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(limits)
        assert "Domain" not in cookie


def test_over_https_a_session_left_empty_is_taken_back_as_it_was_given(https: Flask) -> None:
    """A browser ignores what is said of a ``__Host-`` cookie without Secure."""
    with https.test_request_context(base_url=HERE, headers={"Cookie": "__Host-motcua_session=x"}):
        response, sessions = Response(), https.session_interface
        empty = sessions.session_class()  # type: ignore[attr-defined]  # of Flask's own interface
        empty.modified = True
        sessions.save_session(https, empty, response)
    (cookie,) = response.headers.getlist("Set-Cookie")
    assert cookie.startswith("__Host-motcua_session=; Expires=Thu, 01 Jan 1970")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))


def test_a_form_sent_by_http_to_an_https_office_is_told_so(https: Flask) -> None:
    client = https.test_client(use_cookies=False)  # which a browser would not send by http
    assert isinstance(client, Browser)
    client.get("/dang-nhap", headers={"Host": "motcua.test"})
    fields = {"username": "canbo1", "password": PASSWORD}
    origin = {"Host": "motcua.test", "Origin": "http://motcua.test"}
    answer = client.send("/dang-nhap", fields, headers=origin)
    assert answer.status_code == 400
    assert "Trang này phải mở bằng https" in words(answer)
    assert HERE in words(answer)


def test_over_https_a_form_that_is_old_is_still_called_old(https: Flask) -> None:
    client = https.test_client()
    assert isinstance(client, Browser)
    client.get("/dang-nhap", base_url=HERE)
    client.token = "old"
    answer = client.send("/dang-nhap", base_url=HERE, headers={"Origin": HERE})
    assert "Biểu mẫu đã cũ" in words(answer)


def test_over_https_the_pass_to_a_desk_is_never_sent_in_the_clear(https: Flask) -> None:
    with https.test_request_context():
        response = Response()
        desk_pass.grant(response, "w1")
    assert {"Secure", "HttpOnly"} <= set(response.headers["Set-Cookie"].split("; "))


def _filled_in(rule: Rule) -> dict[str, object]:
    made: dict[str, object] = {}
    for name, converter in rule._converters.items():
        whole = isinstance(converter, IntegerConverter)
        first = min(converter.items) if isinstance(converter, AnyConverter) else "x"
        made[name] = 1 if whole else first
    return made


def _forms(app: Flask) -> list[tuple[str, Access]]:
    """Every address a form can be sent to, and what it declares."""
    with app.test_request_context():
        rules = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())]
        found = [(rule, access_of(rule.endpoint)) for rule in rules]
        build = app.url_map.bind("localhost").build
        return [
            (build(rule.endpoint, _filled_in(rule), method="POST"), access)
            for rule, access in found
            if access.gate is not Gate.BEARER
        ]


def _refused_as_foreign(client: Browser, path: str) -> bool:
    answer = client.post(path)
    return answer.status_code == 400 and "Biểu mẫu đã cũ" in words(answer)


def test_a_form_without_its_token_is_refused_wherever_no_account_is_asked_for(
    app: Flask, client: Browser
) -> None:
    open_to_all = [path for path, access in _forms(app) if access.gate in WITHOUT_ACCOUNT]
    assert len(open_to_all) > 50
    assert [path for path in open_to_all if not _refused_as_foreign(client, path)] == []


@pytest.mark.parametrize("role", Role)
def test_a_form_without_its_token_is_refused_whoever_is_signed_in(
    app: Flask, client: Browser, role: Role
) -> None:
    sign_in(client, SIGNED_IN_AS[role])
    theirs = [
        path
        for path, access in _forms(app)
        if access.gate not in WITHOUT_ACCOUNT and role in access.roles
    ]
    assert [path for path in theirs if not _refused_as_foreign(client, path)] == []
