"""Choose a scenario, start it, come back to it, give it up."""

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from web.practice.runs import overview, proficiency, service, store
from web.practice.runs.forms import DeclarationForm, StartForm
from web.practice.runs.runs import MODE_SAYS, MODE_WORDS, PRACTISING, RunRecord
from web.practice.scenarios import library
from web.shell.access import current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors, form_errors, safe_search
from web.shell.htmx import page, see_other

blueprint = Blueprint("practice", __name__, url_prefix="/luyen-tap")


@blueprint.get("")
@who_may(*PRACTISING)
def choose() -> ResponseReturnValue:
    """Every scenario, and the runs that wait to be gone on with."""
    return _choose(Errors())


def _choose(errors: Errors, status: int = 200) -> ResponseReturnValue:
    person = current_person()
    shown = overview.read(db.connection, person)
    text, unfit = safe_search(request.args.get("tim", "").strip(), "tim")
    return page(
        "runs/choose.html",
        shown=shown,
        groups=shown.groups(text),
        text=text,
        modes=MODE_WORDS,
        modes_say=MODE_SAYS,
        ease=proficiency.read(db.connection, person.id),
        ease_open=request.args.get("mo") == "thanh-thao",
        errors=Errors({**errors, **unfit}),
        status=422 if unfit else status,
    )


@blueprint.post("")
@who_may(*PRACTISING)
def start() -> ResponseReturnValue:
    """A new run; its desk is next."""
    form = StartForm(request.form)
    form.offered = library.offered(db.connection, current_person().unit_id)
    if not form.validate():
        return _choose(Errors({"": next(iter(form_errors(form).values()))}), 422)
    run = service.start(
        db.connection, current_person(), form.scenario.data or "", form.mode.data or ""
    )
    return _choose(Errors({"": run}), 422) if isinstance(run, str) else see_other(run.desk)


@blueprint.post("/khai-bao-vneid")
@who_may(*PRACTISING)
def declare() -> ResponseReturnValue:
    """Say whether VNeID level 2 is active on one's own phone."""
    form = DeclarationForm(request.form)
    if not form.validate():
        return _choose(Errors({"": next(iter(form_errors(form).values()))}), 422)
    proficiency.declare(db.connection, current_person().id, installed=form.installed.data == "co")
    return see_other(proficiency.PAGE)


def _own(run_id: str) -> RunRecord:
    run = store.find(db.connection, run_id)
    if run is None or run.person_id != current_person().id:
        abort(404)
    return run


@blueprint.get("/<run_id>/bo")
@who_may(*PRACTISING)
def ask_give_up(run_id: str) -> ResponseReturnValue:
    """Ask once more, since there is no way back."""
    run = _own(run_id)
    if not run.is_open:
        return see_other(run.page)
    return page("runs/give_up.html", run=run)


@blueprint.post("/<run_id>/bo")
@who_may(*PRACTISING)
def give_up(run_id: str) -> ResponseReturnValue:
    """End the run without marks."""
    service.give_up(db.connection, _own(run_id))
    return see_other(url_for("practice.choose"))
