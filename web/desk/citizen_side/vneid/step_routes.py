"""VNeID: the steps for which nothing is typed, and the screens after a task is done."""

from collections.abc import Mapping

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from sandbox.mock_vneid import commands
from sandbox.own_hands import ByHand
from web.desk.citizen_side.visits import open_side
from web.desk.citizen_side.vneid import done, screens
from web.shell.access import capability as by_link

blueprint = Blueprint("vneid_steps", __name__, url_prefix="/cong-dan/<capability>/vneid")

# Each button: what it does, and where it leads in the app ("" to the screen in front).
_BUTTONS: Mapping[str, tuple[type[ByHand], str]] = {
    "doc-chip": (commands.ReadChip, ""),
    "quet-the": (commands.ReadQr, ""),
    "khuon-mat": (commands.TakeFace, ""),
    "gui-dang-ky": (commands.SubmitRegistration, "xong/dang-ky"),
    "gui-lai-ma": (commands.ResendCode, ""),
    "gui-ma-mat-ma": (commands.ForgetPasscode, ""),
    "huy-lien-ket": (commands.SignOut, "xong/huy-lien-ket"),
}


@blueprint.post("/buoc/<button>")
@by_link
def press(capability: str, button: str) -> ResponseReturnValue:
    """One button."""
    side = open_side(capability)
    command, next_path = _BUTTONS.get(button) or abort(404)
    return screens.answer(side, command(hand=side.hand), next_path)


@blueprint.get("/buoc/<button>")
@by_link
def reload(capability: str, button: str) -> ResponseReturnValue:
    """The address a refused step leaves behind: on to the screen in front."""
    side = open_side(capability)
    return screens.to_front(side) if button in _BUTTONS else abort(404)


@blueprint.get("/xong/<what>")
@by_link
def finished(capability: str, what: str) -> ResponseReturnValue:
    """A task is done, and what comes next."""
    side = open_side(capability)
    ending = done.ENDINGS.get(what) or abort(404)
    if not ending.holds(side):
        return screens.to_front(side)
    return screens.show(side, "done", ending=ending, text=ending.says(side))
