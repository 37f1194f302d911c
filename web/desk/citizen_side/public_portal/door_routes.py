"""The public portal's door: QR code, number and password, or the portal's own account."""

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, abort, redirect, request
from flask.typing import ResponseReturnValue

from sandbox.fidelity import sentence
from sandbox.log import Actor
from sandbox.mock_vneid.commands import EnterCode, ResendCode
from sandbox.own_hands import ByHand
from sandbox.public_portal.commands import (
    ConfirmPasscode,
    GiveNumber,
    ShareConsent,
    SignInWithAccount,
)
from sandbox.refusal import Problem
from sandbox.rules import Rule
from web.desk.citizen_side.pressing import Problems, press
from web.desk.citizen_side.public_portal.pages import portal_page
from web.desk.citizen_side.public_portal.stage import DOOR, Portal, Stage
from web.desk.citizen_side.typed import form_value, redisplay, safe_texts
from web.desk.citizen_side.visits import open_side
from web.shell.access import capability as by_link
from web.shell.qr import qr_svg
from web.shell.runtime import runtime

blueprint = Blueprint("public_door", __name__, url_prefix="/cong-dan/<capability>/cong/dang-nhap")

_GIVE_NUMBER = "so"
_STEPS: Mapping[str, Callable[[Actor], ByHand]] = {
    _GIVE_NUMBER: lambda hand: GiveNumber(form_value("number"), form_value("password"), hand=hand),
    "ma": lambda hand: EnterCode(form_value("code"), hand=hand),
    "gui-lai": lambda hand: ResendCode(hand=hand),
    "dong-y": lambda hand: ShareConsent("yes" in request.form.getlist("consent"), hand=hand),
    "passcode": lambda hand: ConfirmPasscode(form_value("passcode"), hand=hand),
}
_SCREENS = {
    Stage.ON_PHONE: "on_phone",
    Stage.CODE: "code",
    Stage.CONSENT: "consent",
    Stage.CONFIRM: "passcode",
}


@blueprint.get("")
@by_link
def door(capability: str) -> ResponseReturnValue:
    """The ways in, or the screen a sign-in has come to; ``?lai`` shows the ways once more."""
    portal = Portal(open_side(capability))
    if portal.stage in (Stage.INSIDE, Stage.NEW_PASSWORD):
        return redirect(portal.next_url, 303)
    return _ways(portal) if "lai" in request.args else _screen(portal)


@blueprint.post("")
@by_link
def step(capability: str) -> ResponseReturnValue:
    """One step of signing in with VNeID; ``nut`` says which."""
    side = open_side(capability)
    button = form_value("nut")
    if button not in _STEPS:
        abort(400)
    side, problems = press(side, _STEPS[button](side.hand))
    portal = Portal(side)
    if not problems:
        return redirect(portal.next_url, 303)
    return _ways(portal, problems) if button == _GIVE_NUMBER else _screen(portal, problems)


@blueprint.get("/tai-khoan-cong")
@by_link
def with_account(capability: str) -> ResponseReturnValue:
    """Ask for the portal's own account, in the years when there were such accounts."""
    portal = Portal(open_side(capability))
    if portal.stage in (Stage.INSIDE, Stage.NEW_PASSWORD):
        return redirect(portal.next_url, 303)
    return _account_door(portal)


@blueprint.post("/tai-khoan-cong")
@by_link
def with_account_now(capability: str) -> ResponseReturnValue:
    """Check the portal's own account."""
    side = open_side(capability)
    command = SignInWithAccount(form_value("number"), form_value("password"), hand=side.hand)
    side, problems = press(side, command)
    portal = Portal(side)
    return _account_door(portal, problems) if problems else redirect(portal.next_url, 303)


def _screen(portal: Portal, problems: Problems = ()) -> Response:
    """The screen for where things stand; a step that came too late may meet any of them."""
    if portal.stage in _SCREENS:
        typed = safe_texts((), ("consent",))
        return portal_page(_SCREENS[portal.stage], portal, problems, typed=typed)
    return _ways(portal, problems)


def _ways(portal: Portal, problems: Problems = ()) -> Response:
    scanned = f"/cong-dan/{portal.side.link}/vneid/quet-qr"  # whoever scans holds the telephone
    problems, typed = redisplay(problems, ("number",))
    return portal_page(
        "ways",
        portal,
        problems,
        typed=typed,
        qr=qr_svg(runtime().settings.base_url + scanned),
    )


def _account_door(portal: Portal, problems: Problems = ()) -> Response:
    problems, typed = redisplay(problems, ("number",))
    return portal_page(
        "account_door",
        portal,
        problems,
        typed=typed,
        ended=sentence(Problem(Rule.PUBLIC_ACCOUNT_ENDED)),
        vneid=f"{portal.home}{DOOR}",
    )
