"""Every refusal of the API: ``application/problem+json`` (RFC 9457) with a plain sentence."""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from flask import Response
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from werkzeug.exceptions import HTTPException

from sandbox.fidelity import sentence
from sandbox.refusal import Refusal
from web.shell.errors import drain, status_of

MEDIA = "application/problem+json"
_PARTS = ("field", "says", "rule")
_KEPT_HEADERS = frozenset({"Allow", "Retry-After", "WWW-Authenticate"})

_DETAILS = {
    404: "Nothing is here. The list of calls is at /_sim/api/v1/.",
    405: "This address does not take that method; the Allow header says which it takes.",
    413: "The body is larger than this call takes.",
    500: "The server made a mistake and nothing of this call was kept. Please report it.",
    503: "The server cannot write just now and nothing of this call was kept. Try again soon.",
}


class ApiError(HTTPException):
    """A call that was refused; ``errors`` are (field, sentence) pairs, or also name a rule."""

    def __init__(
        self,
        status: int,
        detail: str,
        errors: Sequence[tuple[str, ...]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.code = status
        self.errors = tuple(errors)
        self.extra_headers = dict(headers or {})


def answer(error: HTTPException) -> Response | HTTPException:
    """The problem document for any error below the API's prefix."""
    if error.code is None or error.code < 400:
        return error  # a redirect of the router
    status = status_of(error)
    if status == 413:
        drain()
    response = Response(json.dumps(_body(error, status)), status, mimetype=MEDIA)
    headers = [*error.get_headers(), *getattr(error, "extra_headers", {}).items()]
    response.headers.extend((name, text) for name, text in headers if name in _KEPT_HEADERS)
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
        body["errors"] = [dict(zip(_PARTS, error, strict=False)) for error in errors]
    return body


def _detail(error: HTTPException, status: int) -> str:
    if isinstance(error, ApiError):
        return error.description or ""
    return _DETAILS.get(status, "The call cannot be understood.")


def step_refused(refusal: Refusal) -> ApiError:
    """A step the world did not take, with every reason in the words of its screens."""
    errors = [(one.field, sentence(one), one.rule.value) for one in refusal.problems]
    sentences = " ".join(says for _, says, _ in errors)
    return ApiError(409, f"The step was not taken. {sentences}", errors)


def invalid(error: ValidationError, place: str) -> ApiError:
    """What pydantic found, field by field; the values themselves are never repeated."""
    found = error.errors(include_input=False)
    errors = [(_field(item["loc"]), _says(item)) for item in found]
    summary = "; ".join(f"{field}: {says}" if field else says for field, says in errors)
    return ApiError(400, f"The {place} cannot be used. {summary}.", errors)


def _says(item: ErrorDetails) -> str:
    if item["type"] == "extra_forbidden":
        return "unknown field"
    if item["type"] == "union_tag_invalid":
        return "{discriminator} must be one of {expected_tags}".format(**item["ctx"])
    return item["msg"].removeprefix("Value error, ")


def _field(location: Sequence[int | str]) -> str:
    return ".".join(map(str, location))
