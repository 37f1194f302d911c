"""Until the office is open, every address leads to the page that opens it."""

from flask import Flask, current_app, request, url_for
from flask.typing import ResponseReturnValue

from web.office.first_run import store
from web.shell.access import Gate, access_of
from web.shell.database import db, transaction
from web.shell.htmx import see_other
from web.shell.runtime import runtime

_IS_OPEN = "motcua.is_open"
_ALWAYS = frozenset(
    {"home.alive", "home.ready", "assets.asset", "first_run.ask", "first_run.open_now"}
)
_TESTERS = frozenset({Gate.BEARER, Gate.CAPABILITY, Gate.CLERKS_SIDE})


def init_app(app: Flask) -> None:
    """Ask before every gate; once open, an office stays so and is asked no more."""
    app.extensions[_IS_OPEN] = False
    app.before_request(_lead_to_first_run)


def is_open() -> bool:
    """Whether the office has people."""
    if not current_app.extensions[_IS_OPEN]:
        with transaction(db.engine, writes=False) as connection:
            current_app.extensions[_IS_OPEN] = store.has_people(connection)
    return bool(current_app.extensions[_IS_OPEN])


def _lead_to_first_run() -> ResponseReturnValue | None:
    if request.endpoint in _ALWAYS or is_open() or _is_a_testers():
        return None
    return see_other(url_for("first_run.ask"))


def _is_a_testers() -> bool:
    """A simulator without people serves those who come with a token; their worlds need no unit."""
    is_on, endpoint = runtime().settings.tester_api, request.endpoint
    return is_on and endpoint is not None and access_of(endpoint).gate in _TESTERS
