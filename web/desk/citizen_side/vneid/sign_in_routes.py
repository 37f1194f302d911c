"""VNeID: signing in, and a password or passcode forgotten (B4)."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from sandbox.mock_vneid.commands import ForgetPassword, SignIn
from web.desk.citizen_side import vneid_front
from web.desk.citizen_side.typed import form_value
from web.desk.citizen_side.visits import Side, open_side
from web.desk.citizen_side.vneid import screens
from web.shell.access import capability as by_link

blueprint = Blueprint("vneid_sign_in", __name__, url_prefix="/cong-dan/<capability>/vneid")

_SIGN_IN = ("sign_in", "number")
_FORGOTTEN = ("forgot_password", "number", "phone", "full_name", "birth_date")


@blueprint.get("/dang-nhap")
@by_link
def sign_in(capability: str) -> ResponseReturnValue:
    """Ask for number and password."""
    side = open_side(capability)
    if vneid_front.is_signed_in(side.world):
        return screens.to_front(side)
    return screens.redisplay(*_SIGN_IN)(side, ())


@blueprint.post("/dang-nhap")
@by_link
def sign_in_now(capability: str) -> ResponseReturnValue:
    """Check them; a new telephone is asked for more."""
    side = open_side(capability)
    command = SignIn(form_value("number"), form_value("password"), hand=side.hand)
    return screens.answer(side, command, refusal_screen=screens.redisplay(*_SIGN_IN))


@blueprint.get("/quen-mat-khau")
@by_link
def forgot_password(capability: str) -> ResponseReturnValue:
    """Ask who it is."""
    return screens.redisplay(*_FORGOTTEN)(open_side(capability), ())


@blueprint.post("/quen-mat-khau")
@by_link
def forgot_password_now(capability: str) -> ResponseReturnValue:
    """Check who it is; then comes a code."""
    side = open_side(capability)
    return screens.answer(side, _forget(side), refusal_screen=screens.redisplay(*_FORGOTTEN))


def _forget(side: Side) -> ForgetPassword:
    return ForgetPassword(
        form_value("number"),
        form_value("phone"),
        form_value("full_name"),
        form_value("birth_date"),
        hand=side.hand,
    )


@blueprint.get("/quen-mat-ma")
@by_link
def forgot_passcode(capability: str) -> ResponseReturnValue:
    """Say that a code will come, and ask whether to go on."""
    side = open_side(capability)
    signed_in = vneid_front.is_signed_in(side.world)
    return screens.show(side, "forgot_passcode") if signed_in else screens.to_front(side)
