"""The citizen's handset: home screen, messages, and the part of the screen that is polled."""

from collections.abc import Sequence

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from sandbox.desk import Say
from sandbox.refusal import Problem
from training.narration_vneid import OFFICES
from web.desk.citizen_side import following, handset, phone_screen
from web.desk.citizen_side.visits import Side, act, open_side, problems_of
from web.shell.access import capability as by_link
from web.shell.access import polled
from web.shell.forms import problem_errors
from web.shell.htmx import page, see_other

blueprint = Blueprint("handset", __name__, url_prefix="/cong-dan/<capability>")


@blueprint.get("/")
@by_link
def home(capability: str) -> ResponseReturnValue:
    """The clock, what the citizen says aloud, what has arrived (newest first), and the apps."""
    return _screen(open_side(capability))


@blueprint.get("/tin-nhan/")
@by_link
def messages(capability: str) -> ResponseReturnValue:
    """The messages as the app shows them."""
    return _messages(open_side(capability))


@blueprint.post("/tin-nhan/")
@by_link
def take_phone(capability: str) -> ResponseReturnValue:
    """The clerk, from over the desk, takes the telephone to read for themselves."""
    side = open_side(capability)
    if not side.in_clerks_hand:
        abort(404)
    result = act(side, Say("take_phone"))
    problems = problems_of(result)
    return _messages(side.with_result(result), problems) if problems else see_other(request.path)


def _messages(side: Side, problems: Sequence[Problem] = ()) -> Response:
    arrived = handset.messages(side)
    return phone_screen.show(
        side,
        "citizen_side/messages.html",
        request.path,
        errors=problem_errors(problems),
        depends_on=(len(arrived), side.covered),
        plain=True,
        messages=arrived,
    )


@blueprint.get("/tin-nhan/<int:number>")
@by_link
def message(capability: str, number: int) -> ResponseReturnValue:
    """One message in large letters; a covered one stays in the list."""
    side = open_side(capability)
    found = [each for each in handset.messages(side) if each.number == number]
    if not found:
        abort(404)
    if found[0].covered:
        return see_other(f"{side.home}tin-nhan/")
    return page("citizen_side/message.html", side=side, message=found[0])


@blueprint.get("/_/man-hinh")
@polled
@by_link
def screen(capability: str) -> ResponseReturnValue:
    """The changing part of the screen; 304, or 204 for a page that says it is up to date."""
    side = open_side(capability)
    return following.unchanged(_tag(side)) or _screen(side)


def _tag(side: Side) -> str:
    """Changes with the world's log, with each arrival, and with the minute on the clock."""
    arrived = len(handset.arrived(side.world, side.at))
    return f"{side.world.seq}-{arrived}-{side.at:%d%H%M}"


def _screen(side: Side) -> Response:
    tag = _tag(side)
    response = page(
        "citizen_side/home.html",
        fragment="screen",
        side=side,
        tag=tag,
        messages=handset.messages(side),
        spoken=handset.spoken(side, side.log()),
        weekday=handset.weekday(side.at),
        office=OFFICES.get(side.world.arrival.referred_to, ""),
        with_old_phone=handset.with_old_phone(side.world),
    )
    response.set_etag(tag)
    return response
