"""VNeID: the screen in front, and registering for level 1 or for one's child (B3)."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from sandbox.mock_vneid.commands import BeginRegistration, RegisterChild
from web.desk.citizen_side import vneid_front
from web.desk.citizen_side.typed import form_value
from web.desk.citizen_side.visits import open_side
from web.desk.citizen_side.vneid import screens
from web.shell.access import capability as by_link

blueprint = Blueprint("vneid", __name__, url_prefix="/cong-dan/<capability>/vneid")

_REGISTER = ("register", "number", "phone")
_CHILD = ("child", "number")


@blueprint.get("/")
@by_link
def in_front(capability: str) -> ResponseReturnValue:
    """Whatever the app shows now."""
    return screens.in_front(open_side(capability))


@blueprint.get("/cua")
@by_link
def door(capability: str) -> ResponseReturnValue:
    """The first screen, for somebody who leaves an unfinished row of screens."""
    side = open_side(capability)
    return screens.show(side, "home" if vneid_front.is_signed_in(side.world) else "door")


@blueprint.get("/dang-ky")
@by_link
def register(capability: str) -> ResponseReturnValue:
    """Ask for the number and the phone."""
    return screens.redisplay(*_REGISTER)(open_side(capability), ())


@blueprint.post("/dang-ky")
@by_link
def register_now(capability: str) -> ResponseReturnValue:
    """Begin the registration; what comes is told first."""
    side = open_side(capability)
    command = BeginRegistration(form_value("number"), form_value("phone"), hand=side.hand)
    return screens.answer(side, command, "luu-y", screens.redisplay(*_REGISTER))


@blueprint.get("/luu-y")
@by_link
def before_the_card(capability: str) -> ResponseReturnValue:
    """What to have at hand before the card is read."""
    side = open_side(capability)
    waits_for_card = vneid_front.screen(side.world) == "card"
    return screens.show(side, "notes") if waits_for_card else screens.to_front(side)


@blueprint.get("/con")
@by_link
def child(capability: str) -> ResponseReturnValue:
    """Ask for the child's number."""
    side = open_side(capability)
    if not vneid_front.is_signed_in(side.world):
        return screens.to_front(side)
    return screens.redisplay(*_CHILD)(side, ())


@blueprint.post("/con")
@by_link
def child_now(capability: str) -> ResponseReturnValue:
    """Register the child."""
    side = open_side(capability)
    command = RegisterChild(form_value("number"), form_value("passcode"), hand=side.hand)
    return screens.answer(side, command, "xong/con", screens.redisplay(*_CHILD))
