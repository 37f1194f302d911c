"""Old and new marks side by side, and the trainer's choice to record the new ones."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from web.practice.remarking import service
from web.practice.scenarios import store
from web.practice.scenarios.routes import AUTHORS, own
from web.practice.scenarios.service import title_of
from web.shell.access import current_person, who_may
from web.shell.database import db
from web.shell.htmx import page, see_other

blueprint = Blueprint("authoring_marks", __name__, url_prefix="/soan")


@blueprint.get("/<scenario_id>/cham-lai/<int:number>")
@who_may(*AUTHORS)
def compare(scenario_id: str, number: int) -> ResponseReturnValue:
    """The runs of that version by the newest one."""
    scenario = own(scenario_id)
    comparison = service.compare(db.connection, scenario, number) or abort(404)
    return page(
        "remarking/marks.html",
        scenario=scenario,
        title=title_of(scenario.draft),
        comparison=comparison,
    )


@blueprint.post("/<scenario_id>/cham-lai/<int:number>")
@who_may(*AUTHORS)
def keep(scenario_id: str, number: int) -> ResponseReturnValue:
    """Record the new marks beside the old."""
    scenario = store.lock(db.connection, own(scenario_id))
    comparison = service.compare(db.connection, scenario, number) or abort(404)
    service.record(db.connection, comparison, current_person())
    return see_other(f"{scenario.page}/cham-lai/{number}")
