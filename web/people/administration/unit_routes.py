"""Units: list, add below one's own, change."""

from flask import Blueprint, Response, abort, request, url_for
from flask.typing import ResponseReturnValue

from web.people.administration import service, store
from web.people.administration.forms import UnitForm
from web.people.administration.store import Unit
from web.shell.access import Role, current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors, form_errors
from web.shell.htmx import page, see_other
from web.shell.people import Level
from web.shell.runtime import runtime

blueprint = Blueprint("units", __name__, url_prefix="/quan-tri/don-vi")


def _units() -> list[Unit]:
    return store.units(db.connection, current_person().unit_id)


def _unit(unit_id: int) -> Unit:
    return next((unit for unit in _units() if unit.id == unit_id), None) or abort(404)


@blueprint.get("")
@who_may(Role.ADMINISTRATOR)
def units() -> ResponseReturnValue:
    """The administrator's unit and those below it."""
    units = _units()
    return page("administration/units.html", units=units, grows=units[0].level is Level.PROVINCE)


@blueprint.get("/them")
@who_may(Role.ADMINISTRATOR)
def new_unit() -> ResponseReturnValue:
    """Ask for a unit below one's own."""
    return _unit_page(None, UnitForm(), Errors())


@blueprint.post("/them")
@who_may(Role.ADMINISTRATOR)
def add_unit() -> ResponseReturnValue:
    """Add it."""
    form = UnitForm(request.form)
    errors = _check(form, None)
    if errors:
        return _unit_page(None, form, errors, 422)
    code, name = form.code.data or "", form.name.data or ""
    service.add_unit(db.connection, runtime().effects, current_person(), code, name, _own_top().id)
    return see_other(url_for("units.units"))


def _own_top() -> Unit:
    """Where new units go: the tree is province and commune, two levels."""
    top = _unit(current_person().unit_id)
    if top.level is not Level.PROVINCE:
        abort(403)
    return top


@blueprint.get("/<int:unit_id>")
@who_may(Role.ADMINISTRATOR)
def unit(unit_id: int) -> ResponseReturnValue:
    """One unit, to be changed."""
    stored_unit = _unit(unit_id)
    return _unit_page(stored_unit, UnitForm(name=stored_unit.name, code=stored_unit.code), Errors())


@blueprint.post("/<int:unit_id>")
@who_may(Role.ADMINISTRATOR)
def change_unit(unit_id: int) -> ResponseReturnValue:
    """Store what was changed."""
    stored_unit = _unit(unit_id)
    form = UnitForm(request.form)
    errors = _check(form, unit_id)
    if errors:
        return _unit_page(stored_unit, form, errors, 422)
    code, name = form.code.data or "", form.name.data or ""
    service.change_unit(db.connection, runtime().effects, current_person(), stored_unit, code, name)
    return see_other(url_for("units.units"))


def _check(form: UnitForm, unit_id: int | None) -> Errors:
    errors = Errors() if form.validate() else form_errors(form)
    if "code" not in errors and store.code_taken(db.connection, form.code.data or "", unit_id):
        errors["code"] = "Mã này đã có đơn vị dùng. Anh/chị nhập mã khác."
    return errors


def _unit_page(unit: Unit | None, form: UnitForm, errors: Errors, status: int = 200) -> Response:
    return page("administration/unit.html", unit=unit, form=form, errors=errors, status=status)
