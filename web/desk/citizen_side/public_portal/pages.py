"""A page of the public portal."""

from typing import Any

from flask import Response

from web.desk.citizen_side.pressing import Problems
from web.desk.citizen_side.public_portal.stage import Portal, Stage
from web.shell.forms import problem_errors
from web.shell.htmx import page


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
