"""Home, and the two addresses that machines ask whether the app is well."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from motcua.web.access import current_person, public, signed_in
from motcua.web.database import db
from motcua.web.home import store
from motcua.web.home.next_steps import next_steps
from motcua.web.htmx import page

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@signed_in
def home() -> ResponseReturnValue:
    """Who I am here and what to do next."""
    return page("home/home.html", steps=next_steps(current_person(), db()))


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
