"""Behind a reverse proxy the throttle counts visitors, and believes no more headers than told."""

from collections.abc import Callable, Iterator

import pytest
from flask import request
from sqlalchemy import Engine

from tests.app.browsing import PASSWORD, Browser, words
from web.app import create_app
from web.people.accounts import sign_in as throttle
from web.shell.config import Settings

Behind = Callable[[int], Browser]
WRONG = "khong-phai-day"
ONE, OTHER = "192.0.2.1", "192.0.2.2"


@pytest.fixture
def behind(settings: Settings) -> Iterator[Behind]:
    """``behind(1)``: a browser that reaches the app through one trusted proxy."""
    engines: list[Engine] = []

    def make(proxies: int) -> Browser:
        app = create_app(settings.model_copy(update={"trusted_proxies": proxies}))
        engines.append(app.extensions["motcua"].engine)
        app.test_client_class = Browser
        client = app.test_client()
        assert isinstance(client, Browser)
        return client

    yield make
    for engine in engines:
        engine.dispose()


def _try(client: Browser, forwarded: str, password: str = WRONG) -> str:
    client.get("/dang-nhap")
    fields = {"username": "canbo1", "password": password}
    answer = client.send("/dang-nhap", fields, headers={"X-Forwarded-For": forwarded})
    return words(answer)


def _shut_out(client: Browser, *forwarded: str) -> None:
    for number in range(throttle.PER_PERSON):
        assert "chưa khớp" in _try(client, forwarded[number % len(forwarded)])


def test_one_visitors_slips_do_not_shut_out_another(behind: Behind) -> None:
    client = behind(1)
    _shut_out(client, ONE)
    assert "quá nhiều lần" in _try(client, ONE, PASSWORD)
    assert "quá nhiều lần" not in _try(client, OTHER, PASSWORD)


@pytest.mark.parametrize("proxies", [0, 1])
def test_an_address_that_a_visitor_makes_up_changes_nothing(behind: Behind, proxies: int) -> None:
    client = behind(proxies)
    added = f", {ONE}" if proxies else ""  # what our own proxy adds stands last
    _shut_out(client, f"198.51.100.1{added}", f"198.51.100.2{added}")
    assert "quá nhiều lần" in _try(client, f"198.51.100.3{added}", PASSWORD)


def test_other_forwarded_headers_are_not_believed(behind: Behind) -> None:
    client = behind(1)
    names = {"Host": "gia.test", "Proto": "https", "Port": "444", "Prefix": "/gia"}
    headers = {f"X-Forwarded-{name}": value for name, value in names.items()}
    with client:
        assert client.get("/dang-nhap", headers=headers).status_code == 200
        assert request.url == "http://localhost/dang-nhap"


def test_a_port_behind_the_address_makes_no_other_visitor(behind: Behind) -> None:
    client = behind(1)
    _shut_out(client, *(f"{ONE}:{port}" for port in range(50_000, 50_005)))
    assert "quá nhiều lần" in _try(client, f"{ONE}:50999", PASSWORD)


@pytest.mark.parametrize(
    ("proxies", "header", "says"),
    [
        (0, {"X-Forwarded-For": ONE}, "MOTCUA_TRUSTED_PROXIES đang là 0"),
        (1, {}, "không máy chủ chuyển tiếp (proxy) nào gửi"),
        (0, {}, ""),
        (1, {"X-Forwarded-For": ONE}, ""),
    ],
)
def test_a_setting_that_cannot_be_right_is_told(
    behind: Behind,
    proxies: int,
    header: dict[str, str],
    says: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    client = behind(proxies)
    for _ in range(2):
        client.get("/dang-nhap")
        fields = {"username": "quantri", "password": PASSWORD}
        client.send("/dang-nhap", fields, headers=header)
    assert [says in record.getMessage() for record in caplog.records] == ([True] if says else [])
    told = "Thiết lập cần xem lại" in words(client.get("/"))
    assert told == bool(says)


def test_a_header_from_far_away_says_nothing_about_the_setting(behind: Behind) -> None:
    client = behind(0)
    client.get("/dang-nhap")
    client.send(
        "/dang-nhap",
        {"username": "quantri", "password": PASSWORD},
        headers={"X-Forwarded-For": ONE},
        environ_base={"REMOTE_ADDR": "8.8.8.8"},
    )
    assert "Thiết lập cần xem lại" not in words(client.get("/"))
