"""Choose what to play, sign in as the colleague, and swap from the clerk's side."""

from collections.abc import Mapping

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from training.scenario import Scenario
from web.practice.role_play import service, view
from web.practice.runs import store as runs
from web.practice.runs.runs import PRACTISING
from web.practice.scenarios import library
from web.shell.access import current_person, signed_in, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.worlds.access import citizens_world
from web.worlds.addresses import BRIEF, citizens_home

blueprint = Blueprint("role_play", __name__, url_prefix="/dong-vai")


@blueprint.get("")
@who_may(*PRACTISING)
def choose() -> ResponseReturnValue:
    """How it goes, and which scenario to play."""
    return _choose(Errors())


def _offered() -> Mapping[str, Scenario]:
    return library.offered(db.connection, current_person().unit_id)


def _choose(errors: Errors, status: int = 200) -> ResponseReturnValue:
    scenarios = [(each.id, each.title) for each in _offered().values()]
    return page("role_play/choose.html", scenarios=scenarios, errors=errors, status=status)


@blueprint.post("")
@who_may(*PRACTISING)
def start() -> ResponseReturnValue:
    """A new run; its desk is next, where the colleague's link stands."""
    scenario = request.form.get("scenario", "")
    if scenario not in _offered():
        sentence = "Tình huống này không còn. Anh/chị chọn một tình huống trong danh sách."
        return _choose(Errors({"scenario": sentence}), 422)
    run = service.start(db.connection, current_person(), scenario)
    return _choose(Errors({"": run}), 422) if isinstance(run, str) else see_other(run.desk)


@blueprint.get("/vao/<link>")
@signed_in
def enter(link: str) -> ResponseReturnValue:
    """Back to the citizen's part after signing in; the sign-in page only leads to such pages."""
    citizens_world(db.connection, link)
    return see_other(f"{citizens_home(link)}{BRIEF}")


@blueprint.post("/<run_id>/doi-vai")
@who_may(*PRACTISING)
def swap(run_id: str) -> ResponseReturnValue:
    """The clerk swaps: the colleague serves a new run, and the clerk is told the citizen's part."""
    run = runs.find(db.connection, run_id)
    if run is None or run.person_id != current_person().id:
        abort(404)
    swapped = service.swap(db.connection, run)
    if swapped is None:
        return see_other(run.page)
    return see_other(view.brief_address(db.connection, swapped) or run.page)
