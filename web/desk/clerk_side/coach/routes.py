"""The coach: follow what has happened, and in a show play the next step."""

from flask import Blueprint, Response, abort, redirect, request
from flask.typing import ResponseReturnValue

from sandbox.clock import Advance
from sandbox.desk import CloseVisit
from sandbox.log import Actor
from training.careful_clerk import Action
from web.desk.clerk_side.coach.coaching import coached_run, coaching_of
from web.desk.clerk_side.coach.controls import answer_of
from web.desk.clerk_side.visits import Visit, open_visit
from web.practice.runs import service as practice
from web.practice.runs.runs import Mode, RunRecord
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
    coaching = coaching_of(visit, run, request.args.get("o", "")) or abort(404)
    if request.args.get("co") == coaching.tag:
        return Response(status=204)
    return page("clerk_side/coach/bar.html", fragment="words", coaching=coaching, oob=False)


@blueprint.post("/xem")
@slips_too
@clerks_side
def play(world_id: str) -> ResponseReturnValue:
    """Lay the next step out where it is done, then press its button; twice on one page once."""
    lock(db.connection, world_id)
    visit = open_visit(world_id)
    run = coached_run(world_id)
    if run is None or run.mode is not Mode.SHOW:
        abort(404)
    coaching = coaching_of(visit, run, "") or abort(404)
    if coaching.action is None:
        return redirect(run.page, 303)
    pressed = "bam" in request.form and request.form.get("co") == coaching.tag
    address = _play_action(visit, run, coaching.action) if pressed else coaching.laid_out_at
    return redirect(address, 303)


def _play_action(visit: Visit, run: RunRecord, action: Action) -> str:
    """Do it as the clerk would: who reads the log later sees who speaks and presses."""
    if action.wait_s:
        worlds.act(db.connection, visit.id, Advance(action.wait_s), Actor.SYSTEM)
    result = worlds.act(db.connection, visit.id, action.command, Actor.CLERK)
    if isinstance(action.command, CloseVisit):
        practice.finish(db.connection, run)
        return run.page
    return answer_of(action.command, visit.with_result(result))
