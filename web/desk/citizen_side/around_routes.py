"""Around the telephone in hand: the former one, a call to the hotline, the police, the role."""

from collections.abc import Sequence

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from sandbox.mock_vneid.commands import CallHotline, Enrol
from sandbox.own_hands import ByHand
from sandbox.refusal import Problem
from web.desk.citizen_side import closed, handset, phone_screen, police, role
from web.desk.citizen_side.visits import Side, act, open_side, problems_of
from web.shell.access import capability as by_link
from web.shell.forms import problem_errors
from web.shell.htmx import page, see_other

blueprint = Blueprint("around", __name__, url_prefix="/cong-dan/<capability>")


@blueprint.get("/may-cu")
@by_link
def old_phone(capability: str) -> ResponseReturnValue:
    """The former telephone, with the code for a sign-in elsewhere."""
    side = open_side(capability)
    if not handset.with_old_phone(side.world):
        abort(404)
    return _show(side, "old_phone")


@blueprint.get("/goi")
@by_link
def call(capability: str) -> ResponseReturnValue:
    """Who can be called, and what they do."""
    return _show(open_side(capability), "call")


@blueprint.post("/goi")
@by_link
def call_now(capability: str) -> ResponseReturnValue:
    """Ring the hotline."""
    side = open_side(capability)
    return _do(side, "call", CallHotline(hand=side.hand))


@blueprint.get("/cong-an")
@by_link
def counter(capability: str) -> ResponseReturnValue:
    """The police counter the citizen was referred to."""
    return _show(open_side(capability), "police")


@blueprint.post("/cong-an")
@by_link
def enrol(capability: str) -> ResponseReturnValue:
    """Be enrolled."""
    side = open_side(capability)
    return _do(side, "police", Enrol(hand=side.hand))


@blueprint.get("/vai")
@by_link
def own_role(capability: str) -> ResponseReturnValue:
    """What somebody who plays the citizen knows; not for the hand that reaches over the desk."""
    side = open_side(capability)
    if side.in_clerks_hand:
        abort(404)
    return page("citizen_side/role.html", side=side, card_lines=role.card_lines(side.world))


def _do(side: Side, name: str, command: ByHand) -> Response:
    result = act(side, command)
    problems = problems_of(result)
    return _show(side.with_result(result), name, problems) if problems else see_other(request.path)


def _show(side: Side, name: str, problems: Sequence[Problem] = ()) -> Response:
    if side.closed:
        return closed.show(side, 422 if problems else 200)
    counter, code = police.counter(side), side.eid.code
    return phone_screen.show(
        side,
        f"citizen_side/{name}.html",
        request.path,
        errors=problem_errors(problems),
        depends_on=(counter, code and code.expires_at),
        plain=name == "old_phone",
        counter=counter,
    )
