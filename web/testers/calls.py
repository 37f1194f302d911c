"""One call of the API: declared once, read and answered alike, and listed for the document.

::

    @call("POST", "/worlds", takes=NewWorld, gives=World, status=201)
    def create_world(body: NewWorld) -> World:
        '''Make a world.'''
"""

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

    ``takes`` is the body, ``asks`` the query, ``gives`` the answer in JSON (None: another
    ``media``, or nothing at all). ``otherwise`` are further good answers by status.
    ``largest`` is the body's limit in bytes.
    """

    method: str
    path: str
    name: str
    docs: str
    takes: type[BaseModel] | None = None
    asks: type[Shape] = Nothing
    gives: type[Shape] | None = None
    status: int = 200
    media: tuple[str, ...] = (JSON,)
    otherwise: Mapping[int, str] = field(default_factory=dict)
    largest: int = _SMALL
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
        return cleandoc(self.docs).partition("\n\n")


_CALLS: list[Call] = []


def calls() -> list[Call]:
    """Every call there is, those about worlds first, then by address."""
    return sorted(_CALLS, key=lambda one: (not one.path.startswith("/worlds"), one.path))


def call(method: str, path: str, **options: Any) -> Callable[[View], View]:
    """Declare a call; ``options`` are those of ``Call``. Its docstring goes into the document."""

    def register(view: View) -> View:
        made = Call(method, path, view.__name__, view.__doc__ or "", **options)
        _CALLS.append(made)
        answer = bearer(_answering(made, view))
        blueprint.add_url_rule(
            path, view.__name__, answer, methods=[method], provide_automatic_options=False
        )
        return view

    return register


def _answering(made: Call, view: Callable[..., Any]) -> Callable[..., Response]:
    @wraps(view)
    def answer(**path: Any) -> Response:
        gate.check_switch()
        if not made.public:
            gate.check_token()
        given = _query(made.asks)
        if made.asks is not Nothing:
            path["query"] = given
        if made.takes:
            path["body"] = _body(made.takes, made.largest)
        return _shown(view(**path), made.status)

    return answer


def _query(shape: type[Shape]) -> Shape:
    several = [name for name, values in request.args.lists() if len(values) > 1]
    if several:
        raise ApiError(400, f"The query gives {several[0]} more than once.")
    try:
        return shape.model_validate(request.args.to_dict())
    except ValidationError as error:
        raise invalid(error, "query") from error


def _body(shape: type[BaseModel], largest: int) -> BaseModel:
    request.max_content_length = largest
    if request.mimetype != JSON:
        raise ApiError(415, f"The body must be JSON, with Content-Type: {JSON}.")
    try:
        return shape.model_validate_json(request.get_data(), strict=True)
    except ValidationError as error:
        raise invalid(error, "body") from error


def _shown(given: Shape | Response, status: int) -> Response:
    if isinstance(given, Response):
        return given
    return Response(given.model_dump_json(), status, mimetype=JSON)
