"""The class looked back at as one: where most went wrong, without a name."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from training.clauses import clauses
from web.classes.group_debrief import view as class_view
from web.classes.lessons import runs_store
from web.classes.lessons.pages import watched_class
from web.classes.lessons.scope import WATCHERS
from web.shell.access import who_may
from web.shell.database import db
from web.shell.htmx import page

blueprint = Blueprint("class_looked_back_at", __name__, url_prefix="/buoi-tap/<class_id>")


@blueprint.get("/nhin-lai")
@who_may(*WATCHERS)
def debrief(class_id: str) -> ResponseReturnValue:
    """What the finished runs of this class have in common."""
    training_class = watched_class(class_id)
    runs = [
        each.run_id
        for each in runs_store.progress_of_runs(db.connection, class_id)
        if each.is_finished
    ]
    view = class_view.of_runs(db.connection, runs)
    return page(
        "group_debrief/lesson.html", training_class=training_class, view=view, clauses=clauses()
    )
