"""Home, and the two addresses that machines ask whether the app is well."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from motcua.web.access import current_person, public, signed_in, slips_too
from motcua.web.database import db
from motcua.web.duty import alarm
from motcua.web.home import store
from motcua.web.home.next_steps import next_steps
from motcua.web.htmx import page, see_other
from motcua.web.roster.hand import EDITORS, hand

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
        steps=next_steps(person, db()),
        alarm=alarm.now(db(), hand()) if leads else None,
    )


@blueprint.get("/livez")
@public
def alive() -> ResponseReturnValue:
    """The process answers."""
    return {"status": "ok"}


@blueprint.get("/readyz")
@public
def ready() -> ResponseReturnValue:
    """The database answers too."""
    try:
        store.ask(db())
    except SQLAlchemyError:
        return {"status": "unavailable"}, 503
    return {"status": "ok"}
