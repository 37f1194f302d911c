"""Where the API lives, and what it says of addresses that are not there."""

from flask import Blueprint, Response, abort, current_app, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound

from web.shell.access import bearer
from web.testers import gate, problems

PREFIX = "/_sim/api/v1"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY")

blueprint = Blueprint("tester_api", __name__, url_prefix=PREFIX)
blueprint.register_error_handler(HTTPException, problems.answer)


@blueprint.route("/", defaults={"rest": ""}, methods=[*METHODS[2:], "OPTIONS"])
@blueprint.route("/<path:rest>", methods=[*METHODS, "OPTIONS"])
@bearer
def nowhere(rest: str) -> ResponseReturnValue:  # noqa: ARG001  # it only makes every path match
    """What another method would find here: told to OPTIONS, 405 to the rest; else 404."""
    gate.check_switch()
    allowed = [method for method in METHODS if _is_taken(method)]
    if not allowed:
        abort(404)
    if request.method == "OPTIONS":
        return Response(status=204, headers={"Allow": ", ".join([*allowed, "OPTIONS"])})
    raise MethodNotAllowed(valid_methods=allowed)


def _is_taken(method: str) -> bool:
    adapter = current_app.create_url_adapter(request)
    try:
        endpoint = adapter.match(method=method)[0] if adapter else ""
    except (MethodNotAllowed, NotFound):
        return False
    return endpoint != "tester_api.nowhere"
