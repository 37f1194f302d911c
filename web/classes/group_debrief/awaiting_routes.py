"""The runs that wait for a trainer's word."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.classes.group_debrief.awaiting import awaiting
from web.practice.run_log.scope import MARKERS
from web.shell.access import current_person, who_may
from web.shell.database import db
from web.shell.htmx import page

blueprint = Blueprint("awaiting", __name__, url_prefix="/nhin-lai")


@blueprint.get("/cho-loi")
@who_may(*MARKERS)
def waiting() -> ResponseReturnValue:
    """All of them."""
    found = awaiting(db.connection, current_person())
    return page("group_debrief/awaiting.html", waiting=found)
