"""Calls to the tester API over HTTP, with nothing but the standard library."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from threading import Event
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import OpenerDirector, ProxyHandler, Request, build_opener

from motcua.testkit.errors import RefusedError, UnreachableError

PREFIX = "/_sim/api/v1"
_TOO_FAST = frozenset({429, 503})
_TRIES = 30


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: status, headers in small letters and body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def data(self) -> Any:
        """The body as JSON; None when it is empty."""
        return json.loads(self.body) if self.body else None


def direct_opener(*handlers: Any) -> OpenerDirector:
    """An opener that asks no proxy: a simulator is on this machine or a neighbour of it."""
    return build_opener(ProxyHandler({}), *handlers)


class Transport:
    """The tester API at one address, with one token."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url.rstrip("/")
        self._token = token
        self._opener = direct_opener()

    def get(self, path: str, query: Mapping[str, object] | None = None) -> Answer:
        """Read; query values that are None are left out."""
        return self.call("GET", path, query=query)

    def post(self, path: str, body: Mapping[str, object] | None = None) -> Answer:
        """Send a JSON object; values that are None are left out."""
        return self.call("POST", path, body=body or {})

    def delete(self, path: str) -> Answer:
        """Take away."""
        return self.call("DELETE", path)

    def call(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
    ) -> Answer:
        """One call, made again as the simulator asks when calls come too fast.

        Raises:
            RefusedError: the simulator answered with a problem.
            UnreachableError: nobody answered.
        """
        request = self._request(method, path, query, body)
        for _ in range(_TRIES):
            answer = self._send(request)
            if answer.status not in _TOO_FAST or "retry-after" not in answer.headers:
                break
            pause(answer)
        if answer.status >= 400:
            raise _refusal(answer)
        return answer

    def _request(
        self,
        method: str,
        path: str,
        query: Mapping[str, object] | None,
        body: Mapping[str, object] | None,
    ) -> Request:
        query_string = urlencode(_without_none(query or {}))
        address = f"{self.url}{PREFIX}{path}{'?' if query_string else ''}{query_string}"
        data = None if body is None else json.dumps(_without_none(body)).encode()
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        return Request(address, data, headers, method=method)  # noqa: S310  # the tester's own address

    def _send(self, request: Request) -> Answer:
        try:
            with self._opener.open(request, timeout=60) as response:
                return _answer(response)
        except HTTPError as error:
            with error:
                return _answer(error)
        except (URLError, HTTPException, OSError) as error:
            raise UnreachableError(f"No simulator answers at {self.url}: {error}") from error


def pause(answer: Answer) -> None:
    """Wait as long as the answer's ``Retry-After`` asks for."""
    Event().wait(float(answer.headers["retry-after"]))


def _without_none(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}


def _answer(response: Any) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(response.status, headers, response.read())


def _refusal(answer: Answer) -> RefusedError:
    try:
        problem = json.loads(answer.body)
        problems = problem.get("errors", ())
        errors = [(error["field"], error["says"]) for error in problems]
        rules = [error["rule"] for error in problems if error.get("rule")]
        return RefusedError(answer.status, problem["title"], problem["detail"], errors, rules)
    except (ValueError, KeyError, TypeError):
        says = "this address is not that of a simulator's tester API, or the API is switched off"
        return RefusedError(answer.status, "No problem document", says)
