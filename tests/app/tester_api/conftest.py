"""Two testers with a token each."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from tests.app.browsing import Browser
from tests.app.effects import FixedEffects
from tests.app.tester_api.driving import ANOTHER_TOKEN, TOKEN, Driver
from web.app import create_app
from web.shell.config import Settings


@pytest.fixture
def settings(settings: Settings) -> Settings:
    tokens = f"{TOKEN}, {ANOTHER_TOKEN}"
    return settings.model_copy(update={"tester_token": tokens, "tester_rate": 100_000})


@pytest.fixture
def tester(app: Flask) -> Driver:
    return Driver(app)


@pytest.fixture
def stranger(app: Flask) -> Driver:
    return Driver(app, ANOTHER_TOKEN)


@pytest.fixture
def app_with(settings: Settings, effects: FixedEffects) -> Iterator[Callable[..., Flask]]:
    """Makes another app over the same database, with some settings changed."""
    apps: list[Flask] = []

    def make(**changes: Any) -> Flask:
        app = create_app(settings.model_copy(update=changes), effects)
        app.test_client_class = Browser
        apps.append(app)
        return app

    yield make
    for app in apps:
        app.extensions["motcua"].engine.dispose()
