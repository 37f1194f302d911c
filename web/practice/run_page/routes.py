"""One run of the log, and that run step by step."""

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from training.clauses import clauses
from training.retry import lines_before
from web.practice.debrief.words import QUESTIONS, Answers
from web.practice.run_log import store
from web.practice.run_log.scope import MARKERS, READERS, scope_of
from web.practice.run_log.store import Listed
from web.practice.run_log.words import WHO
from web.practice.run_page import replay, view
from web.practice.runs import retry
from web.practice.runs import service as practice
from web.shell.access import current_person, polled, slips_too, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.worlds import service as worlds

blueprint = Blueprint("run_page", __name__, url_prefix="/so-luyen-tap")


def _listed(run_id: str) -> Listed:
    return store.find(db.connection, scope_of(current_person()), run_id) or abort(404)


@blueprint.get("/<run_id>")
@slips_too
@who_may(*READERS)
def run(run_id: str) -> ResponseReturnValue:
    """One run told back."""
    listed, by_time = _listed(run_id), request.args.get("thu_tu") == "thoi-gian"
    return page(
        "run_page/run.html",
        view=view.read(db.connection, listed, current_person(), by_time=by_time),
        run=listed.run,
        clauses=clauses(),
        who=WHO,
        questions=QUESTIONS,
        answers=Answers(),
        errors=Errors(),
        in_person=False,
    )


@blueprint.post("/<run_id>/cham-lai")
@who_may(*MARKERS)
def mark_again(run_id: str) -> ResponseReturnValue:
    """Keep the marks that today's rubric gives."""
    listed = _listed(run_id)
    practice.mark_again(db.connection, listed.run)
    return see_other(listed.run.page)


@blueprint.get("/<run_id>/buoc/<int:seq>")
@slips_too
@who_may(*READERS)
def step(run_id: str, seq: int) -> ResponseReturnValue:
    """The world as it stood after one line of the log."""
    listed = _listed(run_id)
    if view.log_hidden(listed.run, current_person()):
        return see_other(listed.run.page)
    log = worlds.log(db.connection, listed.run.world_id)
    if not 1 <= seq <= len(log):
        abort(404)
    reader = current_person()
    own = listed.run.person_id == reader.id and reader.slip is None and lines_before(log, seq) > 0
    return page(
        "run_page/step.html",
        snapshot=replay.at(log, seq),
        listed=listed,
        run=listed.run,
        who=WHO,
        may_retry=own and not retry.why_not(db.connection, listed.run),
    )


@blueprint.get("/<run_id>/theo")
@who_may(*READERS)
def follow(run_id: str) -> ResponseReturnValue:
    """The newest step, which follows while the run goes on."""
    return _following(_listed(run_id))


@blueprint.get("/<run_id>/_/theo")
@polled
@who_may(*READERS)
def follow_now(run_id: str) -> ResponseReturnValue:
    """The same when something has happened; 204 for a page that is up to date."""
    listed = _listed(run_id)
    head = worlds.read(db.connection, listed.run.world_id).seq
    if listed.run.is_open and request.args.get("co") == str(head):
        return Response(status=204)
    return _following(listed)


def _following(listed: Listed) -> ResponseReturnValue:
    if view.log_hidden(listed.run, current_person()):
        return see_other(listed.run.page)
    log = worlds.log(db.connection, listed.run.world_id)
    class_id = listed.run.class_id
    return page(
        "run_page/follow.html",
        fragment="state",
        snapshot=replay.at(log, len(log)),
        listed=listed,
        run=listed.run,
        board=f"/buoi-tap/{class_id}/bang" if class_id else "",
        who=WHO,
    )
