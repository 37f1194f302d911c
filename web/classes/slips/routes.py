"""For those who lead a class: make its slips, print them, withdraw one."""

from collections.abc import Collection

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from web.classes.lessons import members_store
from web.classes.lessons.classes import ClassState, TrainingClass
from web.classes.lessons.members_store import Member
from web.classes.lessons.pages import watched_class
from web.classes.lessons.scope import LEADERS
from web.classes.lessons.service import CLOSED
from web.classes.slips import paper, service, store
from web.shell.access import current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.shell.runtime import runtime

blueprint = Blueprint("slips", __name__, url_prefix="/buoi-tap/<class_id>/phieu")

_LONGEST_NUMBER = 9  # digits; nobody has so many people
NOBODY = "Anh/chị chọn ít nhất một người để in phiếu."
OVERTAKEN = (
    "Phiếu của buổi tập này vừa được làm hoặc thu hồi ở trang khác, nên lần bấm này chưa làm gì. "
    "Anh/chị xem lại danh sách dưới đây rồi bấm lần nữa nếu vẫn cần phiếu mới."
)


@blueprint.get("")
@who_may(*LEADERS)
def choose(class_id: str) -> ResponseReturnValue:
    """Who has a slip; whoever has none is chosen already."""
    training_class = watched_class(class_id)
    holders = {
        person
        for person, slip in store.newest(db.connection, training_class.id).items()
        if slip.is_good
    }
    return _page(
        training_class, {each.person_id for each in _expected(training_class)} - holders, Errors()
    )


@blueprint.post("")
@who_may(*LEADERS)
def print_slips(class_id: str) -> ResponseReturnValue:
    """New slips on paper: their codes are shown this once, and known to nobody afterwards.

    ``da-co`` is how many slips the class had when the form was made: a page loaded again would make
    new codes, and leave those just printed good for nothing.
    """
    training_class = watched_class(class_id, lock=True)
    chosen_ids = set(filter(None, map(_number, request.form.getlist("nguoi"))))
    chosen = [each for each in _expected(training_class) if each.person_id in chosen_ids]
    errors = _mistakes(training_class, chosen)
    if errors:
        return _page(training_class, chosen_ids, errors, 422)
    codes = service.make(
        db.connection, training_class, {each.person_id for each in chosen}, current_person()
    )
    sheet = paper.sheet(chosen, codes, runtime().settings.base_url)
    return page("slips/sheet.html", training_class=training_class, sheet=sheet)


@blueprint.post("/thu-hoi")
@who_may(*LEADERS)
def withdraw(class_id: str) -> ResponseReturnValue:
    """End one person's slip; whoever is inside by it is out with the next press."""
    training_class, person = (
        watched_class(class_id, lock=True),
        _number(request.form.get("thu-hoi", "")),
    )
    if person:
        service.withdraw(db.connection, training_class, person, current_person())
    return see_other(f"{training_class.page}/phieu")


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= _LONGEST_NUMBER else None


def _mistakes(training_class: TrainingClass, chosen: Collection[Member]) -> Errors:
    if training_class.state is ClassState.CLOSED:
        return Errors({"": CLOSED})
    if request.form.get("da-co") != str(store.count(db.connection, training_class.id)):
        return Errors({"": OVERTAKEN})
    return Errors() if chosen else Errors(nguoi=NOBODY)


def _expected(training_class: TrainingClass) -> list[Member]:
    everybody = members_store.members(db.connection, training_class.id)
    return members_store.by_name(each for each in everybody if each.takes_part)


def _page(
    training_class: TrainingClass, chosen: Collection[int], errors: Errors, status: int = 200
) -> Response:
    return page(
        "slips/choose.html",
        training_class=training_class,
        members=_expected(training_class),
        slips=store.newest(db.connection, training_class.id),
        chosen=chosen,
        count=store.count(db.connection, training_class.id),
        errors=errors,
        status=status,
    )
