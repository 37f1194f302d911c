"""What every answer tells the browser, and the files we ship."""

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.app.browsing import Browser, sign_in
from tests.app.effects import FixedEffects
from tests.app.office import Office
from web.app import create_app
from web.practice.runs.runs import Mode
from web.shell import assets
from web.shell.config import Settings

_STATIC = Path(assets.__file__).parents[1] / "static"
_VENDOR = _STATIC / "vendor"


@pytest.mark.parametrize("path", ["/dang-nhap", "/khong-co", "/livez", "/"])
def test_every_answer_is_guarded_and_unknown_to_search_engines(client: Browser, path: str) -> None:
    headers = client.get(path).headers
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["Cache-Control"] == "no-store"


def test_a_foreign_host_name_is_not_believed(client: Browser) -> None:
    assert client.get("/livez", headers={"Host": "evil.test"}).status_code == 400


def test_the_app_says_that_it_is_alive_and_ready(client: Browser) -> None:
    assert client.get("/livez").json == {"status": "ok"}
    assert client.get("/readyz").json == {"status": "ok"}


def test_assets_may_be_kept_for_a_year(client: Browser) -> None:
    answer = client.get(assets.asset_address("css/base.css"))
    assert "immutable" in answer.headers["Cache-Control"]
    assert "max-age=31536000" in answer.headers["Cache-Control"]
    answer.close()


def test_nothing_outside_the_folder_is_served(client: Browser) -> None:
    for name in ("../app.py", "%2e%2e/app.py", "/etc/hostname"):
        assert client.get(assets.asset_address(name)).status_code in {404, 308}


def test_the_vendored_files_are_the_locked_ones() -> None:
    locked = json.loads((_VENDOR / "vendor.lock.json").read_text(encoding="utf-8"))
    hashes = {name: digest for package in locked for name, digest in package["files"].items()}
    shipped = {
        str(file.relative_to(_VENDOR).as_posix()): _sha384(file)
        for file in _VENDOR.rglob("*")
        if file.is_file() and file.name != "vendor.lock.json"
    }
    assert shipped == hashes


def _sha384(file: Path) -> str:
    return "sha384-" + base64.b64encode(hashlib.sha384(file.read_bytes()).digest()).decode()


def test_the_css_of_a_page_is_small(client: Browser, office: Office) -> None:
    led = office.start("canbo1", mode=Mode.GUIDE).desk
    sign_in(client, "canbo1")
    for page in ("/", "/luyen-tap", led, f"{led}/quantri/dang-nhap", "/lich-truc", "/ca-truc"):
        sheets = re.findall(r'href="(/tinh/[^"]+\.css)"', client.get(page).text)
        assert len(sheets) > len({"tokens", "base", "forms", "parts"})
        assert sum(len(client.get(sheet).data) for sheet in sheets) <= 30_000, page


def test_the_first_page_with_all_it_loads_is_light(client: Browser) -> None:
    sign_in(client, "canbo1")
    home = client.get("/")
    text = home.get_data(as_text=True)
    parts = re.findall(r"/tinh/[0-9a-f]+/([^\"]+)", text)
    fonts = [str(file.relative_to(_STATIC)) for file in _VENDOR.glob("fonts/*.woff2")]
    weight = sum(len(gzip.compress((_STATIC / part).read_bytes())) for part in parts + fonts)
    assert weight + len(gzip.compress(home.data)) <= 150_000


def test_what_no_page_needs_no_page_may_ask_for(client: Browser) -> None:
    policy = client.get("/dang-nhap").headers["Permissions-Policy"]
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(policy.split(", "))


@pytest.mark.parametrize(
    ("base_url", "says"),
    [("http://localhost:8000", None), ("https://localhost", "max-age=31536000")],
)
def test_only_what_is_served_by_https_says_so_for_a_year(
    settings: Settings, base_url: str, says: str | None
) -> None:
    with _app_with(settings, base_url=base_url) as client:
        for path in ("/dang-nhap", "/khong-co", "/livez"):
            assert client.get(path).headers.get("Strict-Transport-Security") == says


def test_whom_to_tell_of_a_hole_stands_there_when_the_office_says_it(settings: Settings) -> None:
    with _app_with(settings, security_contact="mailto:an-toan@xa-mau.test") as client:
        answer = client.get("/.well-known/security.txt")
    assert answer.content_type == "text/plain; charset=utf-8"
    assert answer.text.splitlines() == [
        "Contact: mailto:an-toan@xa-mau.test",
        "Expires: 2027-05-22T00:00:00Z",
        "Preferred-Languages: vi",
        "Canonical: http://localhost:8000/.well-known/security.txt",
    ]


def test_without_a_contact_there_is_no_security_txt(client: Browser) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize(
    ("host", "status"),
    [("[::1]:8000", 200), ("[::2]:8000", 400), ("[", 400), ("[::1", 400), ("localhost:8000", 200)],
)
def test_an_office_at_an_ipv6_address_answers_there(
    settings: Settings, host: str, status: int
) -> None:
    with _app_with(settings, base_url="http://[::1]:8000") as client:
        assert client.get("/dang-nhap", headers={"Host": host}).status_code == status


@contextmanager
def _app_with(settings: Settings, **changes: str) -> Iterator[Browser]:
    app = create_app(settings.model_copy(update=changes), FixedEffects())
    app.test_client_class = Browser
    client = app.test_client()
    assert isinstance(client, Browser)
    yield client
    app.extensions["motcua"].engine.dispose()
