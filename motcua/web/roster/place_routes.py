"""Where people are on duty: the list, one venue, switching it off and on."""

from dataclasses import replace

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from motcua.web.access import current_person, who_may
from motcua.web.database import db
from motcua.web.forms import Errors, form_errors
from motcua.web.htmx import page, see_other
from motcua.web.roster import office_forms, office_store
from motcua.web.roster.hand import EDITORS, READERS
from motcua.web.roster.office_forms import PlaceForm
from motcua.web.roster.records import Place
from motcua.web.roster.sentences import DUTIES
from motcua.web.roster.sessions_chosen import OPTIONS, codes
from motcua.web.roster.values import SUPPORTER
from motcua.web.shell import shell

blueprint = Blueprint("roster_places", __name__, url_prefix="/lich-truc/dia-diem")


@blueprint.get("")
@who_may(*READERS)
def places() -> ResponseReturnValue:
    """All of them."""
    return page("roster/places.html", places=_places(), duties=DUTIES)


@blueprint.get("/them")
@who_may(*EDITORS)
def new() -> ResponseReturnValue:
    """An empty form, open all week."""
    form = PlaceForm(duty=SUPPORTER, open=codes(None), wanted="1", competent="1")
    return _form(None, form, Errors())


@blueprint.post("/them")
@who_may(*EDITORS)
def add() -> ResponseReturnValue:
    """Add it."""
    return _keep(None)


@blueprint.get("/<venue_id>")
@who_may(*EDITORS)
def one(venue_id: str) -> ResponseReturnValue:
    """One venue, to be changed."""
    found = _found(venue_id)
    return _form(found, office_forms.filled_place(found), Errors())


@blueprint.post("/<venue_id>")
@who_may(*EDITORS)
def change(venue_id: str) -> ResponseReturnValue:
    """Store what was changed."""
    return _keep(_found(venue_id))


@blueprint.post("/<venue_id>/trang-thai")
@who_may(*EDITORS)
def switch(venue_id: str) -> ResponseReturnValue:
    """Plan nothing more for it, or plan for it again."""
    found = _found(venue_id)
    office_store.change_place(db(), replace(found, active=request.form.get("viec") == "bat"))
    return see_other("/lich-truc/dia-diem")


def _keep(found: Place | None) -> ResponseReturnValue:
    form = PlaceForm(request.form)
    form.taken = [p.venue.name for p in _places() if not found or p.venue.id != found.venue.id]
    if not form.validate():
        return _form(found, form, form_errors(form), 422)
    if found:
        changed = office_forms.read_place(form, found.venue.id, active=found.active)
        office_store.change_place(db(), changed)
    else:
        made = office_forms.read_place(form, shell().effects.new_id())
        office_store.add_place(db(), current_person().unit_id, made)
    return see_other("/lich-truc/dia-diem")


def _places() -> list[Place]:
    return office_store.places(db(), current_person().unit_id)


def _found(venue_id: str) -> Place:
    return office_store.place(db(), current_person().unit_id, venue_id) or abort(404)


def _form(found: Place | None, form: PlaceForm, errors: Errors, status: int = 200) -> Response:
    return page(
        "roster/place.html",
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
