"""Signing in and out, on the real pages."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from tests.app.browsing import PASSWORD, Browser, sign_in, words
from tests.app.effects import FixedEffects
from web.people.accounts.sign_in import PER_PERSON
from web.shell.database import transaction
from web.shell.runtime import Runtime
from web.shell.session_models import PersonRow, SessionRow


def _try(client: Browser, username: str, password: str) -> str:
    client.get("/dang-nhap")
    answer = client.send("/dang-nhap", {"username": username, "password": password})
    return words(answer) if answer.status_code == 422 else answer.location


def test_a_clerk_signs_in_and_sees_who_they_are(client: Browser) -> None:
    home = words(sign_in(client, "canbo1"))
    assert "Trần Thị Mẫu An" in home
    assert "Cán bộ một cửa · Xã Mẫu" in home


def test_capitals_and_spaces_around_the_name_do_not_matter(client: Browser) -> None:
    assert _try(client, "  CanBo1 ", PASSWORD) == "/"


@pytest.mark.parametrize("username", ["canbo1", "khongcoai", "ｃａｎｂｏ１", "canbо1"])
def test_a_wrong_password_and_an_unknown_name_sound_the_same(
    client: Browser, username: str
) -> None:
    assert "Tên đăng nhập hoặc mật khẩu chưa khớp" in _try(client, username, "khong-phai-day")


def test_an_empty_form_names_both_fields_and_keeps_the_name(client: Browser) -> None:
    assert "Anh/chị nhập mật khẩu." in _try(client, "canbo1", "")
    assert "Anh/chị nhập tên đăng nhập." in _try(client, "", "x")


def test_the_password_is_never_written_back(client: Browser) -> None:
    client.get("/dang-nhap")
    answer = client.send("/dang-nhap", {"username": "canbo1", "password": "bi-mat-rieng"})
    assert "bi-mat-rieng" not in answer.get_data(as_text=True)


def test_signing_in_changes_the_cookie_and_signing_out_kills_it(client: Browser) -> None:
    sign_in(client, "canbo1")
    stolen = client.get_cookie("motcua_session")
    assert stolen is not None
    client.send("/dang-xuat")
    client.set_cookie("motcua_session", stolen.value)
    assert client.get("/").location == "/dang-nhap?next=/"


def test_a_new_password_ends_every_session_and_renews_this_one(client: Browser) -> None:
    sign_in(client, "canbo1")
    before = client.get_cookie("motcua_session")
    client.get("/mat-khau")
    fields = {"present": PASSWORD, "wanted": "bon-tu-xa-nhau-mau"}
    assert client.send("/mat-khau", fields).location == "/mat-khau/xong"
    assert client.get("/").status_code == 200
    assert before is not None
    client.set_cookie("motcua_session", before.value)
    assert client.get("/").location == "/dang-nhap?next=/"


def test_nothing_a_browser_held_before_survives_signing_in(client: Browser) -> None:
    client.get("/dang-nhap")
    form_before = client.token
    sign_in(client, "canbo1")
    client.token = form_before
    assert client.send("/dang-xuat").status_code == 400
    assert client.get("/").status_code == 200


def test_signing_in_as_somebody_else_ends_the_session_before_it(client: Browser) -> None:
    sign_in(client, "canbo1")
    before = client.get_cookie("motcua_session")
    client.get("/mat-khau")
    client.send("/dang-nhap", {"username": "canbo2", "password": PASSWORD})
    assert before is not None
    client.set_cookie("motcua_session", before.value)
    assert client.get("/").location == "/dang-nhap?next=/"


def test_only_pages_vary_by_the_cookie(client: Browser) -> None:
    home = sign_in(client, "canbo1")
    style = re.search(r'href="(/tinh/[^"]+\.css[^"]*)"', home.get_data(as_text=True))
    assert style
    assert "Cookie" in home.vary
    with client.get(style[1]) as sheet:
        assert "Cookie" not in sheet.vary


def test_the_session_cookie_is_out_of_reach_of_scripts(client: Browser) -> None:
    sign_in(client, "canbo1")
    cookie = client.get_cookie("motcua_session")
    assert cookie is not None
    assert cookie.http_only
    assert cookie.same_site == "Lax"


def test_after_too_many_tries_even_the_right_password_waits(
    client: Browser, effects: FixedEffects
) -> None:
    for _ in range(PER_PERSON):
        _try(client, "canbo1", "khong-phai-day")
    assert "thử lại sau 1 phút" in _try(client, "canbo1", PASSWORD)
    assert _try(client, "canbo2", PASSWORD) == "/"
    effects.advance(minutes=5)
    client.send("/dang-xuat")
    assert _try(client, "canbo1", PASSWORD) == "/"


def test_a_success_forgets_the_failures_before_it(client: Browser) -> None:
    for _ in range(2):
        for _ in range(PER_PERSON - 1):
            _try(client, "canbo1", "khong-phai-day")
        assert _try(client, "canbo1", PASSWORD) == "/"
        client.get("/")
        client.send("/dang-xuat")


@pytest.mark.parametrize(
    ("idle", "place"), [(timedelta(minutes=119), ""), (timedelta(hours=2), "/dang-nhap?next=/")]
)
def test_a_session_left_alone_for_two_hours_is_over(
    client: Browser, effects: FixedEffects, idle: timedelta, place: str
) -> None:
    sign_in(client, "canbo1")
    effects.advance(seconds=idle.total_seconds())
    assert client.get("/").headers.get("Location", "") == place


def test_no_use_prolongs_a_session_beyond_twelve_hours(
    client: Browser, effects: FixedEffects
) -> None:
    sign_in(client, "canbo1")
    for _ in range(7):
        assert client.get("/").status_code == 200
        effects.advance(minutes=100)
    effects.advance(minutes=20, seconds=-1)
    assert client.get("/").status_code == 200
    effects.advance(seconds=1)
    assert client.get("/").status_code == 303


def test_somebody_switched_off_is_out_at_once(client: Browser, runtime: Runtime) -> None:
    sign_in(client, "canbo1")
    with transaction(runtime.engine) as connection:
        off = update(PersonRow).where(PersonRow.username == "canbo1")
        connection.execute(off.values(active=False))
    assert client.get("/").status_code == 303
    assert "chưa khớp" in _try(client, "canbo1", PASSWORD)


def test_the_database_holds_no_cookie(client: Browser, runtime: Runtime) -> None:
    sign_in(client, "canbo1")
    with client.session_transaction() as cookie:
        token = cookie["_user_id"]
    with transaction(runtime.engine) as connection:
        stored = connection.execute(select(SessionRow.token_hash)).scalar_one()
    assert token
    assert token not in stored
