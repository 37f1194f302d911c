"""Where the API lives, and what it says of addresses that are not there."""

from flask import Blueprint, abort, current_app, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound
from werkzeug.routing import MapAdapter

from motcua.web.access import bearer
from motcua.web.tester_api import gate, problems

PREFIX = "/_sim/api/v1"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY")

blueprint = Blueprint("tester_api", __name__, url_prefix=PREFIX)
blueprint.register_error_handler(HTTPException, problems.answer)


@blueprint.route("/<path:rest>", methods=METHODS, provide_automatic_options=False)
@blueprint.route("/", methods=METHODS[1:], defaults={"rest": ""}, provide_automatic_options=False)
@bearer
def nowhere(rest: str) -> ResponseReturnValue:  # noqa: ARG001  # it only makes every path match
    """405 where another method is taken, else 404."""
    gate.check_switch()
    adapter = current_app.create_url_adapter(request)
    allowed = [method for method in METHODS if adapter and _is_taken(adapter, method)]
    if allowed:
        raise MethodNotAllowed(valid_methods=allowed)
    abort(404)


def _is_taken(adapter: MapAdapter, method: str) -> bool:
    try:
        endpoint, _ = adapter.match(method=method)
    except (MethodNotAllowed, NotFound):
        return False
    return bool(endpoint != "tester_api.nowhere")
