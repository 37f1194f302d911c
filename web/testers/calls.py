"""One call of the API: declared once, read and answered alike, and listed for the document.

::

    @call("POST", "/worlds", body=NewWorld, response=World, status=201)
    def create_world(body: NewWorld) -> World:
        '''Make a world.'''
"""

from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from inspect import cleandoc
from typing import Any, TypeVar

from flask import Response, request
from pydantic import BaseModel, ValidationError

from web.shell.access import bearer
from web.testers import gate
from web.testers.blueprint import blueprint
from web.testers.problems import ApiError, invalid
from web.testers.shapes.base import Shape

JSON = "application/json"
_SMALL = 64 * 1024
View = TypeVar("View", bound=Callable[..., Any])


class Nothing(Shape):
    """A call without anything to choose."""


@dataclass(frozen=True, slots=True)
class Call:
    """One line of the API.

    ``body`` and ``query`` are what it takes, ``response`` the answer in JSON (None: another
    ``media``, or nothing at all). ``other_statuses`` are further good answers by status.
    ``max_body`` is the body's limit in bytes.
    """

    method: str
    path: str
    name: str
    docs: str
    body: type[BaseModel] | None = None
    query: type[Shape] = Nothing
    response: type[Shape] | None = None
    status: int = 200
    media: tuple[str, ...] = (JSON,)
    other_statuses: Mapping[int, str] = field(default_factory=dict)
    max_body: int = _SMALL
    public: bool = False

    @property
    def summary(self) -> str:
        """What it does, in one line."""
        return self._words[0]

    @property
    def details(self) -> str:
        """What else there is to know, in one paragraph."""
        return " ".join(self._words[2].split())

    @property
    def _words(self) -> tuple[str, str, str]:
        docs = cleandoc(self.docs).partition("\n\nRaises:")[0]  # that is for our own readers
        return docs.partition("\n\n")


_CALLS: list[Call] = []


def calls() -> list[Call]:
    """Every call there is, those about worlds first, then by address."""
    return sorted(_CALLS, key=lambda one: (not one.path.startswith("/worlds"), one.path))


def call(method: str, path: str, **options: Any) -> Callable[[View], View]:
    """Declare a call; ``options`` are those of ``Call``.

    Its docstring goes into the document, up to ``Raises:``.
    """

    def register(view: View) -> View:
        spec = Call(method, path, view.__name__, view.__doc__ or "", **options)
        _CALLS.append(spec)
        handler = bearer(_handler(spec, view))
        blueprint.add_url_rule(
            path, view.__name__, handler, methods=[method], provide_automatic_options=False
        )
        return view

    return register


def _handler(spec: Call, view: Callable[..., Any]) -> Callable[..., Response]:
    @wraps(view)
    def _view(**path: Any) -> Response:
        gate.check_switch()
        if not spec.public:
            gate.check_token()
        query = _query(spec.query)
        if spec.query is not Nothing:
            path["query"] = query
        if spec.body:
            path["body"] = _body(spec.body, spec.max_body)
        return _to_response(view(**path), spec.status)

    return _view


def _query(shape: type[Shape]) -> Shape:
    several = [name for name, values in request.args.lists() if len(values) > 1]
    if several:
        raise ApiError(400, f"The query gives {several[0]} more than once.")
    try:
        return shape.model_validate(request.args.to_dict())
    except ValidationError as error:
        raise invalid(error, "query") from error


def _body(shape: type[BaseModel], max_body: int) -> BaseModel:
    request.max_content_length = max_body
    if request.mimetype != JSON:
        raise ApiError(415, f"The body must be JSON, with Content-Type: {JSON}.")
    try:
        return shape.model_validate_json(request.get_data().removeprefix(BOM_UTF8), strict=True)
    except ValidationError as error:
        raise invalid(error, "body") from error


def _to_response(result: Shape | Response, status: int) -> Response:
    if isinstance(result, Response):
        return result
    return Response(result.model_dump_json(), status, mimetype=JSON)
