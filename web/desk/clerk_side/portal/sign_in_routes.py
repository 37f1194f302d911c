"""The portal's door and its first page (S4-03, S4-04)."""

from flask import Blueprint, Response, redirect, request
from flask.typing import ResponseReturnValue

from sandbox.fidelity import sentence
from sandbox.guard import real_looking
from sandbox.mock_dvc import SignIn, SignOut
from web.desk.clerk_side.coach.filling import laid_out_sign_in
from web.desk.clerk_side.portal.gate import safe_place, signed_in_visit
from web.desk.clerk_side.visits import Visit, act, open_visit
from web.shell.access import clerks_side, slips_too
from web.shell.forms import Errors
from web.shell.htmx import page

blueprint = Blueprint("portal_door", __name__, url_prefix="/ban/<world_id>/quantri")


@blueprint.get("/")
@slips_too
@clerks_side
def home(world_id: str) -> ResponseReturnValue:
    """The menu."""
    return page("clerk_side/portal/home.html", visit=signed_in_visit(world_id))


@blueprint.get("/dang-nhap")
@slips_too
@clerks_side
def sign_in(world_id: str) -> ResponseReturnValue:
    """Ask for the officer's account."""
    visit = open_visit(world_id)
    if visit.world.portal.signed_in:
        return redirect(_next_url(visit), 303)
    username, password = laid_out_sign_in(visit)
    return _sign_in_page(visit, username, Errors(), password=password)


@blueprint.post("/dang-nhap")
@slips_too
@clerks_side
def sign_in_now(world_id: str) -> ResponseReturnValue:
    """Check the officer's account."""
    visit = open_visit(world_id)
    username = request.form.get("username", "")
    result = act(visit, SignIn(username, request.form.get("password", "")))
    if result.decision.refusal is None:
        return redirect(_next_url(visit), 303)
    wrong = Errors({"": sentence(result.decision.refusal.problems[0])})  # of both fields together
    return _sign_in_page(visit, username, wrong, 422)


@blueprint.post("/dang-xuat")
@slips_too
@clerks_side
def sign_out(world_id: str) -> ResponseReturnValue:
    """Leave the portal; forms keep what they hold."""
    visit = open_visit(world_id)
    act(visit, SignOut())
    return redirect(f"{visit.portal}/dang-nhap", 303)


def _next_url(visit: Visit) -> str:
    return f"{visit.portal}/{safe_place(request.values.get('ve', ''))}"


def _sign_in_page(
    visit: Visit, username: str, errors: Errors, status: int = 200, password: str = ""
) -> Response:
    return page(
        "clerk_side/portal/sign_in.html",
        visit=visit,
        username="" if real_looking(username) else username,
        password=password,
        place=safe_place(request.values.get("ve", "")),
        errors=errors,
        status=status,
    )
