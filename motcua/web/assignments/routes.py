"""What is asked of me; those who teach come to what they have asked."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from motcua.web.access import Role, current_person, who_may
from motcua.web.assignments import service
from motcua.web.database import db
from motcua.web.htmx import page
from motcua.web.practice.runs import PRACTISING
from motcua.web.scenarios import library

blueprint = Blueprint("assignments", __name__, url_prefix="/bai-giao")

GIVING = (Role.TRAINER, Role.DESK_HEAD)


@blueprint.get("")
@who_may(*PRACTISING)
def home() -> ResponseReturnValue:
    """My assignments; for those who give them, the unit's as well."""
    person = current_person()
    gives = person.role in GIVING
    return page(
        "assignments/home.html",
        mine=service.mine(db(), person.id),
        unit=service.of_unit(db(), person.unit_id) if gives else [],
        gives=gives,
        catalogue=library.offered(db(), person.unit_id),
        titles=library.titles(db(), person.unit_id),
    )
