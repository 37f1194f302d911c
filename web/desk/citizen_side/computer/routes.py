"""The desk's computer: what can be opened on it, and VNeID's page for activating there."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, Response, abort, redirect
from flask.typing import ResponseReturnValue

from sandbox.log import Actor
from sandbox.mock_vneid.activation import QUESTIONS
from sandbox.mock_vneid.commands import (
    EnterCode,
    RequestActivation,
    ResendCode,
    SetPasscode,
    SetPassword,
    SetQuestions,
)
from sandbox.mock_vneid.values import Device
from sandbox.own_hands import ByHand
from web.desk.citizen_side import following
from web.desk.citizen_side.computer.stage import Computer, Stage
from web.desk.citizen_side.pressing import Problems, press
from web.desk.citizen_side.typed import form_value, redisplay
from web.desk.citizen_side.visits import open_side
from web.shell.access import capability as by_link
from web.shell.access import polled
from web.shell.forms import problem_errors
from web.shell.htmx import page

blueprint = Blueprint("computer", __name__, url_prefix="/cong-dan/<capability>/may-tinh")


def _request(hand: Actor) -> ByHand:
    return RequestActivation(form_value("number"), form_value("phone"), Device.COMPUTER, hand=hand)


def _questions(hand: Actor) -> ByHand:
    first, second = form_value("first"), form_value("second")
    return SetQuestions(
        first, form_value("first_answer"), second, form_value("second_answer"), hand=hand
    )


_STEPS: Mapping[str, Callable[[Actor], ByHand]] = {
    "gui-yeu-cau": _request,
    "ma": lambda hand: EnterCode(form_value("code"), hand=hand),
    "gui-lai": lambda hand: ResendCode(hand=hand),
    "mat-khau": lambda hand: SetPassword(form_value("password"), form_value("again"), hand=hand),
    "passcode": lambda hand: SetPasscode(form_value("passcode"), form_value("again"), hand=hand),
    "cau-hoi": _questions,
}


@blueprint.get("/")
@by_link
def start(capability: str) -> ResponseReturnValue:
    """VNeID's page and the public portal, to choose from."""
    return _page("start", Computer(open_side(capability)))


@blueprint.get("/_/man-hinh")
@polled
@by_link
def follow(capability: str) -> ResponseReturnValue:
    """Where the activation goes on; nothing when the page is up to date."""
    computer = Computer(open_side(capability))
    return following.answer(computer.followed.tag, computer.activation)


@blueprint.get("/kich-hoat")
@by_link
def activation(capability: str) -> ResponseReturnValue:
    """The screen the activation has come to."""
    return _activation(Computer(open_side(capability)))


@blueprint.post("/kich-hoat")
@by_link
def step(capability: str) -> ResponseReturnValue:
    """One step of the activation; ``nut`` says which."""
    side = open_side(capability)
    button = form_value("nut")
    if button not in _STEPS:
        abort(400)
    side, problems = press(side, _STEPS[button](side.hand))
    computer = Computer(side)
    return _activation(computer, problems) if problems else redirect(computer.activation, 303)


def _activation(computer: Computer, problems: Problems = ()) -> Response:
    problems, typed = redisplay(problems, ("number", "phone", "first", "second"))
    return _page(computer.stage, computer, problems, typed=typed, questions=QUESTIONS.items())


def _page(name: str, computer: Computer, problems: Problems = (), **context: Any) -> Response:
    if computer.stage is Stage.CLOSED:
        name = "closed"
    return page(
        f"citizen_side/computer/{name}.html",
        status=422 if problems else 200,
        computer=computer,
        side=computer.side,
        followed=computer.followed,
        errors=problem_errors(problems),
        **context,
    )
