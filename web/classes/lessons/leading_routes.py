"""One class, for those who lead it: open, pause, more time, close, who takes part."""

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from web.classes.lessons import members_store, programme, runs_store, service, store, taking_part
from web.classes.lessons.classes import TrainingClass
from web.classes.lessons.pages import may_lead, own_class, watched_class, watches
from web.classes.lessons.scope import EVERYBODY, LEADERS
from web.practice.scenarios.worth import counts
from web.shell.access import current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.shell.qr import qr_svg
from web.shell.runtime import runtime

blueprint = Blueprint("leading", __name__, url_prefix="/buoi-tap/<class_id>")

MINUTES = (15, 30, 60)
MOVES = {
    "mo": service.open_class,
    "tam-dung": service.pause,
    "lam-tiep": service.resume,
    "ket-thuc": service.close,
}


@blueprint.get("")
@who_may(*EVERYBODY)
def one(class_id: str) -> ResponseReturnValue:
    """The class; whoever only takes part in it is led to their tasks there."""
    person = current_person()
    training_class = (
        store.find(db.connection, class_id, person.unit_id) if watches(person.role) else None
    )
    return (
        _page(training_class, Errors())
        if training_class
        else see_other(own_class(class_id)[0].tasks)
    )


@blueprint.post("/trang-thai")
@who_may(*LEADERS)
def move(class_id: str) -> ResponseReturnValue:
    """Open, pause, go on or close; pressing twice does it once."""
    training_class, action = watched_class(class_id, lock=True), request.form.get("viec", "")
    if action not in MOVES:
        abort(400)
    refusal = MOVES[action](db.connection, training_class)
    if refusal:
        return _page(training_class, Errors({"": refusal}), 422)
    return see_other(training_class.page)


@blueprint.get("/ket-thuc")
@who_may(*LEADERS)
def ask_to_close(class_id: str) -> ResponseReturnValue:
    """Ask once more, and say what will happen to visits still open."""
    training_class = watched_class(class_id)
    everybody = members_store.members(db.connection, training_class.id)
    gone = {each.person_id for each in everybody if not each.takes_part}
    runs = runs_store.every_open_run(db.connection, training_class.id)
    return page(
        "lessons/close.html",
        training_class=training_class,
        count=len(runs),
        of_gone=sum(run.person_id in gone for run in runs),
        by_slip=sum(each.takes_part and each.slip_at is not None for each in everybody),
    )


@blueprint.post("/gia-han")
@who_may(*LEADERS)
def extend(class_id: str) -> ResponseReturnValue:
    """Give it more time."""
    training_class = watched_class(class_id, lock=True)
    minutes = request.form.get("phut", "")
    if minutes not in map(str, MINUTES):
        return _page(training_class, Errors({"": "Anh/chị chọn thêm 15, 30 hoặc 60 phút."}), 422)
    refusal = service.extend(db.connection, training_class, int(minutes), current_person())
    return (
        _page(training_class, Errors({"": refusal}), 422)
        if refusal
        else see_other(training_class.page)
    )


@blueprint.post("/nguoi/<int:person_id>")
@who_may(*LEADERS)
def move_member(class_id: str, person_id: int) -> ResponseReturnValue:
    """Take somebody out, or let them come back."""
    training_class = watched_class(class_id, lock=True)
    member = members_store.member(db.connection, training_class.id, person_id) or abort(404)
    if request.form.get("viec") == "roi" and member.takes_part:
        taking_part.remove(db.connection, training_class, person_id)
    elif request.form.get("viec") == "vao-lai" and not member.takes_part:
        taking_part.restore(db.connection, training_class, person_id)
    return see_other(f"{training_class.page}#nguoi-tham-gia")


def _page(training_class: TrainingClass, errors: Errors, status: int = 200) -> Response:
    everybody = members_store.by_name(members_store.members(db.connection, training_class.id))
    planned = programme.read(db.connection, training_class)
    return page(
        "lessons/class.html",
        training_class=training_class,
        programme=planned,
        counts=counts,
        withdrawn=[each for each in planned if not each.offered],
        errors=errors,
        members=[each for each in everybody if each.takes_part],
        takes_part=current_person().id in {each.person_id for each in everybody if each.takes_part},
        joined=sum(each.takes_part and each.joined_at is not None for each in everybody),
        removed=[each for each in everybody if not each.takes_part],
        trainer=members_store.name_of(db.connection, training_class.plan.trainer_id),
        unit=store.names_of_units(db.connection, [training_class.plan.unit_id])[
            training_class.plan.unit_id
        ],
        qr=qr_svg(runtime().settings.base_url + training_class.joining),
        now=runtime().effects.now(),
        minutes=MINUTES,
        may_lead=may_lead(),
        status=status,
    )
