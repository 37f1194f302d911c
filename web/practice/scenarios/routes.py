"""The unit's own scenarios: all of them, one of them, copying, and whether it is offered."""

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from web.practice.scenarios import library, overview, service, store
from web.practice.scenarios.store import Authored
from web.shell.access import Role, current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other

blueprint = Blueprint("authoring", __name__, url_prefix="/soan")

AUTHORS = (Role.TRAINER, Role.DESK_HEAD)
GONE = "Tình huống này không còn. Anh/chị chọn một tình huống trong danh sách."


def own(scenario_id: str) -> Authored:
    """The unit's scenario of that id, else 404."""
    return store.find(db.connection, current_person().unit_id, scenario_id) or abort(404)


@blueprint.get("")
@who_may(*AUTHORS)
def scenarios() -> ResponseReturnValue:
    """What the unit has written, and what can be copied."""
    return _scenarios(Errors())


def _scenarios(errors: Errors, status: int = 200) -> ResponseReturnValue:
    unit_id = current_person().unit_id
    return page(
        "scenarios/scenarios.html",
        listed=overview.listed(db.connection, unit_id),
        sources=[
            (each.id, each.title) for each in library.offered(db.connection, unit_id).values()
        ],
        chosen=request.args.get("tinh_huong", ""),
        errors=errors,
        status=status,
    )


@blueprint.post("/chep")
@who_may(*AUTHORS)
def copy() -> ResponseReturnValue:
    """A new draft like that scenario; its form is next."""
    scenario = service.copy(db.connection, current_person(), request.form.get("tinh_huong", ""))
    if scenario is None:
        return _scenarios(Errors({"tinh_huong": GONE}), 422)
    return see_other(url_for("authoring_form.edit", scenario_id=scenario.id))


@blueprint.get("/<scenario_id>")
@who_may(*AUTHORS)
def one(scenario_id: str) -> ResponseReturnValue:
    """One scenario with its versions and what can be done now."""
    return page("scenarios/one.html", shown=overview.one(db.connection, own(scenario_id)))


@blueprint.post("/<scenario_id>/ngung")
@who_may(*AUTHORS)
def withdraw(scenario_id: str) -> ResponseReturnValue:
    """Offer it no longer."""
    scenario = own(scenario_id)
    service.offer(db.connection, scenario, on=False)
    return see_other(scenario.page)


@blueprint.post("/<scenario_id>/dung-lai")
@who_may(*AUTHORS)
def offer_again(scenario_id: str) -> ResponseReturnValue:
    """Offer it again."""
    scenario = own(scenario_id)
    service.offer(db.connection, scenario, on=True)
    return see_other(scenario.page)
