"""The end of a visit, as the citizen's side sees it: said plainly, with nothing to press."""

from flask import Response, request

from web.desk.citizen_side.visits import Side
from web.shell.htmx import page, see_other


def show(side: Side, status: int = 200) -> Response:
    """Any screen once the visit is over; it follows nothing any more."""
    if "co" in request.args:
        return see_other(request.path)
    return page("citizen_side/closed.html", side=side, status=status)
