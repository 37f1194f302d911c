"""What a request may ask the running app for: settings, effects and the database engine."""

from dataclasses import dataclass

from flask import Flask, current_app
from sqlalchemy import Engine

from web.shell.config import Settings
from web.shell.effects import Effects

_KEY = "motcua"


@dataclass(frozen=True, slots=True)
class Shell:
    """The three things that are set up once per process."""

    settings: Settings
    effects: Effects
    engine: Engine


def init_app(app: Flask, shell: Shell) -> None:
    """Give ``app`` its shell."""
    app.extensions[_KEY] = shell


def shell() -> Shell:
    """The shell of the app that answers this request."""
    found: Shell = current_app.extensions[_KEY]
    return found
