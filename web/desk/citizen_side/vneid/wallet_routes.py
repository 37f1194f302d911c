"""VNeID, signed in: the wallet, integrating a paper, the devices (B4)."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from sandbox.mock_vneid.commands import IntegratePaper
from web.desk.citizen_side import vneid_front
from web.desk.citizen_side.typed import form_value
from web.desk.citizen_side.visits import open_side
from web.desk.citizen_side.vneid import screens
from web.shell.access import capability as by_link

blueprint = Blueprint("vneid_wallet", __name__, url_prefix="/cong-dan/<capability>/vneid")

_INTEGRATE = ("integrate", "paper", "number")
_SCREENS = {"vi": "wallet", "thiet-bi": "devices"}


@blueprint.get("/<any('vi','thiet-bi'):place>")
@by_link
def look(capability: str, place: str) -> ResponseReturnValue:
    """The wallet, or the devices."""
    side = open_side(capability)
    if not vneid_front.is_signed_in(side.world):
        return screens.to_front(side)
    return screens.show(side, _SCREENS[place])


@blueprint.get("/tich-hop")
@by_link
def integrate(capability: str) -> ResponseReturnValue:
    """Tích hợp thông tin › Tạo mới yêu cầu."""
    side = open_side(capability)
    if not vneid_front.is_signed_in(side.world):
        return screens.to_front(side)
    return screens.redisplay(*_INTEGRATE)(side, ())


@blueprint.post("/tich-hop")
@by_link
def integrate_now(capability: str) -> ResponseReturnValue:
    """Send the request; the wallet shows what became of it."""
    side = open_side(capability)
    command = IntegratePaper(
        form_value("paper"), form_value("number"), form_value("passcode"), hand=side.hand
    )
    return screens.answer(side, command, "vi", screens.redisplay(*_INTEGRATE))
