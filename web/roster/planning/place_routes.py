"""Where people are on duty: the list, one venue, switching it off and on."""

from dataclasses import replace

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from rostering.sentences import DUTIES
from web.roster.planning import office_forms, office_store
from web.roster.planning.actor import EDITORS, READERS
from web.roster.planning.office_forms import PlaceForm
from web.roster.planning.records import Place
from web.roster.planning.sessions_chosen import OPTIONS
from web.shell.access import current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors, form_errors
from web.shell.htmx import page, see_other
from web.shell.runtime import runtime

blueprint = Blueprint("roster_places", __name__, url_prefix="/lich-truc/dia-diem")


@blueprint.get("")
@who_may(*READERS)
def places() -> ResponseReturnValue:
    """All of them."""
    return page("planning/places.html", places=_places(), duties=DUTIES)


@blueprint.get("/them")
@who_may(*EDITORS)
def new() -> ResponseReturnValue:
    """An empty form, open all week."""
    return _form(None, office_forms.usual_place(), Errors())


@blueprint.post("/them")
@who_may(*EDITORS)
def add() -> ResponseReturnValue:
    """Add it."""
    return _save(None)


@blueprint.get("/<venue_id>")
@who_may(*EDITORS)
def one(venue_id: str) -> ResponseReturnValue:
    """One venue, to be changed."""
    found = _found(venue_id)
    return _form(found, office_forms.form_for_place(found), Errors())


@blueprint.post("/<venue_id>")
@who_may(*EDITORS)
def change(venue_id: str) -> ResponseReturnValue:
    """Store what was changed."""
    return _save(_found(venue_id))


@blueprint.post("/<venue_id>/trang-thai")
@who_may(*EDITORS)
def switch(venue_id: str) -> ResponseReturnValue:
    """Plan nothing more for it, or plan for it again."""
    found = _found(venue_id)
    office_store.change_place(
        db.connection, replace(found, active=request.form.get("viec") == "bat")
    )
    return see_other("/lich-truc/dia-diem")


def _save(found: Place | None) -> ResponseReturnValue:
    form = PlaceForm(request.form)
    form.taken_names = [
        p.venue.name for p in _places() if not found or p.venue.id != found.venue.id
    ]
    if not form.validate():
        return _form(found, form, form_errors(form), 422)
    if found:
        changed = office_forms.read_place(form, found.venue.id, active=found.active)
        office_store.change_place(db.connection, changed)
    else:
        place = office_forms.read_place(form, runtime().effects.new_id())
        office_store.add_place(db.connection, current_person().unit_id, place)
    return see_other("/lich-truc/dia-diem")


def _places() -> list[Place]:
    return office_store.places(db.connection, current_person().unit_id)


def _found(venue_id: str) -> Place:
    return office_store.place(db.connection, current_person().unit_id, venue_id) or abort(404)


def _form(found: Place | None, form: PlaceForm, errors: Errors, status: int = 200) -> Response:
    return page(
        "planning/place.html",
        place=found,
        form=form,
        errors=errors,
        duties=office_forms.DUTY_OPTIONS,
        wanted=office_forms.WANTED,
        able=office_forms.ABLE,
        days_off=office_forms.ON_DAYS_OFF,
        half_days=OPTIONS,
        status=status,
    )
