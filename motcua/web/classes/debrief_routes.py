"""The class looked back at as one: where most went wrong, without a name."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from motcua.training.clauses import clauses
from motcua.web.access import who_may
from motcua.web.classes import runs_store
from motcua.web.classes.pages import seen_class
from motcua.web.classes.scope import WATCHERS
from motcua.web.database import db
from motcua.web.debrief import class_view
from motcua.web.htmx import page

blueprint = Blueprint("class_looked_back_at", __name__, url_prefix="/buoi-tap/<class_id>")


@blueprint.get("/nhin-lai")
@who_may(*WATCHERS)
def debrief(class_id: str) -> ResponseReturnValue:
    """What the finished runs of this class have in common."""
    kept = seen_class(class_id)
    runs = [each.run_id for each in runs_store.standings(db(), class_id) if each.is_finished]
    view = class_view.of_runs(db(), runs)
    return page("classes/debrief.html", kept=kept, view=view, clauses=clauses())
