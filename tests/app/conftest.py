"""The app over a fresh database, with a clock that stands still."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from flask import Flask

from tests.app.browsing import Browser
from tests.app.databases import (
    copy_template,
    drop_databases,
    empty_database,
    forbid_unannounced_writes,
    make_template,
    quickly_hashed,
)
from tests.app.effects import FixedEffects
from tests.app.office import Office
from tests.app.overheard import Overheard
from web.app import create_app
from web.shell.config import Settings
from web.shell.database import db
from web.shell.runtime import Runtime, init_app
from web.testers import limits


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("databases")


@pytest.fixture(scope="session")
def template(databases: Path) -> Iterator[str]:
    with quickly_hashed():
        made = make_template(databases)
    yield made
    drop_databases()


@pytest.fixture
def settings(template: str, databases: Path, tmp_path: Path) -> Settings:
    with quickly_hashed():
        url = copy_template(template, databases)
    return Settings(
        data=tmp_path,
        database_url=url,
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
def app(
    settings: Settings, effects: FixedEffects, request: pytest.FixtureRequest
) -> Iterator[Flask]:
    """The app over this test's own database; what knows no settings is made once a worker.

    A file of tests that change the app itself says ``OWN_APP = True``.
    """
    own = getattr(request.module, "OWN_APP", False)
    made = _made(settings.database_url) if own else _made_once(settings.database_url)
    made.extensions.pop(limits.KEY, None)  # the calls that the test before made
    with made.app_context():
        engine = db.engine
    init_app(made, Runtime(settings, effects, engine))
    yield made
    engine.dispose()


@cache
def _made_once(url: str) -> Flask:
    """Addresses and templates take a fifth of a second to prepare."""
    return _made(url)


def _made(url: str) -> Flask:
    first = Settings(
        data=Path("nowhere"),
        database_url=url,
        host="127.0.0.1",
        port=8000,
        base_url="http://localhost:8000",
        secret_key="k" * 64,
    )
    app = create_app(first)
    app.testing = False  # errors become the pages people see
    app.test_client_class = Browser
    with app.app_context():
        forbid_unannounced_writes(db.engine)
    return app


@pytest.fixture
def runtime(app: Flask) -> Runtime:
    runtime: Runtime = app.extensions["motcua"]
    return runtime


@pytest.fixture
def client(app: Flask) -> Browser:
    client = app.test_client()
    assert isinstance(client, Browser)
    return client


@pytest.fixture
def office(app: Flask, effects: FixedEffects) -> Office:
    return Office(app, effects)


@pytest.fixture
def overheard(client: Browser, monkeypatch: pytest.MonkeyPatch) -> Overheard:
    heard = Overheard()
    whole = client.open
    monkeypatch.setattr(client, "open", lambda *a, **k: heard.keep(whole(*a, **k)))
    return heard
