"""Who may open what: closed by default, and every address says so."""

import pytest
from flask import Flask

from tests.app.browsing import SIGNED_IN_AS, Browser, sign_in
from tests.app.effects import FixedEffects
from tests.app.office import Office
from web.app import create_app
from web.shell.access import (
    Gate,
    Role,
    UndeclaredAccessError,
    access_of,
    capability,
    check_every_address,
    polled,
    signed_in,
)
from web.shell.config import Settings

OWN_APP = True  # they add addresses of their own


def _plain_pages(app: Flask) -> list[tuple[str, frozenset[Role]]]:
    """Addresses without parts to fill in that ask who is there."""
    with app.app_context():
        rules = [rule for rule in app.url_map.iter_rules() if not rule.arguments]
        found = [
            (rule, access_of(rule.endpoint)) for rule in rules if "GET" in (rule.methods or ())
        ]
    return [(rule.rule, access.roles) for rule, access in found if access.gate is Gate.SIGNED_IN]


def test_an_address_without_declaration_stops_the_app(app: Flask) -> None:
    app.add_url_rule("/quen", "forgotten", lambda: "")
    with pytest.raises(UndeclaredAccessError, match="forgotten"):
        check_every_address(app)


def _number(number: int) -> str:
    return str(number)


def test_a_capability_link_carries_its_capability(app: Flask) -> None:
    app.add_url_rule("/may/<int:number>", "phone", capability(_number))
    with pytest.raises(UndeclaredAccessError, match="<capability>"):
        check_every_address(app)


def test_nobody_sees_a_page_without_signing_in(app: Flask, client: Browser) -> None:
    for path, _ in _plain_pages(app):
        assert client.get(path).headers["Location"] == f"/dang-nhap?next={path}", path


@pytest.mark.parametrize("role", Role)
def test_each_role_opens_its_pages_and_no_other(app: Flask, client: Browser, role: Role) -> None:
    sign_in(client, SIGNED_IN_AS[role])
    for path, roles in _plain_pages(app):
        refused = client.get(path).status_code == 403
        assert refused == (role not in roles), f"{role} at {path}"


def test_a_post_without_session_changes_nothing_and_asks_to_sign_in(client: Browser) -> None:
    client.get("/dang-nhap")
    assert client.send("/mat-khau", {"wanted": "x"}).location == "/dang-nhap?next=/mat-khau"


def test_htmx_is_sent_to_the_sign_in_page_as_a_whole(client: Browser) -> None:
    answer = client.get("/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (200, "/dang-nhap")


def test_whoever_was_at_a_desk_comes_back_to_it_not_to_a_part_of_it(
    client: Browser, office: Office
) -> None:
    run = office.start("canbo1")
    around = {"HX-Request": "true", "HX-Current-URL": f"http://localhost:8000{run.desk}"}
    asked_by_itself = client.get(f"{run.desk}/_/loi-moi?sau=1", headers=around)
    assert asked_by_itself.headers["HX-Redirect"] == f"/dang-nhap?next={run.desk}"
    client.get("/dang-nhap")
    fields = {"username": "canbo1", "password": "motcua-demo-1"}
    part = client.send("/dang-nhap", fields | {"next": f"{run.desk}/_/loi-moi"}).location
    assert part == "/"
    client.get("/mat-khau")
    assert client.send("/dang-nhap", fields | {"next": run.desk}).location == run.desk


def test_a_page_that_asks_by_itself_keeps_nobody_signed_in(
    settings: Settings, effects: FixedEffects
) -> None:
    app = create_app(settings, effects)
    app.test_client_class = Browser
    app.add_url_rule("/hoi", "poll", polled(signed_in(lambda: "")))
    client = app.test_client()
    assert isinstance(client, Browser)
    sign_in(client, "canbo1")
    for _ in range(3):
        effects.advance(minutes=45)
        last = client.get("/hoi")
    assert last.location == "/dang-nhap?next=/hoi"
    app.extensions["motcua"].engine.dispose()


@pytest.mark.parametrize(
    ("wanted", "goes_to"),
    [("/mat-khau", "/mat-khau"), ("/?trang=2&tu=01-01-2026", "/?trang=2&tu=01-01-2026")],
)
def test_signing_in_leads_back_to_where_one_was(client: Browser, wanted: str, goes_to: str) -> None:
    client.get("/dang-nhap")
    fields = {"username": "canbo1", "password": "motcua-demo-1", "next": wanted}
    assert client.send("/dang-nhap", fields).location == goes_to


_HOSTILE = [
    r"\\evil.test",
    r"/\evil.test",
    r"\/evil.test",
    r"//evil.test",
    r"///evil.test",
    r"http:///evil.test",
    r"/%09/evil.test",
    r"javascript:alert(1)",
    r"data:text/html,x",
    r"https:evil.test",
    r"/x@evil.test",
    r"https://evil.test/",
    r"/dang-xuat",
    r"/livez",
    r"/khong-co",
    " javascript:alert(1)",
    "/\t/evil.test",
    "/\n/evil.test",
    "",
]


@pytest.mark.parametrize("wanted", _HOSTILE)
def test_signing_in_leads_nowhere_else(client: Browser, wanted: str) -> None:
    client.get("/dang-nhap")
    fields = {"username": "canbo1", "password": "motcua-demo-1", "next": wanted}
    assert client.send("/dang-nhap", fields).location == "/"
