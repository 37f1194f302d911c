"""The live board, the projector's view of it, and help sent from there.

The board names people, so it is for those who lead them; the supervisor has the projector's view.
"""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from training.live import Progress
from web.classes.lessons import board, drawing, helping, members_store
from web.classes.lessons.board_row import Row
from web.classes.lessons.classes import TrainingClass
from web.classes.lessons.helping import HINT, SOME, TROUBLE, Asked, asked_in
from web.classes.lessons.members_store import Member
from web.classes.lessons.pages import may_lead, seen_class
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
    kept = seen_class(class_id)
    return page(
        "lessons/board.html",
        kept=kept,
        drawn=_board(kept),
        sent=_sent(),
        may_lead=may_lead(),
    )


@blueprint.get("/_/bang")
@polled
@who_may(*LEADERS)
def live_now(class_id: str) -> ResponseReturnValue:
    """The table alone, if it has changed."""
    return drawing.if_changed(_board(seen_class(class_id)))


def _board(kept: TrainingClass) -> drawing.Drawn:
    return drawing.board_drawn(kept, board.read(db.connection, kept, runtime().effects.now()))


def _sent() -> tuple[int, int] | None:
    """What the help just sent has reached, as the address tells."""
    told = request.args.get("nhan", ""), request.args.get("lo", "")
    reached, missed = (int(each) if each.isdecimal() and len(each) < 5 else -1 for each in told)
    return (reached, missed) if reached >= 0 and missed >= 0 else None


@blueprint.get("/man-chieu")
@who_may(*WATCHERS)
def screen(class_id: str) -> ResponseReturnValue:
    """For the wall: large figures, no names."""
    kept = seen_class(class_id)
    qr = qr_svg(runtime().settings.base_url + kept.joining)
    return page("lessons/screen.html", kept=kept, drawn=_screen(kept), qr=qr)


@blueprint.get("/_/man-chieu")
@polled
@who_may(*WATCHERS)
def screen_now(class_id: str) -> ResponseReturnValue:
    """The figures alone, if they have changed."""
    return drawing.if_changed(_screen(seen_class(class_id)))


def _screen(kept: TrainingClass) -> drawing.Drawn:
    return drawing.screen_drawn(kept, board.read(db.connection, kept, runtime().effects.now()))


@blueprint.get("/giup")
@who_may(*LEADERS)
def ask_help(class_id: str) -> ResponseReturnValue:
    """What to send; the address may name one person."""
    kept = seen_class(class_id)
    asked = asked_in(request.args)
    if asked.people:
        asked.to = SOME
    only = _only(kept, asked)
    if only and only[1] and only[1].step and kept.hints_allowed:
        asked.words = only[1].step.hint
    return _help_page(kept, asked, Errors(), only)


@blueprint.post("/giup")
@who_may(*LEADERS)
def help_now(class_id: str) -> ResponseReturnValue:
    """Send a hint or order trouble; back to the board, which tells how many it has reached."""
    kept, asked = seen_class(class_id), asked_in(request.form)
    what = TROUBLE if request.form.get("viec") == TROUBLE else HINT
    members = _taking_part(kept)
    errors = helping.mistakes(asked, what, kept, members)
    if errors:
        return _help_page(kept, asked, errors, _only(kept, asked), 422)
    sent = helping.send(db.connection, kept, asked, what, members)
    return see_other(f"{kept.board}?nhan={sent.reached}&lo={sent.missed}")


def _taking_part(kept: TrainingClass) -> list[Member]:
    everybody = members_store.members(db.connection, kept.id)
    return members_store.by_name(each for each in everybody if each.takes_part)


def _only(kept: TrainingClass, asked: Asked) -> tuple[Row, Progress | None] | None:
    """The one person meant, with how far they are; None when several are, or nobody now."""
    if asked.to != SOME or len(asked.people) != 1:
        return None
    return board.one(db.connection, kept, asked.people[0], runtime().effects.now())


def _help_page(
    kept: TrainingClass,
    asked: Asked,
    errors: Errors,
    only: tuple[Row, Progress | None] | None,
    status: int = 200,
) -> Response:
    return page(
        "lessons/help.html",
        kept=kept,
        asked=asked,
        errors=errors,
        only=only[0] if only else None,
        people=[(each.person_id, each.full_name, "") for each in _taking_part(kept)],
        troubles=[(key, words, note) for key, (words, note, _) in helping.TROUBLES.items()],
        status=status,
    )
