"""A page of the public portal."""

from typing import Any

from flask import Response

from motcua.web.citizen_side.pressing import Problems
from motcua.web.citizen_side.public_portal.stage import Portal, Stage
from motcua.web.forms import problem_errors
from motcua.web.htmx import page


def portal_page(name: str, portal: Portal, problems: Problems = (), **context: Any) -> Response:
    """``public/<name>.html``, 422 with what was wrong; a closed visit's portal only says so."""
    if portal.stage is Stage.CLOSED:
        name, context = "closed", {}
    return page(
        f"citizen_side/public/{name}.html",
        status=422 if problems else 200,
        portal=portal,
        side=portal.side,
        followed=portal.followed,
        errors=problem_errors(problems),
        **context,
    )
