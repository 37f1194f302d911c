"""The desk: look, say, ask for a hint, end the visit."""

from flask import Blueprint, Response, abort, redirect, request
from flask.typing import ResponseReturnValue

from motcua.sandbox import people
from motcua.sandbox.desk import CloseVisit, Say
from motcua.sandbox.world import ShowHint
from motcua.web.access import clerks_side, polled
from motcua.web.database import db
from motcua.web.desk_side.desk.briefing import Briefing, briefing_of
from motcua.web.desk_side.desk.conversation import conversation, phrases_by_group
from motcua.web.desk_side.desk.qr import qr_svg
from motcua.web.desk_side.papers import drawing, drawings
from motcua.web.desk_side.visits import Visit, act, log_of, open_visit
from motcua.web.forms import Errors, problem_errors
from motcua.web.htmx import page, see_other, wants_fragment
from motcua.web.practice import service as practice
from motcua.web.shell import shell
from motcua.web.worlds.service import Acted

blueprint = Blueprint("desk", __name__, url_prefix="/ban/<world_id>")


@blueprint.get("")
@clerks_side
def desk(world_id: str) -> ResponseReturnValue:
    """The whole desk; once the visit is closed, where it is told back."""
    visit = open_visit(world_id)
    briefing = briefing_of(visit)
    if visit.world.desk.closed:
        return _told_back(visit, briefing)
    return _desk_page(visit, briefing, Errors())


@blueprint.get("/giay-to/<holder>")
@clerks_side
def paper(world_id: str, holder: str) -> ResponseReturnValue:
    """One card of those on the desk, large enough for tired eyes."""
    visit = open_visit(world_id)
    if holder not in visit.world.setup.papers:
        abort(404)
    whose, front, back = drawing(visit.world, holder)
    return page("desk_side/desk/paper.html", visit=visit, whose=whose, front=front, back=back)


@blueprint.get("/_/dong-ho")
@polled
@clerks_side
def clock(world_id: str) -> ResponseReturnValue:
    """The world's time in seconds, and whether it runs: open countdowns keep to it."""
    visit = open_visit(world_id)
    return {"now": visit.at.timestamp(), "running": visit.world.clock.frozen_at is None}


@blueprint.get("/_/loi-noi")
@polled
@clerks_side
def talk(world_id: str) -> ResponseReturnValue:
    """What was said, while a person plays the citizen; 204 when it is all on the page already."""
    visit = open_visit(world_id)
    if visit.world.desk.closed or not wants_fragment():
        return see_other(visit.desk)
    if request.args.get("co") == str(visit.world.seq):
        return Response(status=204)
    return _desk_page(visit, briefing_of(visit), Errors())


@blueprint.post("/noi")
@clerks_side
def say(world_id: str) -> ResponseReturnValue:
    """Say one of the phrases to the citizen."""
    visit = open_visit(world_id)
    return _after(act(visit, Say(request.form.get("cau", ""))), world_id)


@blueprint.post("/goi-y")
@clerks_side
def hint(world_id: str) -> ResponseReturnValue:
    """Ask what comes next; written down, and never in a test."""
    visit = open_visit(world_id)
    briefing = briefing_of(visit)
    if not briefing.hints:
        abort(404)
    step = briefing.next_step(log_of(visit))
    return _after(act(visit, ShowHint(step.id)) if step else None, world_id)


@blueprint.get("/ket-thuc")
@clerks_side
def ask_to_close(world_id: str) -> ResponseReturnValue:
    """Ask before the visit ends for good."""
    visit = open_visit(world_id)
    left_open = any(form.is_open and not form.found for form in visit.world.portal.forms)
    return page("desk_side/desk/close.html", visit=visit, left_open=left_open)


@blueprint.post("/ket-thuc")
@clerks_side
def close(world_id: str) -> ResponseReturnValue:
    """End the visit and have it marked; pressing twice ends it once."""
    visit = open_visit(world_id)
    if not visit.world.desk.closed:
        act(visit, CloseVisit())
    briefing = briefing_of(visit)
    if briefing.run:
        practice.finish(db(), briefing.run)
    return redirect(_afterwards(visit, briefing), 303)


def _afterwards(visit: Visit, briefing: Briefing) -> str:
    return f"/so-luyen-tap/{briefing.run.id}" if briefing.run else visit.desk


def _told_back(visit: Visit, briefing: Briefing) -> ResponseReturnValue:
    if briefing.run:
        return redirect(_afterwards(visit, briefing), 303)
    return page("desk_side/desk/closed.html", visit=visit)


def _after(acted: Acted | None, world_id: str) -> ResponseReturnValue:
    """Back to the desk: the conversation alone for htmx, else the page."""
    visit = open_visit(world_id)
    if visit.world.desk.closed:
        return see_other(visit.desk)
    refusal = acted.decision.refusal if acted else None
    errors = problem_errors(refusal.problems) if refusal else Errors()
    if errors or wants_fragment():
        return _desk_page(visit, briefing_of(visit), errors, 422 if errors else 200)
    return redirect(f"{visit.desk}#hoi-thoai", 303)


def _desk_page(visit: Visit, briefing: Briefing, errors: Errors, status: int = 200) -> Response:
    return page(
        "desk_side/desk/desk.html",
        fragment="spoken",
        visit=visit,
        briefing=briefing,
        errors=errors,
        lines=conversation(log_of(visit), briefing.hint_words),
        groups=phrases_by_group(visit.world.setup.topics),
        cards=drawings(visit.world),
        officer=people.officer_sign_in(visit.world.seed),
        papers=[form for form in visit.world.portal.forms if form.is_open and form.downloaded],
        elapsed=visit.at - visit.world.started_at,
        qr=qr_svg(shell().settings.base_url + visit.invitation),
        status=status,
    )
