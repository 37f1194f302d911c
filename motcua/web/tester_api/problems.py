"""Every refusal of the API: ``application/problem+json`` (RFC 9457) with a plain sentence."""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from flask import Response
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from motcua.web.errors import drain, status_of

MEDIA = "application/problem+json"
_PASSED_ON = frozenset({"Allow", "Retry-After", "WWW-Authenticate"})

_DETAILS = {
    404: "Nothing is here. The list of calls is at /_sim/api/v1/.",
    405: "This address does not take that method; the Allow header says which it takes.",
    413: "The body is larger than this call takes.",
    500: "The server made a mistake and nothing of this call was kept. Please report it.",
    503: "The server cannot write just now and nothing of this call was kept. Try again soon.",
}


class ApiError(HTTPException):
    """A call that was refused; ``errors`` are (field, sentence) pairs."""

    def __init__(
        self,
        status: int,
        detail: str,
        errors: Sequence[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.code = status
        self.errors = tuple(errors)
        self.more_headers = dict(headers or {})


def answer(error: HTTPException) -> Response | HTTPException:
    """The problem document for any error below the API's prefix."""
    if error.code is None or error.code < 400:
        return error  # a redirect of the router
    status = status_of(error)
    if status == 413:
        drain()
    response = Response(json.dumps(_body(error, status)), status, mimetype=MEDIA)
    headers = [*error.get_headers(), *getattr(error, "more_headers", {}).items()]
    response.headers.extend((name, text) for name, text in headers if name in _PASSED_ON)
    return response


def _body(error: HTTPException, status: int) -> dict[str, object]:
    body: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": _detail(error, status),
    }
    errors = getattr(error, "errors", ())
    if errors:
        body["errors"] = [{"field": field, "says": says} for field, says in errors]
    return body


def _detail(error: HTTPException, status: int) -> str:
    if isinstance(error, ApiError):
        return error.description or ""
    return _DETAILS.get(status, "The call cannot be understood.")


def invalid(error: ValidationError, place: str) -> ApiError:
    """What pydantic found, field by field; the values themselves are never repeated."""
    found = error.errors(include_input=False)
    errors = [(_field(item["loc"]), _says(item["type"], item["msg"])) for item in found]
    named = "; ".join(f"{field}: {says}" if field else says for field, says in errors)
    return ApiError(400, f"The {place} cannot be used. {named}.", errors)


def _says(kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return "unknown field"
    return message.removeprefix("Value error, ")


def _field(location: Sequence[int | str]) -> str:
    return ".".join(map(str, location))
