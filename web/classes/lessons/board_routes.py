"""The live board, the projector's view of it, and help sent from there.

The board names people, so it is for those who lead them; the supervisor has the projector's view.
"""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from training.live import Progress
from web.classes.lessons import board, helping, members_store, rendering
from web.classes.lessons.board_row import Row
from web.classes.lessons.classes import TrainingClass
from web.classes.lessons.helping import HINT, SOME, TROUBLE, HelpRequest, help_request_from
from web.classes.lessons.members_store import Member
from web.classes.lessons.pages import may_lead, watched_class
from web.classes.lessons.scope import LEADERS, WATCHERS
from web.shell.access import polled, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.shell.qr import qr_svg
from web.shell.runtime import runtime

blueprint = Blueprint("board", __name__, url_prefix="/buoi-tap/<class_id>")


@blueprint.get("/bang")
@who_may(*LEADERS)
def live(class_id: str) -> ResponseReturnValue:
    """Everybody in one table, whoever needs help first."""
    training_class = watched_class(class_id)
    return page(
        "lessons/board.html",
        training_class=training_class,
        panel=_board(training_class),
        sent=_sent(),
        may_lead=may_lead(),
    )


@blueprint.get("/_/bang")
@polled
@who_may(*LEADERS)
def live_now(class_id: str) -> ResponseReturnValue:
    """The table alone, if it has changed."""
    return rendering.if_changed(_board(watched_class(class_id)))


def _board(training_class: TrainingClass) -> rendering.Panel:
    return rendering.render_board(
        training_class, board.read(db.connection, training_class, runtime().effects.now())
    )


def _sent() -> tuple[int, int] | None:
    """What the help just sent has reached, as the address tells."""
    counts = request.args.get("nhan", ""), request.args.get("lo", "")
    reached, missed = (int(each) if each.isdecimal() and len(each) < 5 else -1 for each in counts)
    return (reached, missed) if reached >= 0 and missed >= 0 else None


@blueprint.get("/man-chieu")
@who_may(*WATCHERS)
def screen(class_id: str) -> ResponseReturnValue:
    """For the wall: large figures, no names."""
    training_class = watched_class(class_id)
    qr = qr_svg(runtime().settings.base_url + training_class.joining)
    return page(
        "lessons/screen.html", training_class=training_class, panel=_screen(training_class), qr=qr
    )


@blueprint.get("/_/man-chieu")
@polled
@who_may(*WATCHERS)
def screen_now(class_id: str) -> ResponseReturnValue:
    """The figures alone, if they have changed."""
    return rendering.if_changed(_screen(watched_class(class_id)))


def _screen(training_class: TrainingClass) -> rendering.Panel:
    return rendering.render_screen(
        training_class, board.read(db.connection, training_class, runtime().effects.now())
    )


@blueprint.get("/giup")
@who_may(*LEADERS)
def ask_help(class_id: str) -> ResponseReturnValue:
    """What to send; the address may name one person."""
    training_class = watched_class(class_id)
    help_request = help_request_from(request.args)
    if help_request.people:
        help_request.to = SOME
    only = _only(training_class, help_request)
    if only and only[1] and only[1].step and training_class.hints_allowed:
        help_request.words = only[1].step.hint
    return _help_page(training_class, help_request, Errors(), only)


@blueprint.post("/giup")
@who_may(*LEADERS)
def help_now(class_id: str) -> ResponseReturnValue:
    """Send a hint or order trouble; back to the board, which tells how many it has reached."""
    training_class, help_request = watched_class(class_id), help_request_from(request.form)
    what = TROUBLE if request.form.get("viec") == TROUBLE else HINT
    members = _taking_part(training_class)
    errors = helping.mistakes(help_request, what, training_class, members)
    if errors:
        return _help_page(
            training_class, help_request, errors, _only(training_class, help_request), 422
        )
    sent = helping.send(db.connection, training_class, help_request, what, members)
    return see_other(f"{training_class.board}?nhan={sent.reached}&lo={sent.missed}")


def _taking_part(training_class: TrainingClass) -> list[Member]:
    everybody = members_store.members(db.connection, training_class.id)
    return members_store.by_name(each for each in everybody if each.takes_part)


def _only(
    training_class: TrainingClass, help_request: HelpRequest
) -> tuple[Row, Progress | None] | None:
    """The one person meant, with how far they are; None when several are, or nobody now."""
    if help_request.to != SOME or len(help_request.people) != 1:
        return None
    return board.one(db.connection, training_class, help_request.people[0], runtime().effects.now())


def _help_page(
    training_class: TrainingClass,
    help_request: HelpRequest,
    errors: Errors,
    only: tuple[Row, Progress | None] | None,
    status: int = 200,
) -> Response:
    return page(
        "lessons/help.html",
        training_class=training_class,
        help_request=help_request,
        errors=errors,
        only=only[0] if only else None,
        people=[(each.person_id, each.full_name, "") for each in _taking_part(training_class)],
        troubles=[(key, words, note) for key, (words, note, _) in helping.TROUBLES.items()],
        status=status,
    )
