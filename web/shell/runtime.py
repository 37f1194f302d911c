"""What a request may ask the running app for: settings, effects and the database engine."""

from dataclasses import dataclass

from flask import Flask, current_app
from sqlalchemy import Engine

from web.shell.config import Settings
from web.shell.effects import Effects

_KEY = "motcua"


@dataclass(frozen=True, slots=True)
class Runtime:
    """The three things that are set up once per process."""

    settings: Settings
    effects: Effects
    engine: Engine


def init_app(app: Flask, parts: Runtime) -> None:
    """Give ``app`` what it runs with."""
    app.extensions[_KEY] = parts


def runtime() -> Runtime:
    """That of the app that answers this request."""
    found: Runtime = current_app.extensions[_KEY]
    return found
