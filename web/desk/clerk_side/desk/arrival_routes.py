"""The check at arrival: each of its lines is a small form with one button."""

from flask import Blueprint, abort, redirect, request
from flask.typing import ResponseReturnValue

from sandbox.clock import Advance
from web.desk.clerk_side.briefing import briefing_of
from web.desk.clerk_side.desk import arrival, screen
from web.desk.clerk_side.desk.awaited import seconds_to_next
from web.desk.clerk_side.visits import Visit, act, open_visit
from web.shell.access import clerks_side, slips_too
from web.shell.database import db
from web.shell.htmx import see_other, wants_fragment
from web.worlds.service import CommandResult
from web.worlds.store import lock

AWAITED = "cho"  # the results awaited, as a place in the panel

blueprint = Blueprint("arrival", __name__, url_prefix="/ban/<world_id>")


@blueprint.post("/tiep-don/<step_id>")
@slips_too
@clerks_side
def take(world_id: str, step_id: str) -> ResponseReturnValue:
    """Take one step of the check; what can be done only once is done once."""
    visit = _visit(world_id)
    step = arrival.step(visit.world, step_id)
    if step is None:
        abort(404)
    command = arrival.COMMANDS[step_id](request.form.get(step.field, ""))
    return _panel_response(visit, act(visit, command) if step.offers else None, step_id)


@blueprint.post("/tua-dong-ho")
@slips_too
@clerks_side
def skip_waiting(world_id: str) -> ResponseReturnValue:
    """Move the clock on to the next awaited result; never in a test."""
    visit = _visit(world_id)
    if not briefing_of(visit).may_skip_waiting:
        abort(404)
    seconds = seconds_to_next(visit.world, visit.at)
    return _panel_response(visit, act(visit, Advance(seconds)) if seconds else None, AWAITED)


def _visit(world_id: str) -> Visit:
    """A visit in which VNeID is practised; held, since what is done already is asked before."""
    lock(db.connection, world_id)
    visit = open_visit(world_id)
    if not visit.practises_vneid:
        abort(404)
    return visit


def _panel_response(
    visit: Visit, result: CommandResult | None, pressed: str
) -> ResponseReturnValue:
    """Back to the panel: with what was said by it for htmx, else the page."""
    visit = visit.with_result(result) if result else visit
    if visit.world.desk.closed:
        return see_other(visit.desk)
    briefing, errors = briefing_of(visit), screen.errors_of(result)
    panel = screen.panel(visit, briefing, errors, pressed)
    if wants_fragment():
        return screen.checked_fragments(visit, briefing, panel)
    if errors:
        return screen.desk_page(visit, briefing, changed_panel=panel)
    return redirect(f"{visit.desk}#tiep-don", 303)
