"""Own words on a run and their signatures, another try, and the class as a whole."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from web.practice.debrief import service, store
from web.practice.debrief.words import QUESTIONS, Answers, Side, Way, read, without_real_data
from web.practice.run_log import store as run_log
from web.practice.run_log.scope import scope_of
from web.practice.run_log.store import Listed
from web.practice.runs import retry
from web.practice.runs.runs import PRACTISING, RunRecord
from web.shell.access import current_person, slips_too, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other

blueprint = Blueprint("debrief", __name__, url_prefix="/nhin-lai")
_LONGEST_NUMBER = 6  # digits; no run has more lines


def _ended(run_id: str) -> Listed:
    listed = run_log.find(db.connection, scope_of(current_person()), run_id)
    if listed is None or not listed.run.can_be_discussed:
        abort(404)
    return listed


@blueprint.get("/<run_id>")
@slips_too
@who_may(*PRACTISING)
def words(run_id: str) -> ResponseReturnValue:
    """What was signed so far, and the three questions for whoever may answer them now."""
    return _page(_ended(run_id), Answers(), Errors())


@blueprint.post("/<run_id>")
@slips_too
@who_may(*PRACTISING)
def sign(run_id: str) -> ResponseReturnValue:
    """Sign one's word; it can be added to, never changed."""
    listed, answers = _ended(run_id), read(request.form)
    way = _way(service.side_of(current_person(), listed.run))
    errors = service.sign(db.connection, listed.run, current_person(), way, answers)
    if errors:
        return _page(listed, without_real_data(answers), errors, 422)
    return see_other(f"{listed.run.page}#loi-ky")


def _way(side: Side | None) -> Way:
    """Written, unless the trainer ticked the box."""
    in_person = side is Side.TRAINER and request.form.get("truc_tiep")
    return Way.IN_PERSON if in_person else Way.WRITTEN


def _page(
    listed: Listed, answers: Answers, errors: Errors, status: int = 200
) -> ResponseReturnValue:
    return page(
        "debrief/words.html",
        listed=listed,
        run=listed.run,
        signed_words=store.signed_words(db.connection, listed.run.id),
        side=service.side_of(current_person(), listed.run) or abort(404),
        questions=QUESTIONS,
        answers=answers,
        in_person="truc_tiep" in request.form,
        errors=errors,
        status=status,
    )


@blueprint.post("/<run_id>/lam-lai")
@who_may(*PRACTISING)
def again(run_id: str) -> ResponseReturnValue:
    """Another try at one's own run from before one of its lines; its desk is next."""
    run = _ended(run_id).run
    number = request.form.get("truoc", "")
    if run.person_id != current_person().id:
        abort(404)
    if not number.isdecimal() or len(number) > _LONGEST_NUMBER:
        abort(400)
    forked = _retry(run, int(number))
    if isinstance(forked, str):
        return page("debrief/no_retry.html", run=run, reason=forked, status=422)
    return see_other(forked.desk)


def _retry(run: RunRecord, seq: int) -> RunRecord | str:
    try:
        return retry.begin(db.connection, run, current_person(), seq)
    except IndexError:
        abort(400)
