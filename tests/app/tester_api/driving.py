"""Somebody who drives worlds by program, and the pages those worlds open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from tests.app.at_the_desk import Clerk, runtime_of
from tests.app.browsing import Browser
from web.shell.database import transaction
from web.worlds import store

PREFIX = "/_sim/api/v1"
TOKEN, ANOTHER_TOKEN = "tester-token-for-tests", "tester-token-of-another"
MORNING = "2022-06-15T01:00:00Z"  # 08:00 in Viet Nam


@dataclass
class Driver:
    """A tester with a token."""

    app: Flask
    token: str = TOKEN

    def call(
        self,
        method: str,
        path: str,
        body: object = None,
        query: Mapping[str, object] | None = None,
        **more: Any,
    ) -> TestResponse:
        if body is not None:
            more["json"] = body
        if query:
            more["query_string"] = {name: str(value) for name, value in query.items()}
        headers = {"Authorization": f"Bearer {self.token}", **more.pop("headers", {})}
        return self.app.test_client().open(PREFIX + path, method=method, headers=headers, **more)

    def get(self, path: str, **query: object) -> Any:
        answer = self.call("GET", path, query=query)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return answer.json

    def post(self, path: str, body: object = None) -> Any:
        answer = self.call("POST", path, body)
        assert answer.status_code in {200, 201}, answer.get_data(as_text=True)
        return answer.json

    def delete(self, path: str) -> Any:
        answer = self.call("DELETE", path)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return answer.json

    def world(self, **wish: Any) -> Any:
        """A smooth scenario at a frozen time, but for what is given."""
        plain = {
            "scenario": "tk-01-thuan-loi",
            "seed": 7,
            "clock": {"mode": "frozen", "now": MORNING},
            "citizen": "plain",
        }
        return self.post("/worlds", {**plain, **wish})

    def serving(self, world: Mapping[str, Any]) -> Clerk:
        """A browser without an account that came in by the world's link."""
        browser = self.app.test_client()
        assert isinstance(browser, Browser)
        assert browser.get(world["urls"]["desk"]).status_code == 303
        with self.app.app_context(), transaction(runtime_of(self.app).engine) as connection:
            record = store.find(connection, world["id"])
        assert record
        return Clerk(browser, self.app, record)
