"""VNeID: activating level 2, and what its row of screens asks for: code, secrets, questions."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from sandbox.mock_vneid.commands import (
    EnterCode,
    RequestActivation,
    SetPasscode,
    SetPassword,
    SetQuestions,
)
from web.desk.citizen_side.typed import form_value
from web.desk.citizen_side.visits import Side, open_side
from web.desk.citizen_side.vneid import done, screens
from web.shell.access import capability as by_link

blueprint = Blueprint("vneid_activation", __name__, url_prefix="/cong-dan/<capability>/vneid")

_ACTIVATE = ("activate", "number", "phone")


@blueprint.get("/kich-hoat")
@by_link
def activate(capability: str) -> ResponseReturnValue:
    """Ask for the number and the phone."""
    return screens.redisplay(*_ACTIVATE)(open_side(capability), ())


@blueprint.post("/kich-hoat")
@by_link
def activate_now(capability: str) -> ResponseReturnValue:
    """[Gửi yêu cầu]."""
    side = open_side(capability)
    command = RequestActivation(form_value("number"), form_value("phone"), hand=side.hand)
    return screens.answer(side, command, refusal_screen=screens.redisplay(*_ACTIVATE))


@blueprint.post("/ma-otp")
@by_link
def code(capability: str) -> ResponseReturnValue:
    """The one-time code, whatever it is for."""
    side = open_side(capability)
    return screens.answer(side, EnterCode(form_value("code"), hand=side.hand))


@blueprint.post("/mat-khau")
@by_link
def password(capability: str) -> ResponseReturnValue:
    """A password of one's own."""
    side = open_side(capability)
    command = SetPassword(form_value("password"), form_value("again"), hand=side.hand)
    return screens.answer(side, command, done.after_password(side.world))


@blueprint.post("/mat-ma")
@by_link
def passcode(capability: str) -> ResponseReturnValue:
    """Six digits of one's own."""
    side = open_side(capability)
    command = SetPasscode(form_value("passcode"), form_value("again"), hand=side.hand)
    return screens.answer(side, command, done.after_passcode(side.world))


@blueprint.post("/cau-hoi")
@by_link
def questions(capability: str) -> ResponseReturnValue:
    """Two questions and their answers; the account is active then."""
    side = open_side(capability)
    return screens.answer(side, _questions(side), "xong/kich-hoat")


def _questions(side: Side) -> SetQuestions:
    return SetQuestions(
        form_value("first"),
        form_value("first_answer"),
        form_value("second"),
        form_value("second_answer"),
        hand=side.hand,
    )


@blueprint.get("/<any('ma-otp','mat-khau','mat-ma','cau-hoi'):_step>")
@by_link
def reload(capability: str, _step: str) -> ResponseReturnValue:
    """The address a refused step leaves behind: on to the screen in front."""
    return screens.to_front(open_side(capability))
