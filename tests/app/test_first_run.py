"""An office without people is opened on one page; until then every address leads there."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.app.browsing import Browser, sign_in, words
from tests.app.databases import empty_database
from tests.app.effects import FixedEffects
from tests.app.races import at_once
from web.app import create_app
from web.office.first_run import service
from web.people.administration import store
from web.roster.planning import office_store
from web.shell import schema
from web.shell.config import Settings
from web.shell.database import transaction
from web.shell.people import Level, Role
from web.shell.session_models import FirstRunCodeRow

FIELDS = {
    "name": "Xã Mẫu Mới",
    "level": "commune",
    "venue": "Bàn Mẫu",
    "administrator-full_name": "Bùi Thị Mẫu Lan",
    "administrator-username": "quantri",
    "desk_head-full_name": "Đỗ Văn Mẫu Minh",
    "desk_head-username": "truong",
    "trainer-full_name": "Lý Thị Mẫu Nga",
    "trainer-username": "giangvien",
}
PAGE = "/lan-dau"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Flask]:
    """The app over a database in which nobody has an account."""
    settings = Settings(
        data=tmp_path,
        database_url=empty_database(tmp_path),
        host="127.0.0.1",
        port=8000,
        base_url="http://localhost:8000",
        secret_key="k" * 64,
    )
    app = create_app(settings, FixedEffects())
    app.testing, app.test_client_class = False, Browser
    engine = app.extensions["motcua"].engine
    with transaction(engine) as connection:
        schema.upgrade(connection)
    yield app
    engine.dispose()


def browser(app: Flask) -> Browser:
    client = app.test_client()
    assert isinstance(client, Browser)
    client.get(PAGE)
    return client


def code(app: Flask) -> str:
    parts = app.extensions["motcua"]
    with transaction(parts.engine) as connection:
        return service.new_code(connection, parts.effects, parts.settings.secret_key)


def fill(client: Browser, **changes: str) -> TestResponse:
    return client.send(PAGE, FIELDS | changes)


def accounts(app: Flask) -> dict[str, Role]:
    with transaction(app.extensions["motcua"].engine) as connection:
        return {one.username: one.role for one in store.accounts(connection, 1)}


@pytest.mark.parametrize(
    "address", ["/", "/dang-nhap", "/quan-tri", "/vao-lop", "/khong-co", "/ca-truc"]
)
def test_every_address_leads_to_the_page_that_opens_the_office(empty: Flask, address: str) -> None:
    assert browser(empty).get(address).location == PAGE
    assert browser(empty).send(address).location == PAGE


@pytest.mark.parametrize("address", ["/livez", "/readyz"])
def test_machines_are_told_that_it_is_well(empty: Flask, address: str) -> None:
    assert browser(empty).get(address).json == {"status": "ok"}


def test_the_page_opens_the_office_and_shows_three_passwords_once(empty: Flask) -> None:
    answer = fill(browser(empty), code=f" {code(empty).lower()} ")
    assert answer.status_code == 200
    shown = words(answer)
    assert accounts(empty) == {
        "quantri": Role.ADMINISTRATOR,
        "truong": Role.DESK_HEAD,
        "giangvien": Role.TRAINER,
    }
    password = re.findall(r"mat-khau-tam-\d+", shown)
    assert len(password) == 3
    client = browser(empty)
    assert client.get("/lan-dau").location == "/"
    assert "Anh/chị đang dùng mật khẩu tạm" in words(sign_in(client, "quantri", password[0]))
    with transaction(empty.extensions["motcua"].engine) as connection:
        (unit,) = store.units(connection, 1)
        (place,) = office_store.places(connection, 1)
    assert (unit.name, unit.level, place.venue.name) == ("Xã Mẫu Mới", Level.COMMUNE, "Bàn Mẫu")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"code": ""}, "Mã này không khớp"),
        ({"code": "HK7M-4P9-XT3"}, "Mã này không khớp"),
        ({"name": ""}, "Anh/chị nhập tên đơn vị."),
        ({"level": "ministry"}, "chọn cấp"),
        ({"venue": ""}, "Anh/chị nhập tên địa điểm."),
        ({"trainer-full_name": ""}, "Anh/chị nhập họ và tên."),
        ({"desk_head-username": "Trưởng"}, "chữ thường không dấu"),
        ({"trainer-username": " TRUONG "}, "đã ghi cho người khác"),
    ],
)
def test_a_mistake_opens_nothing_and_keeps_what_was_typed(
    empty: Flask, change: dict[str, str], says: str
) -> None:
    given = {"code": code(empty)} | change
    answer = fill(browser(empty), **given)
    assert answer.status_code == 422
    assert says in words(answer)
    shown = answer.get_data(as_text=True)
    kept = {name: text for name, text in (FIELDS | given).items() if name != "level"}
    assert all(f'name="{name}" type="text" value="{text}"' in shown for name, text in kept.items())
    assert accounts(empty) == {}


def test_a_code_is_good_once_and_whoever_comes_second_is_told(empty: Flask) -> None:
    first, second, good = browser(empty), browser(empty), code(empty)
    assert fill(first, code=good).status_code == 200
    answer = fill(second, code=good, name="Xã Thử")
    assert answer.status_code == 409
    assert "Bộ phận đã được mở" in words(answer)
    assert len(accounts(empty)) == 3


def test_guessing_has_to_wait_and_the_right_code_waits_with_it(empty: Flask) -> None:
    client, good = browser(empty), code(empty)
    for _ in range(10):
        assert "không khớp" in words(fill(client, code="HK7M-4P9-XT3"))
    assert "tạm dừng" in words(fill(client, code=good))
    empty.extensions["motcua"].effects.advance(minutes=6)
    assert fill(client, code=good).status_code == 200


def test_the_code_is_kept_as_a_hash_only_and_a_day_at_most(empty: Flask) -> None:
    old = code(empty)
    empty.extensions["motcua"].effects.advance(days=1)
    new = code(empty)
    with transaction(empty.extensions["motcua"].engine) as connection:
        (kept,) = connection.execute(select(FirstRunCodeRow.digest)).scalars()
    assert new.replace("-", "") not in kept.upper()
    client = browser(empty)
    assert "không khớp" in words(fill(client, code=old))
    assert fill(client, code=new).status_code == 200


def test_of_two_who_finish_at_once_one_opens_it_and_the_other_is_told(empty: Flask) -> None:
    answers: list[int] = []
    clients = [browser(empty) for _ in range(3)]
    for client in clients:
        client.holds_to_refusals = False  # what is written meanwhile is the other's

    def finish(client: Browser, good: str) -> None:
        answers.append(fill(client, code=good).status_code)

    at_once(*(partial(finish, each, code(empty)) for each in clients))
    assert sorted(answers) == [200, 409, 409]
    assert len(accounts(empty)) == 3


def test_init_needs_no_page_and_leaves_no_code_behind(empty: Flask) -> None:
    good, parts = code(empty), empty.extensions["motcua"]
    with transaction(parts.engine) as connection:
        assert service.plant_administrator(connection, parts.effects)
    with transaction(parts.engine) as connection:
        assert service.plant_administrator(connection, parts.effects) is None
        assert service.new_code(connection, parts.effects, "k" * 64) == ""
    client = browser(empty)
    assert client.get("/dang-nhap").status_code == 200
    assert fill(client, code=good).status_code == 409


def test_testers_reach_their_worlds_in_an_office_without_people(empty: Flask) -> None:
    parts = empty.extensions["motcua"]
    token = {"tester_api": True, "tester_token": "tester-token-for-tests"}
    settings = parts.settings.model_copy(update=token)
    empty.extensions["motcua"] = type(parts)(settings, parts.effects, parts.engine)
    client = empty.test_client()
    bearer = {"Authorization": "Bearer tester-token-for-tests"}
    assert client.get("/_sim/api/v1/scenarios", headers=bearer).status_code == 200
    assert client.get("/").location == PAGE
