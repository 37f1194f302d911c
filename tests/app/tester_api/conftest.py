"""Two testers with a token each."""

from dataclasses import replace

import pytest
from flask import Flask

from motcua.web.config import Settings
from tests.app.tester_api.driving import ANOTHER_TOKEN, TOKEN, Driver


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, tester_token=f"{TOKEN}, {ANOTHER_TOKEN}", tester_rate=100_000)


@pytest.fixture
def tester(app: Flask) -> Driver:
    return Driver(app)


@pytest.fixture
def stranger(app: Flask) -> Driver:
    return Driver(app, ANOTHER_TOKEN)
