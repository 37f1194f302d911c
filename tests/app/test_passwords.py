"""Changing one's password, and guessing somebody else's."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from tests.app.browsing import PASSWORD, Browser, words
from tests.app.browsing import sign_in as sign_in_on_page
from tests.app.effects import FixedEffects
from web.app import create_app
from web.people.accounts import passwords, sign_in
from web.shell.config import Settings
from web.shell.effects import Effects
from web.shell.runtime import Runtime

_NEW = "bốn từ chẳng liên quan"


def _second(app: Flask) -> Browser:
    client = app.test_client()
    assert isinstance(client, Browser)
    return client


def _change(client: Browser, present: str, wanted: str) -> str:
    client.get("/mat-khau")
    answer = client.send("/mat-khau", {"present": present, "wanted": wanted})
    return words(answer) if answer.status_code == 422 else answer.location


def test_the_new_password_counts_from_now_on_and_other_browsers_are_signed_out(
    app: Flask, client: Browser
) -> None:
    other = _second(app)
    for one in (client, other):
        sign_in_on_page(one, "canbo1")
    assert _change(client, PASSWORD, _NEW) == "/mat-khau/xong"
    assert "Đã đổi mật khẩu" in words(client.get("/mat-khau/xong"))
    assert other.get("/").status_code == 303
    sign_in_on_page(other, "canbo1", _NEW)


@pytest.mark.parametrize(
    ("present", "wanted", "says"),
    [
        ("khong-phai-day", _NEW, "Mật khẩu hiện nay chưa khớp"),
        (PASSWORD, "ngắn", "ít nhất 10 ký tự"),
        (PASSWORD, "aaaaaaaaaaaa", "dễ đoán"),
        (PASSWORD, "xin-chao-CANBO1", "dễ đoán vì có tên anh/chị"),
        (PASSWORD, "XaMau@2026!", "dễ đoán vì có tên anh/chị"),
        (PASSWORD, "motcua-motcua-26", "dễ đoán vì có tên anh/chị"),
        (PASSWORD, "Trần Thị Mẫu An 12", "dễ đoán vì có tên anh/chị"),
        (PASSWORD, "password123", "dễ đoán"),
        (PASSWORD, "Qwertyuiop", "nhiều người đã dùng"),
        (PASSWORD, "khongbiet123", "nhiều người đã dùng"),
        (PASSWORD, "anhyeuem123", "nhiều người đã dùng"),
        (PASSWORD, "x1y2z" * 30, "tối đa 128 ký tự"),
        (PASSWORD, PASSWORD, "trùng mật khẩu cũ"),
        (PASSWORD, "", "nhập mật khẩu mới"),
    ],
)
def test_a_password_that_cannot_be_taken_says_why(
    client: Browser, present: str, wanted: str, says: str
) -> None:
    sign_in_on_page(client, "canbo1")
    assert says in _change(client, present, wanted)


def test_passwords_that_are_drawn_or_thought_of_are_taken() -> None:
    drawn = [Effects().password() for _ in range(200)]
    for password in (*drawn, _NEW, "bon-tu-xa-nhau-mau", "lúa vàng sau mưa 7"):
        assert not passwords.weakness(password, "canbo1", "Trần Thị Mẫu An", "Xã Mẫu"), password


def test_the_list_holds_far_more_than_the_3000_commonest() -> None:
    """ASVS 5.0, 6.2.4 asks for 3000 that are long enough; these stand far down the list."""
    for password in ("liverpool1", "basketball1", "matkhaumoi", "nguyenvana"):
        assert "dễ đoán" in passwords.weakness(password, "canbo1")


def test_twenty_guesses_at_once_are_no_more_than_five(
    app: Flask, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluated: list[str] = []

    def matches(_: str | None, password: str) -> bool:
        evaluated.append(password)
        return False

    def guess(number: int) -> None:
        with app.app_context(), pytest.raises(sign_in.SignInError):
            sign_in.check(runtime.effects, "canbo1", f"doan-{number}", "192.0.2.1")

    monkeypatch.setattr(passwords, "matches", matches)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(guess, range(20)))
    assert len(evaluated) == sign_in.PER_PERSON


def test_an_unknown_name_costs_as_much_as_a_known_one() -> None:
    """Both run one argon2id check with the same parameters, so the clock tells nothing."""
    assert not passwords.matches(None, "nobody")
    assert passwords.hash_password("x").startswith("$argon2id$v=19$m=7168,t=5,p=1$")


def test_over_https_the_cookie_is_bound_to_this_host(
    settings: Settings, effects: FixedEffects
) -> None:
    app = create_app(settings.model_copy(update={"base_url": "https://localhost"}), effects)
    app.test_client_class = Browser
    client = _second(app)
    client.get("/dang-nhap", base_url="https://localhost")
    fields = {"username": "canbo1", "password": PASSWORD}
    answer = client.send(
        "/dang-nhap", fields, base_url="https://localhost", headers={"Host": "localhost"}
    )
    cookie = next(c for c in answer.headers.getlist("Set-Cookie") if "session" in c)
    assert cookie.startswith("__Host-motcua_session=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    app.extensions["motcua"].engine.dispose()
