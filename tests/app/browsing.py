"""A client that browses like a person: every page is swept, every form carries its token."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.app.refusals import begin_to_watch, hold_to_refusal
from tests.app.sweep import sweep
from web.shell.people import Role

PASSWORD = "motcua-demo-1"
SIGNED_IN_AS = {
    Role.CLERK: "canbo1",
    Role.TRAINER: "giangvien",
    Role.DESK_HEAD: "truongbophan",
    Role.SUPERVISOR: "giamsat",
    Role.ADMINISTRATOR: "quantri",
}
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Browser(FlaskClient):
    """Flask's client, with the sweep and ``send``."""

    token = ""
    holds_to_refusals = True

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        begin_to_watch()
        response = super().open(*args, **kwargs)
        if self.holds_to_refusals:
            hold_to_refusal(response)
        if response.mimetype == "text/html" and response.data and not response.location:
            sweep(response, fragment=response.request.headers.get("HX-Request") == "true")
            found = _TOKEN.search(response.get_data(as_text=True))
            self.token = found[1] if found else self.token
        return response

    def send(
        self, path: str, fields: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> TestResponse:
        """POST a form with the token of the page seen last."""
        return self.post(path, data={"csrf_token": self.token, **(fields or {})}, **kwargs)


def sign_in(client: Browser, username: str, password: str = PASSWORD) -> TestResponse:
    """Sign in through the real form, and arrive at the home page."""
    client.get("/dang-nhap")
    answer = client.send("/dang-nhap", {"username": username, "password": password})
    assert answer.status_code == 303, answer.get_data(as_text=True)
    return client.get(answer.location, follow_redirects=True)


@contextmanager
def unchanged(client: Browser, *pages: str) -> Iterator[None]:
    """These pages say afterwards what they said before."""
    before = [words(client.get(page)) for page in pages]
    yield
    assert [words(client.get(page)) for page in pages] == before


def words(response: TestResponse) -> str:
    """The page's text without marks, spaces collapsed."""
    return " ".join(re.sub(r"<[^>]*>", " ", response.get_data(as_text=True)).split())
