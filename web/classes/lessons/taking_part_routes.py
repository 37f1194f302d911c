"""For those who take part: come in by code, see the tasks, begin one."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from web.classes.lessons import members_store, programme, runs_store, taking_part
from web.classes.lessons.classes import TrainingClass
from web.classes.lessons.members_store import Member
from web.classes.lessons.pages import own_class
from web.classes.lessons.tasks import tasks_of
from web.practice.runs.runs import PRACTISING
from web.shell.access import current_person, polled, slips_too, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.shell.runtime import runtime

blueprint = Blueprint("taking_part", __name__, url_prefix="/buoi-tap")


@blueprint.get("/vao")
@who_may(*PRACTISING)
def ask_code() -> ResponseReturnValue:
    """Ask for the code; a QR code brings it along."""
    return _join_page(taking_part.clean(request.args.get("ma", "")), Errors())


@blueprint.post("/vao")
@who_may(*PRACTISING)
def join() -> ResponseReturnValue:
    """Come into the class of that code."""
    code = taking_part.clean(request.form.get("ma", ""))
    found = taking_part.join(db.connection, current_person(), code)
    if isinstance(found, str):
        return _join_page(code, Errors(ma=found), 422)
    return see_other(found.tasks)


def _join_page(code: str, errors: Errors, status: int = 200) -> Response:
    return page("lessons/join.html", code=code, errors=errors, status=status)


@blueprint.get("/<class_id>/bai")
@slips_too
@who_may(*PRACTISING)
def tasks(class_id: str) -> ResponseReturnValue:
    """The tasks in order, and where one stands with each."""
    return _tasks_page(*own_class(class_id), Errors())


@blueprint.get("/<class_id>/_/bai")
@polled
@slips_too
@who_may(*PRACTISING)
def tasks_now(class_id: str) -> ResponseReturnValue:
    """The same when the class was opened, paused or closed meanwhile; else 204."""
    training_class, member = own_class(class_id)
    if request.args.get("co") == _tag(training_class, member):
        return Response(status=204)
    return _tasks_page(training_class, member, Errors())


@blueprint.post("/<class_id>/bai")
@slips_too
@who_may(*PRACTISING)
def begin(class_id: str) -> ResponseReturnValue:
    """Sit down at the desk of a task; a task already begun is gone on with."""
    training_class, member = own_class(class_id, lock=True)
    run = taking_part.begin(
        db.connection, training_class, current_person(), request.form.get("scenario", "")
    )
    if isinstance(run, str):
        return _tasks_page(training_class, member, Errors({"": run}), 422)
    members_store.note_joined(
        db.connection, training_class.id, current_person().id, runtime().effects.now()
    )
    return see_other(run.desk)


def _tag(training_class: TrainingClass, member: Member) -> str:
    removed = "" if member.takes_part else "-roi"
    return f"{training_class.state.value}-{training_class.version}{removed}"


def _tasks_page(
    training_class: TrainingClass, member: Member, errors: Errors, status: int = 200
) -> Response:
    runs = runs_store.of_person(db.connection, training_class.id, member.person_id)
    return page(
        "lessons/tasks.html",
        fragment="now",
        training_class=training_class,
        member=member,
        tasks=tasks_of(programme.read(db.connection, training_class), runs),
        tag=_tag(training_class, member),
        why_not=taking_part.why_not_now(training_class, member),
        errors=errors,
        status=status,
    )
