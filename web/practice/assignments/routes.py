"""What is asked of me; those who teach come to what they have asked."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.practice.assignments import service
from web.practice.runs.runs import PRACTISING
from web.practice.scenarios import library
from web.shell.access import Role, current_person, who_may
from web.shell.database import db
from web.shell.htmx import page

blueprint = Blueprint("assignments", __name__, url_prefix="/bai-giao")

ASSIGNERS = (Role.TRAINER, Role.DESK_HEAD)


@blueprint.get("")
@who_may(*PRACTISING)
def home() -> ResponseReturnValue:
    """My assignments; for those who give them, the unit's as well."""
    person = current_person()
    may_assign = person.role in ASSIGNERS
    return page(
        "assignments/home.html",
        mine=service.mine(db.connection, person.id),
        unit=service.of_unit(db.connection, person.unit_id) if may_assign else [],
        may_assign=may_assign,
        catalogue=library.offered(db.connection, person.unit_id),
        titles=library.titles(db.connection, person.unit_id),
    )
