"""Home, and the two addresses that machines ask whether the app is well."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from web.office.home.next_steps import next_steps
from web.roster.duty import alarm
from web.roster.planning.actor import EDITORS, current_actor
from web.shell.access import current_person, public, signed_in, slips_too
from web.shell.database import db
from web.shell.htmx import page, see_other
from web.shell.readiness import why_not_ready
from web.shell.runtime import runtime

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@slips_too
@signed_in
def home() -> ResponseReturnValue:
    """Who I am here and what to do next; whoever came in by slip has their class to do."""
    person = current_person()
    if person.slip:
        return see_other(url_for("taking_part.tasks", class_id=person.slip.class_id))
    leads = person.role in EDITORS
    return page(
        "home/home.html",
        steps=next_steps(person, db.connection),
        alarm=alarm.now(db.connection, current_actor()) if leads else None,
    )


@blueprint.get("/livez")
@public
def alive() -> ResponseReturnValue:
    """The process answers."""
    return {"status": "ok"}


@blueprint.get("/readyz")
@public
def ready() -> ResponseReturnValue:
    """A step would be kept; else 503 and why not."""
    reason = why_not_ready(runtime().engine)
    return ({"status": "unavailable", "reason": reason}, 503) if reason else {"status": "ok"}
