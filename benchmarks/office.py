"""An office to measure in: a real database file, a clerk at a desk, requests made by hand."""

from collections.abc import Callable
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from flask import Flask, session
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import generate_csrf
from werkzeug.test import EnvironBuilder, run_wsgi_app

from tests.app.at_the_desk import Clerk, clerk_at_desk
from tests.app.browsing import Browser
from tests.app.databases import copy_template, make_template
from web.app import create_app
from web.shell.config import Settings
from web.shell.runtime import Runtime

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


class BenchOffice:
    """The app over a scratch database, and ``clerk`` with a form before them."""

    def __init__(self, rooms: ExitStack) -> None:
        folder = Path(rooms.enter_context(TemporaryDirectory()))
        url = copy_template(make_template(folder), folder)
        self.settings = Settings(
            data=folder,
            database_url=url,
            host="127.0.0.1",
            port=0,
            base_url="http://localhost",
            secret_key="k" * 64,
            tester_api=True,
            tester_token="t" * 32,
        )
        self.app: Flask = create_app(self.settings)
        self.app.test_client_class = Browser
        self.client = self.app.test_client()
        if not isinstance(self.client, Browser):
            raise TypeError("the app must hand out the tests' browser")
        self.clerk: Clerk = clerk_at_desk(self.client, self.app)
        rooms.callback(self.runtime.engine.dispose)

    @property
    def runtime(self) -> Runtime:
        """The app's engine and effects."""
        runtime: Runtime = self.app.extensions["motcua"]
        return runtime

    @property
    def cookies(self) -> str:
        """The clerk's cookies as a header."""
        jar = self.client._cookies or {}  # the test client shows them nowhere else
        return "; ".join(f"{cookie.key}={cookie.value}" for cookie in jar.values())


def asks(
    app: "WSGIApplication", path: str, cookies: str = "", status: str = "200"
) -> Callable[[], bytes]:
    """A GET as the server would make it, without a client's own cost."""
    headers = [("Cookie", cookies)] if cookies else []
    environ = EnvironBuilder(path, "http://localhost", headers=headers).get_environ()

    def ask() -> bytes:
        content, answered, _ = run_wsgi_app(app, {**environ, "wsgi.input": BytesIO()})
        body = b"".join(content)
        if not answered.startswith(status):
            raise RuntimeError(f"{path} answered {answered}")
        return body

    return ask


def browser_of(app: Flask, token: str = "") -> tuple[str, str]:
    """The cookie of a browser, signed in with that session token, and a form token for it."""
    with app.app_context(), app.test_request_context():  # its own g: a form token is kept there
        if token:
            session["_user_id"] = token
        form = generate_csrf()
        signer = SecureCookieSessionInterface().get_signing_serializer(app)
        if signer is None:
            raise TypeError("the app has no secret key")
        return f"{app.config['SESSION_COOKIE_NAME']}={signer.dumps(dict(session))}", form


def hello() -> Flask:
    """The ceiling: the least that Flask can do."""
    app = Flask("hello")
    app.add_url_rule("/", view_func=lambda: "hello")
    return app
