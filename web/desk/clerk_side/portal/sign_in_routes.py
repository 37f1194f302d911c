"""The portal's door and its first page (S4-03, S4-04), and hints on every one of its pages."""

from flask import Blueprint, Response, abort, redirect, request
from flask.typing import ResponseReturnValue

from sandbox.fidelity import sentence
from sandbox.guard import real_looking
from sandbox.mock_dvc import SignIn, SignOut
from sandbox.world import ShowHint
from web.desk.clerk_side.briefing import briefing_of
from web.desk.clerk_side.coach.bar import current_hint
from web.desk.clerk_side.coach.coaching import laid_out
from web.desk.clerk_side.portal_gate import safe_place, signed_in_visit
from web.desk.clerk_side.visits import Visit, act, log_of, open_visit
from web.shell.access import clerks_side, slips_too
from web.shell.forms import Errors
from web.shell.htmx import page, wants_fragment

blueprint = Blueprint("portal_door", __name__, url_prefix="/ban/<world_id>/quantri")


@blueprint.get("/")
@slips_too
@clerks_side
def home(world_id: str) -> ResponseReturnValue:
    """The menu."""
    return page("clerk_side/portal/home.html", visit=signed_in_visit(world_id))


@blueprint.get("/lam-tiep")
@slips_too
@clerks_side
def go_on(world_id: str) -> ResponseReturnValue:
    """To the form that is open by now, else to the list."""
    return redirect(open_visit(world_id).portal_entry, 303)


@blueprint.get("/dang-nhap")
@slips_too
@clerks_side
def sign_in(world_id: str) -> ResponseReturnValue:
    """Ask for the officer's account."""
    visit = open_visit(world_id)
    if visit.world.portal.signed_in:
        return redirect(_next_url(visit), 303)
    shown = laid_out(visit, request.full_path)
    if isinstance(shown, SignIn):
        return _sign_in_page(visit, shown.username, Errors(), password=shown.password)
    return _sign_in_page(visit, "", Errors())


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


@blueprint.post("/goi-y")
@slips_too
@clerks_side
def hint(world_id: str) -> ResponseReturnValue:
    """What comes next, asked on the portal; written down, and never in a test."""
    visit = open_visit(world_id)
    briefing = briefing_of(visit)
    if not briefing.hints or visit.world.desk.closed:
        abort(404)
    step = briefing.next_step(log_of(visit))
    if step:
        visit = visit.with_result(act(visit, ShowHint(step.id)))
    if wants_fragment():
        said = current_hint(visit)
        return page("clerk_side/coach/hint.html", fragment="says", visit=visit, hint=said)
    return redirect(_next_url(visit), 303)


def _next_url(visit: Visit) -> str:
    return f"{visit.portal}/{safe_place(request.values.get('ve', '')) or 'tai-khoan'}"


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
