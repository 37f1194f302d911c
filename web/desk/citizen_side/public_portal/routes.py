"""The public portal inside and in front: its first page, the account page, the own password."""

from flask import Blueprint, redirect
from flask.typing import ResponseReturnValue

from sandbox.public_portal.commands import ChangePassword, SignOut
from sandbox.public_portal.with_account import ACCOUNT
from web.desk.citizen_side import following
from web.desk.citizen_side.pressing import press
from web.desk.citizen_side.public_portal.account import lines
from web.desk.citizen_side.public_portal.pages import portal_page
from web.desk.citizen_side.public_portal.stage import Portal, Stage
from web.desk.citizen_side.typed import form_value
from web.desk.citizen_side.visits import open_side
from web.shell.access import capability as by_link
from web.shell.access import polled

blueprint = Blueprint("public_portal", __name__, url_prefix="/cong-dan/<capability>/cong")


@blueprint.get("/")
@by_link
def front(capability: str) -> ResponseReturnValue:
    """What the portal is, and the way in."""
    return portal_page("front", Portal(open_side(capability)))


@blueprint.get("/_/man-hinh")
@polled
@by_link
def follow(capability: str) -> ResponseReturnValue:
    """Where a page of the portal goes on; nothing when it is up to date."""
    portal = Portal(open_side(capability))
    return following.answer(portal.tag, portal.next_url)


@blueprint.get("/tai-khoan")
@by_link
def account(capability: str) -> ResponseReturnValue:
    """The citizen's own page."""
    portal = Portal(open_side(capability))
    if portal.stage is not Stage.INSIDE:
        return redirect(portal.next_url, 303)
    return portal_page("account", portal, lines=lines(portal.side))


@blueprint.get("/doi-mat-khau")
@by_link
def new_password(capability: str) -> ResponseReturnValue:
    """Ask for a password of the citizen's own, for the portal's own account."""
    portal = Portal(open_side(capability))
    if portal.side.world.public.way != ACCOUNT:
        return redirect(portal.next_url, 303)
    return portal_page("new_password", portal)


@blueprint.post("/doi-mat-khau")
@by_link
def new_password_now(capability: str) -> ResponseReturnValue:
    """Take the new password."""
    side = open_side(capability)
    command = ChangePassword(form_value("password"), form_value("again"), hand=side.hand)
    side, problems = press(side, command)
    portal = Portal(side)
    if problems:
        return portal_page("new_password", portal, problems)
    return redirect(portal.next_url, 303)


@blueprint.post("/dang-xuat")
@by_link
def sign_out(capability: str) -> ResponseReturnValue:
    """Leave the portal; whoever has left already sees the first page, too."""
    side = open_side(capability)
    side, _ = press(side, SignOut(hand=side.hand))
    return redirect(Portal(side).home, 303)
