"""The coach: follow what has happened, and in a show play the next step."""

from flask import Blueprint, Response, abort, redirect, request
from flask.typing import ResponseReturnValue

from sandbox.clock import Advance
from sandbox.desk import CloseVisit
from sandbox.log import Actor
from training.careful_clerk import Action, next_action
from web.desk.clerk_side.coach.coaching import coached_run, coaching_of, place_of
from web.desk.clerk_side.visits import Visit, log_of, open_visit
from web.practice.runs import service as practice
from web.practice.runs.runs import Mode, RunRecord
from web.practice.scenarios import library
from web.shell.access import clerks_side, polled, slips_too
from web.shell.database import db
from web.shell.htmx import page
from web.worlds import service as worlds
from web.worlds.store import lock

blueprint = Blueprint("coach", __name__, url_prefix="/ban/<world_id>")


@blueprint.get("/_/huong-dan")
@polled
@slips_too
@clerks_side
def follow(world_id: str) -> ResponseReturnValue:
    """The bar as it stands now; 204 for a page that says it is up to date."""
    visit = open_visit(world_id)
    run = coached_run(world_id) or abort(404)
    coaching = coaching_of(visit, run) or abort(404)
    if request.args.get("co") == coaching.tag:
        return Response(status=204)
    return page(
        "clerk_side/coach/bar.html", fragment="words", coaching=coaching, page_path=_page_path()
    )


def _page_path() -> str:
    return request.args.get("o", "")


@blueprint.post("/xem")
@slips_too
@clerks_side
def play(world_id: str) -> ResponseReturnValue:
    """Play the next step, and go where one can see it; pressed twice on one page it plays once."""
    lock(db.connection, world_id)
    visit = open_visit(world_id)
    run = coached_run(world_id)
    if run is None or run.mode is not Mode.SHOW:
        abort(404)
    scenario = library.of_run(db.connection, run) or abort(404)
    action = next_action(scenario, log_of(visit), world_id)
    if action is None:
        return redirect(run.page, 303)
    current_tag = str(visit.world.seq)
    if request.form.get("co", current_tag) != current_tag:
        return redirect(place_of(action.command, visit, visit.world).address, 303)
    return redirect(_play_action(visit, run, action), 303)


def _play_action(visit: Visit, run: RunRecord, action: Action) -> str:
    if action.wait_s:
        worlds.act(db.connection, visit.id, Advance(action.wait_s), Actor.SYSTEM)
    result = worlds.act(db.connection, visit.id, action.command, Actor.SYSTEM)
    if isinstance(action.command, CloseVisit):
        practice.finish(db.connection, run)
        return run.page
    return place_of(action.command, visit, result.world).address
