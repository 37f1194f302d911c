"""Inside the portal: only after signing in there, and back to where one was."""

import re

from flask import Response, abort, redirect, request

from web.desk.clerk_side.visits import Visit, open_visit
from web.shell.htmx import page

_PLACE = re.compile(r"tai-khoan(?:/[0-9]{1,4})?")


def signed_in_visit(world_id: str) -> Visit:
    """The visit, for a page of the portal; goes to the portal's sign-in first if need be."""
    visit = open_visit(world_id)
    if not visit.world.portal.signed_in:
        place = request.path.removeprefix(f"{visit.portal}/")
        abort(redirect(f"{visit.portal}/dang-nhap?ve={safe_place(place)}", 303))
    return visit


def safe_place(text: str) -> str:
    """The place inside the portal to go on at; "" (its home) for anything else."""
    return text if _PLACE.fullmatch(text) else ""


def stop_page(visit: Visit, says: str) -> Response:
    """409: a step that cannot be taken from here, and what to do instead (S4-30)."""
    return page("clerk_side/portal/stop.html", visit=visit, says=says, status=409)
