"""The app over a fresh database, with a clock that stands still."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from motcua.web.app import create_app
from motcua.web.config import Settings
from motcua.web.shell import Shell
from tests.app.browsing import Browser
from tests.app.databases import copy_template, drop_databases, empty_database, make_template
from tests.app.effects import FixedEffects
from tests.app.office import Office


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield make_template(tmp_path_factory.mktemp("template"))
    drop_databases()


@pytest.fixture
def settings(template: str, tmp_path: Path) -> Settings:
    return Settings(
        data=tmp_path,
        database_url=copy_template(template, tmp_path),
        host="127.0.0.1",
        port=8000,
        base_url="http://localhost:8000",
        secret_key="k" * 64,
        tester_api=True,
        tester_token="tester-token-for-tests",
    )


@pytest.fixture
def empty_url(tmp_path: Path) -> str:
    return empty_database(tmp_path)


@pytest.fixture
def effects() -> FixedEffects:
    return FixedEffects()


@pytest.fixture
def app(settings: Settings, effects: FixedEffects) -> Iterator[Flask]:
    app = create_app(settings, effects)
    app.testing = False  # errors become the pages people see
    app.test_client_class = Browser
    yield app
    app.extensions["motcua"].engine.dispose()


@pytest.fixture
def shell(app: Flask) -> Shell:
    shell: Shell = app.extensions["motcua"]
    return shell


@pytest.fixture
def client(app: Flask) -> Browser:
    client = app.test_client()
    assert isinstance(client, Browser)
    return client


@pytest.fixture
def office(app: Flask, effects: FixedEffects) -> Office:
    return Office(app, effects)
