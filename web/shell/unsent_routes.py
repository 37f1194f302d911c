"""Where an open page sends what is being typed, and where it is thrown away on request."""

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from web.shell.access import clerks_side, signed_in, slips_too
from web.shell.htmx import see_other
from web.shell.next_address import safe_next
from web.shell.unsent import forget_posted, keep_posted, owner_here

blueprint = Blueprint("unsent", __name__)


def _keep() -> Response:
    keep_posted(owner_here())
    return Response(status=204)


def _discard() -> Response:
    return see_other(safe_next(forget_posted()))


@blueprint.post("/chua-gui")
@slips_too
@signed_in
def keep() -> ResponseReturnValue:
    """Keep a form as it stands now; 204 whether or not there was something to keep."""
    return _keep()


@blueprint.post("/chua-gui/bo")
@slips_too
@signed_in
def discard() -> ResponseReturnValue:
    """Show the page as it was before anything was typed."""
    return _discard()


@blueprint.post("/ban/<world_id>/chua-gui")
@clerks_side
def keep_at_desk(world_id: str) -> ResponseReturnValue:  # noqa: ARG001  # the gate reads it
    """The same with a desk pass, which is shown at its world's addresses only."""
    return _keep()


@blueprint.post("/ban/<world_id>/chua-gui/bo")
@clerks_side
def discard_at_desk(world_id: str) -> ResponseReturnValue:  # noqa: ARG001  # the gate reads it
    """The same with a desk pass."""
    return _discard()
