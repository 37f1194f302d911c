"""Give an assignment, see how everybody stands with it, withdraw it."""

from collections.abc import Mapping

from flask import Blueprint, Response, abort, request, url_for
from flask.typing import ResponseReturnValue

from training.scenario import Scenario
from web.practice.assignments import service, store
from web.practice.assignments.forms import PASSES, WAYS, AssignmentForm
from web.practice.assignments.routes import ASSIGNERS
from web.practice.assignments.store import Assignment
from web.practice.runs.runs import Mode
from web.practice.scenarios import library
from web.shell.access import Role, current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors, form_errors
from web.shell.htmx import page, see_other
from web.shell.runtime import runtime

blueprint = Blueprint("assignments_managed", __name__, url_prefix="/bai-giao")


@blueprint.get("/moi")
@who_may(*ASSIGNERS)
def new() -> ResponseReturnValue:
    """An empty form; the unit's clerks are ticked."""
    colleagues = store.colleagues(db.connection, current_person().unit_id)
    people = [str(each.id) for each in colleagues if each.role is Role.CLERK]
    form = AssignmentForm(mode=Mode.PRACTICE.value, passes="1", hour="17:00", people=people)
    return _form_page(form, Errors())


@blueprint.post("/moi")
@who_may(*ASSIGNERS)
def give() -> ResponseReturnValue:
    """Ask for it; the page of the assignment is next."""
    form = AssignmentForm(request.form)
    form.now = runtime().effects.now()
    form.offered = _offered()
    form.colleagues = {
        each.id for each in store.colleagues(db.connection, current_person().unit_id)
    }
    valid, deadline = form.validate(), form.deadline
    if not valid or deadline is None:
        return _form_page(form, form_errors(form), 422)
    assignment_id = service.create(db.connection, current_person(), form, deadline)
    return see_other(url_for("assignments_managed.one", assignment_id=assignment_id))


def _offered() -> Mapping[str, Scenario]:
    return library.offered(db.connection, current_person().unit_id)


def _form_page(form: AssignmentForm, errors: Errors, status: int = 200) -> Response:
    people = store.colleagues(db.connection, current_person().unit_id)
    return page(
        "assignments/new.html",
        form=form,
        errors=errors,
        ways=WAYS,
        passes=PASSES,
        scenarios=[(each.id, each.title, each.focus) for each in _offered().values()],
        people=[(str(each.id), each.full_name, "") for each in people],
        status=status,
    )


@blueprint.get("/<assignment_id>")
@who_may(*ASSIGNERS)
def one(assignment_id: str) -> ResponseReturnValue:
    """How everybody stands with it."""
    found = _own(assignment_id)
    return page(
        "assignments/one.html",
        progress=service.progress_of(db.connection, found),
        titles=service.titles(db.connection, found),
    )


@blueprint.post("/<assignment_id>/thu-hoi")
@who_may(*ASSIGNERS)
def withdraw(assignment_id: str) -> ResponseReturnValue:
    """Ask for it no longer; a second time changes nothing."""
    found = _own(assignment_id)
    if found.withdrawn_at is None:
        store.withdraw(db.connection, found.id, runtime().effects.now())
    return see_other(url_for("assignments_managed.one", assignment_id=found.id))


def _own(assignment_id: str) -> Assignment:
    return store.find(db.connection, current_person().unit_id, assignment_id) or abort(404)
