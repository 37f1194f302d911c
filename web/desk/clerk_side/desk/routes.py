"""The desk: look, say, ask for a hint, end the visit."""

from flask import Blueprint, abort, redirect, request
from flask.typing import ResponseReturnValue

from sandbox.desk import CloseVisit, Say
from sandbox.log import Actor
from sandbox.world import ShowHint
from web.desk.clerk_side.briefing import Briefing, briefing_of
from web.desk.clerk_side.desk import screen
from web.desk.clerk_side.desk.unfinished import unfinished
from web.desk.clerk_side.papers import drawing
from web.desk.clerk_side.portal_gate import safe_place
from web.desk.clerk_side.visits import Visit, act, log_of, open_visit
from web.practice.runs import service as practice
from web.shell.access import clerks_side, polled, slips_too
from web.shell.database import db
from web.shell.htmx import page, see_other, wants_fragment
from web.worlds import service as worlds
from web.worlds.service import CommandResult
from web.worlds.store import lock

blueprint = Blueprint("desk", __name__, url_prefix="/ban/<world_id>")


@blueprint.get("")
@slips_too
@clerks_side
def desk(world_id: str) -> ResponseReturnValue:
    """The whole desk; once the visit is closed, where it is told back."""
    visit = open_visit(world_id)
    briefing = briefing_of(visit)
    if visit.world.desk.closed:
        return _closed_page(visit, briefing)
    return screen.desk_page(visit, briefing)


@blueprint.get("/giay-to/<holder>")
@slips_too
@clerks_side
def paper(world_id: str, holder: str) -> ResponseReturnValue:
    """One card of those on the desk, large enough for tired eyes."""
    visit = open_visit(world_id)
    if holder not in visit.world.setup.papers:
        abort(404)
    card_owner, front, back = drawing(visit.world, holder)
    return page(
        "clerk_side/desk/paper.html", visit=visit, card_owner=card_owner, front=front, back=back
    )


@blueprint.get("/_/dong-ho")
@polled
@slips_too
@clerks_side
def clock(world_id: str) -> ResponseReturnValue:
    """The world's time in seconds, and whether it runs: open countdowns keep to it."""
    visit = open_visit(world_id)
    return {"now": visit.at.timestamp(), "running": visit.world.clock.frozen_at is None}


@blueprint.post("/noi")
@slips_too
@clerks_side
def say(world_id: str) -> ResponseReturnValue:
    """Say one of the phrases to the citizen."""
    visit = open_visit(world_id)
    return _desk_response(visit, act(visit, Say(request.form.get("cau", ""))))


@blueprint.post("/goi-y")
@slips_too
@clerks_side
def hint(world_id: str) -> ResponseReturnValue:
    """Ask what comes next; written down, and never in a test."""
    visit = open_visit(world_id)
    briefing = briefing_of(visit)
    if not briefing.hints:
        abort(404)
    step = briefing.next_step(log_of(visit))
    return _desk_response(visit, act(visit, ShowHint(step.id)) if step else None)


@blueprint.get("/ket-thuc")
@slips_too
@clerks_side
def ask_to_close(world_id: str) -> ResponseReturnValue:
    """Ask before the visit ends for good."""
    visit = open_visit(world_id)
    has_open_form = any(form.is_open and not form.found for form in visit.world.portal.forms)
    return page(
        "clerk_side/desk/close.html",
        visit=visit,
        run=briefing_of(visit).run,
        has_open_form=has_open_form,
        unfinished=unfinished(visit.world, log_of(visit)),
    )


@blueprint.post("/ket-thuc")
@slips_too
@clerks_side
def close(world_id: str) -> ResponseReturnValue:
    """End the visit and have it marked; pressing twice ends it once."""
    # Whether it is closed is asked first, so nobody may close it in between.
    lock(db.connection, world_id)
    visit = open_visit(world_id)
    if not visit.world.desk.closed:  # in one transaction with the marks below
        worlds.act(db.connection, visit.id, CloseVisit(), Actor.CLERK)
    briefing = briefing_of(visit)
    if briefing.run:
        practice.finish(db.connection, briefing.run)
    return redirect(_afterwards(visit, briefing), 303)


def _afterwards(visit: Visit, briefing: Briefing) -> str:
    return f"/so-luyen-tap/{briefing.run.id}" if briefing.run else visit.desk


def _closed_page(visit: Visit, briefing: Briefing) -> ResponseReturnValue:
    if briefing.run:
        return redirect(_afterwards(visit, briefing), 303)
    return page("clerk_side/desk/closed.html", visit=visit)


def _spoken_at(visit: Visit) -> str:
    """The desk, or the page of the portal that the desk stands beside."""
    if "ve" not in request.values:
        return visit.desk
    return f"{visit.portal}/{safe_place(request.values['ve'])}"


def _desk_response(before: Visit, result: CommandResult | None) -> ResponseReturnValue:
    """Back to the desk: what has changed of it for htmx, else the page at its newest line."""
    visit = before.with_result(result) if result else before
    if visit.world.desk.closed:
        return see_other(visit.desk)
    briefing, errors = briefing_of(visit), screen.errors_of(result)
    if wants_fragment():
        return screen.said_fragments(before, visit, briefing, errors)
    if errors:
        return screen.desk_page(visit, briefing, errors)
    return redirect(f"{_spoken_at(visit)}#theo-doi", 303)
