"""The log, one run of it, and that run step by step."""

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from training.clauses import clauses
from training.retry import lines_before
from web.classes.lessons.runs_store import class_of_run
from web.practice.debrief.words import QUESTIONS, Answers
from web.practice.run_log import listing, replay, run_page, store
from web.practice.run_log.filters import asked, understand
from web.practice.run_log.scope import MARKERS, READERS, scope_of
from web.practice.run_log.store import Listed
from web.practice.run_log.words import RESULT_OPTIONS, WHO, result_tag
from web.practice.runs import second_try
from web.practice.runs import service as practice
from web.practice.runs.runs import PRACTISING
from web.shell.access import current_person, polled, slips_too, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.worlds import service as worlds

blueprint = Blueprint("run_log", __name__, url_prefix="/so-luyen-tap")


@blueprint.get("")
@who_may(*READERS)
def runs() -> ResponseReturnValue:
    """The runs this person may see, searched and filtered."""
    scope, question = scope_of(current_person()), asked(request.args)
    wanted, errors = understand(question)
    shown = listing.read(db(), current_person(), question, None if errors else wanted)
    if not shown.runs and question.page > 1:
        return see_other(f"{question.address()}1")
    return page(
        "run_log/runs.html",
        shown=shown,
        errors=errors,
        whole_unit=scope.unit_id is not None,
        named=scope.unit_id is not None and scope.named,
        may_practise=current_person().role in PRACTISING,
        results=RESULT_OPTIONS,
        result_tag=result_tag,
        status=422 if errors else 200,
    )


def _listed(run_id: str) -> Listed:
    return store.find(db(), scope_of(current_person()), run_id) or abort(404)


@blueprint.get("/<run_id>")
@slips_too
@who_may(*READERS)
def run(run_id: str) -> ResponseReturnValue:
    """One run told back."""
    listed = _listed(run_id)
    told = run_page.read(db(), listed, current_person())
    return page(
        "run_log/run.html",
        told=told,
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
    practice.mark_again(db(), listed.run)
    return see_other(listed.run.page)


@blueprint.get("/<run_id>/buoc/<int:seq>")
@slips_too
@who_may(*READERS)
def step(run_id: str, seq: int) -> ResponseReturnValue:
    """The world as it stood after one line of the log."""
    listed = _listed(run_id)
    if run_page.still_hidden(listed.run, current_person()):
        return see_other(listed.run.page)
    log = worlds.log(db(), listed.run.world_id)
    if not 1 <= seq <= len(log):
        abort(404)
    reader = current_person()
    own = listed.run.person_id == reader.id and reader.slip is None and lines_before(log, seq) > 0
    return page(
        "run_log/step.html",
        seen=replay.at(log, seq),
        listed=listed,
        run=listed.run,
        who=WHO,
        may_try_again=own and not second_try.why_not(db(), listed.run),
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
    head = worlds.read(db(), listed.run.world_id).seq
    if listed.run.is_open and request.args.get("co") == str(head):
        return Response(status=204)
    return _following(listed)


def _following(listed: Listed) -> ResponseReturnValue:
    if run_page.still_hidden(listed.run, current_person()):
        return see_other(listed.run.page)
    log = worlds.log(db(), listed.run.world_id)
    class_id = class_of_run(db(), listed.run.id)
    return page(
        "run_log/follow.html",
        fragment="stood",
        seen=replay.at(log, len(log)),
        listed=listed,
        run=listed.run,
        board=f"/buoi-tap/{class_id}/bang" if class_id else "",
        who=WHO,
    )
