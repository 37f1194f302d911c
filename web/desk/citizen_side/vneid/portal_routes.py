"""VNeID as the key to the public portal: QR code, consent, passcode (B4)."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from sandbox.public_portal.commands import ConfirmPasscode, ScanQr, ShareConsent
from web.desk.citizen_side import vneid_front
from web.desk.citizen_side.typed import form_value
from web.desk.citizen_side.visits import open_side
from web.desk.citizen_side.vneid import screens
from web.shell.access import capability as by_link

blueprint = Blueprint("vneid_portal", __name__, url_prefix="/cong-dan/<capability>/vneid")


@blueprint.get("/quet-qr")
@by_link
def scan(capability: str) -> ResponseReturnValue:
    """The drawn camera."""
    side = open_side(capability)
    signed_in = vneid_front.is_signed_in(side.world)
    return screens.show(side, "scan") if signed_in else screens.to_front(side)


@blueprint.post("/quet-qr")
@by_link
def scan_now(capability: str) -> ResponseReturnValue:
    """The portal's code is read."""
    side = open_side(capability)
    return screens.answer(side, ScanQr(hand=side.hand), refusal_screen=screens.redisplay("scan"))


@blueprint.post("/chia-se")
@by_link
def consent(capability: str) -> ResponseReturnValue:
    """[Xác nhận chia sẻ]."""
    side = open_side(capability)
    return screens.answer(side, ShareConsent(form_value("consent") == "co", hand=side.hand))


@blueprint.post("/xac-nhan")
@by_link
def confirm(capability: str) -> ResponseReturnValue:
    """The passcode; the portal opens then."""
    side = open_side(capability)
    command = ConfirmPasscode(form_value("passcode"), hand=side.hand)
    return screens.answer(side, command, "xong/cong")


@blueprint.get("/<any('chia-se','xac-nhan'):_step>")
@by_link
def reload(capability: str, _step: str) -> ResponseReturnValue:
    """The address a refused step leaves behind: on to the screen in front."""
    return screens.to_front(open_side(capability))
