"""The organisations that members come from: the list, one of them, merging and removing."""

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from web.roster.planning import home_form, home_store
from web.roster.planning.actor import EDITORS, READERS
from web.roster.planning.home_form import KINDS, STAYS, HomeForm
from web.roster.planning.member_form import PERCENTS
from web.roster.planning.records import Home, HomeKind
from web.shell.access import current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors, form_errors
from web.shell.htmx import page, see_other
from web.shell.runtime import runtime

blueprint = Blueprint("roster_homes", __name__, url_prefix="/lich-truc/to-chuc")

_LIST = "/lich-truc/to-chuc"
_WHERE = "Anh/chị chọn tổ chức sẽ nhận những người này."


@blueprint.get("")
@who_may(*READERS)
def homes() -> ResponseReturnValue:
    """All of them."""
    return page("planning/homes.html", homes=_homes(), kinds=dict(KINDS))


@blueprint.get("/them")
@who_may(*EDITORS)
def new() -> ResponseReturnValue:
    """An empty form; in a mass organisation somebody stays."""
    form = HomeForm(kind=HomeKind.BODY.value, percent="100", stays=["giu"])
    return _form(None, form, Errors())


@blueprint.post("/them")
@who_may(*EDITORS)
def add() -> ResponseReturnValue:
    """Add it."""
    return _save(None)


@blueprint.get("/<home_id>")
@who_may(*EDITORS)
def one(home_id: str) -> ResponseReturnValue:
    """One of them, to be changed."""
    found = _found(home_id)
    return _form(found, home_form.form_for(found), Errors())


@blueprint.post("/<home_id>")
@who_may(*EDITORS)
def change(home_id: str) -> ResponseReturnValue:
    """Store what was changed."""
    return _save(_found(home_id))


@blueprint.post("/<home_id>/gop")
@who_may(*EDITORS)
def merge(home_id: str) -> ResponseReturnValue:
    """Its members come from another one from now on, and it is gone."""
    found, into = _found(home_id), request.form.get("vao", "")
    if into == home_id or into not in {home.organisation.id for home in _homes()}:
        return _form(found, home_form.form_for(found), Errors(vao=_WHERE), 422)
    home_store.move_members(db.connection, home_id, into)
    home_store.remove(db.connection, home_id)
    return see_other(_LIST)


@blueprint.post("/<home_id>/xoa")
@who_may(*EDITORS)
def remove(home_id: str) -> ResponseReturnValue:
    """Remove one that nobody comes from."""
    found = _found(home_id)
    if found.members:
        says = (
            f"Còn {found.members} người thuộc tổ chức này, kể cả người đã thôi trực. "
            "Anh/chị gộp vào tổ chức khác thay vì xóa."
        )
        return _form(found, home_form.form_for(found), Errors({"": says}), 422)
    home_store.remove(db.connection, home_id)
    return see_other(_LIST)


def _save(found: Home | None) -> ResponseReturnValue:
    form = HomeForm(request.form)
    form.taken_names = [home.organisation.name for home in _homes() if home != found]
    if not form.validate():
        return _form(found, form, form_errors(form), 422)
    if found:
        home_store.change(db.connection, *home_form.read(form, found.organisation.id))
    else:
        values = home_form.read(form, runtime().effects.new_id())
        home_store.add_organisation(db.connection, current_person().unit_id, *values)
    return see_other(_LIST)


def _homes() -> list[Home]:
    return home_store.homes(db.connection, current_person().unit_id)


def _found(home_id: str) -> Home:
    known = {home.organisation.id: home for home in _homes()}
    return known.get(home_id) or abort(404)


def _form(found: Home | None, form: HomeForm, errors: Errors, status: int = 200) -> Response:
    others = [(h.organisation.id, h.organisation.name) for h in _homes() if h != found]
    return page(
        "planning/home_form.html",
        home=found,
        form=form,
        errors=errors,
        kinds=KINDS,
        percents=PERCENTS,
        stays=STAYS,
        others=[("", "Chọn tổ chức"), *others] if others else [],
        into=request.form.get("vao", ""),
        status=status,
    )
