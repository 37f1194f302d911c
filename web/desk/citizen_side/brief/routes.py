"""Read the part, answer what was asked, leave, and swap roles at the end."""

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from sandbox.answers import CHECKED_FIELDS
from sandbox.log import Actor
from sandbox.own_hands import ByHand
from sandbox.phrases import phrase_book
from sandbox.played import Leave, Reply, options, paper_in_words
from training.brief import brief
from web.desk.citizen_side.visits import Side, act, open_side
from web.practice.role_play import service, view
from web.practice.runs import store as runs
from web.practice.runs.runs import RunRecord
from web.shell.access import capability as by_link
from web.shell.access import person_or_none, polled
from web.shell.database import db
from web.shell.forms import Errors, problem_errors
from web.shell.htmx import page, see_other
from web.worlds.addresses import BRIEF

blueprint = Blueprint("brief", __name__, url_prefix="/cong-dan/<capability>")
_FIELDS = [(name, label[0].upper() + label[1:], "") for name, label in CHECKED_FIELDS.items()]


def _player_side(capability: str) -> Side:
    """The side of whoever plays; for the clerk's pane, or where nobody plays, it is not there."""
    side = open_side(capability)
    if side.hand is not Actor.CITIZEN or not side.world.desk.played:
        abort(404)
    return side


@blueprint.get(f"/{BRIEF}")
@by_link
def part(capability: str) -> ResponseReturnValue:
    """What the clerk just said with the possible answers, and the part below it."""
    return _page(_player_side(capability), Errors())


@blueprint.get(f"/_/{BRIEF}")
@polled
@by_link
def asked(capability: str) -> ResponseReturnValue:
    """The changing part alone; 204 for a page that says it is up to date.

    Once the visit is over there is nothing to do below it either: the page comes anew.
    """
    side = _player_side(capability)
    if request.args.get("co") == _tag(side, _run(side)):
        return Response(status=204)
    if side.closed or side.world.desk.left:
        return see_other(f"{side.home}{BRIEF}")
    return _page(side, Errors())


@blueprint.post("/tra-loi")
@by_link
def reply(capability: str) -> ResponseReturnValue:
    """Answer by one of the offered answers."""
    form = request.form
    wrong = tuple(form.getlist("wrong"))
    return _act(
        capability,
        Reply(phrase=form.get("cau", ""), choice=form.get("chon", ""), wrong=wrong),
    )


@blueprint.post("/roi-quay")
@by_link
def leave(capability: str) -> ResponseReturnValue:
    """Get up and go."""
    return _act(capability, Leave())


def _act(capability: str, command: ByHand) -> ResponseReturnValue:
    side = _player_side(capability)
    refusal = act(side, command).decision.refusal
    if refusal:
        return _page(_player_side(capability), problem_errors(refusal.problems), 422)
    return see_other(f"{side.home}{BRIEF}")


@blueprint.post("/nhan-vai")
@by_link
def take_part(capability: str) -> ResponseReturnValue:
    """Say who plays the citizen, so that the two can swap afterwards."""
    side = _player_side(capability)
    run, person = _run(side), person_or_none()
    if run and person:
        service.take_part(db.connection, run, person)
    return see_other(f"{side.home}{BRIEF}")


@blueprint.post("/doi-vai")
@by_link
def swap(capability: str) -> ResponseReturnValue:
    """The colleague serves: a new run of theirs, at whose desk they sit down."""
    side = _player_side(capability)
    run, person = _run(side), person_or_none()
    if run and person and service.take_part(db.connection, run, person):
        swapped = service.swap(db.connection, run)
        if swapped:
            return see_other(swapped.desk)
    return see_other(f"{side.home}{BRIEF}")


def _run(side: Side) -> RunRecord | None:
    return runs.find_by_world(db.connection, side.world_id)


def _page(side: Side, errors: Errors, status: int = 200) -> Response:
    run, person = _run(side), person_or_none()
    return page(
        "citizen_side/brief/brief.html",
        fragment="asked",
        side=side,
        tag=_tag(side, run),
        phrase=phrase_book().get(side.world.desk.asked),
        options=options(side.world, side.at),
        fields=_FIELDS,
        paper=paper_in_words(side.world),
        brief=brief(side.world, side.at),
        play=view.of(db.connection, run) if run else None,
        person=person,
        may_play=bool(run and service.may_play(person, run)),
        errors=errors,
        status=status,
    )


def _tag(side: Side, run: RunRecord | None) -> str:
    """Changes with what is asked and how it can be answered, and with who plays and serves next.

    Not with all that the clerk does: boxes ticked meanwhile stay ticked.
    """
    desk, offered = side.world.desk, options(side.world, side.at)
    swapped = runs.swapped_into(db.connection, run.id) if run and not run.is_open else None
    flags = (desk.left, bool(desk.closed), bool(run and run.partner_id), bool(swapped))
    return f"{len(desk.phrases_said)}-{len(offered)}-{''.join(str(int(each)) for each in flags)}"
