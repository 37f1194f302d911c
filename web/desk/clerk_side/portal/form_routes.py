"""The account form: its one page, and its buttons (S4-07 … S4-25)."""

from flask import Blueprint, Response, abort, redirect
from flask.typing import ResponseReturnValue

from sandbox.fidelity import sentence
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Form, World
from web.desk.clerk_side.portal import posted as posting
from web.desk.clerk_side.portal.form_view import FormView, view_of
from web.desk.clerk_side.portal.gate import signed_in_visit, stop_page
from web.desk.clerk_side.portal.posted import COMMANDS, Posted
from web.desk.clerk_side.visits import Visit, act, open_visit
from web.shell.access import clerks_side, slips_too
from web.shell.forms import problem_errors
from web.shell.htmx import page
from web.worlds.service import Acted

blueprint = Blueprint("portal_form", __name__, url_prefix="/ban/<world_id>/quantri/tai-khoan")

# Reasons that leave nothing to correct on the form.
_STOPS = frozenset(
    {Rule.PORTAL_NOT_SIGNED_IN, Rule.NO_OPEN_FORM, Rule.VISIT_CLOSED, Rule.ACCOUNT_EXISTS}
)
# Everything typed is right, but another button comes first (S4-30).
_OUT_OF_ORDER = frozenset({Rule.DOWNLOAD_FIRST, Rule.SEND_CODE_FIRST})
# Where to go on reading after a button.
_PLACES = {"tra-cuu": "#ket-qua-tra-cuu", "tai-xuong": "#giay-de-nghi", "gui-ma": "#ma-otp"}


@blueprint.get("/<int:number>")
@slips_too
@clerks_side
def form(world_id: str, number: int) -> ResponseReturnValue:
    """The form as it stands: open, cancelled, made into an account, or of no use (S4-09)."""
    visit = signed_in_visit(world_id)
    found = visit.world.form(number) or abort(404)
    if found.created_as is not None:
        return page("clerk_side/portal/created.html", visit=visit, form=found)
    if found.cancelled:
        return page("clerk_side/portal/cancelled.html", visit=visit)
    if found.found:
        return page("clerk_side/portal/exists.html", visit=visit, says=_exists())
    return _form_page(visit, view_of(visit.world, found, visit.at))


def _exists() -> str:
    return sentence(Problem(Rule.ACCOUNT_EXISTS))


@blueprint.post("/<int:number>")
@slips_too
@clerks_side
def press(world_id: str, number: int) -> ResponseReturnValue:
    """One button; the whole form comes with it."""
    visit = open_visit(world_id)
    posted = posting.read(world_id, number)
    command = COMMANDS.get(posted.button) or abort(400)
    if posted.button == "huy" and _is_open(visit.world, number):
        return _ask_to_cancel(visit, posted)
    return _answer(visit, posted, act(visit, command(posted)))


def _is_open(world: World, number: int) -> bool:
    found = world.form(number)
    return found is not None and found.is_open


def _ask_to_cancel(visit: Visit, posted: Posted) -> Response:
    """Ask on the form itself, so that a no loses nothing."""
    found = visit.world.form(posted.form) or abort(404)
    typed = posting.shown_again(visit.world, posted.typed, visit.at)
    return _form_page(visit, view_of(visit.world, found, visit.at, typed, asks_to_cancel=True))


def _answer(visit: Visit, posted: Posted, acted: Acted) -> ResponseReturnValue:
    found = acted.world.form(posted.form)
    if found is not None and found.created_as is not None:  # pressed twice: one account
        return redirect(f"{visit.portal}/tai-khoan/{posted.form}", 303)
    problems = _problems(posted, acted)
    if not problems or found is None or problems[0].rule in _STOPS:
        return _go_on(visit, posted, problems)
    return _corrections(visit, posted, acted, found, problems)


def _problems(posted: Posted, acted: Acted) -> tuple[Problem, ...]:
    """The reasons of the refusal; a look-up also tells what else could not be kept."""
    refusal, found = acted.decision.refusal, acted.world.form(posted.form)
    problems = refusal.problems if refusal else ()
    if found is None or found.found or not found.is_open:
        return problems
    told = {each.field: each for each in posting.unusable(acted.world, posted.typed, acted.at)}
    if posted.button == "tra-cuu":
        if isinstance(posted.attachment, Problem):
            told["attachment"] = posted.attachment
        problems = (*problems, *told.values())
    return tuple(told.get(problem.field, problem) for problem in problems)


def _go_on(visit: Visit, posted: Posted, problems: tuple[Problem, ...]) -> ResponseReturnValue:
    if problems:
        return stop_page(visit, sentence(problems[0]))
    place = _PLACES.get(posted.button, "")
    return redirect(f"{visit.portal}/tai-khoan/{posted.form}{place}", 303)


def _corrections(
    visit: Visit, posted: Posted, acted: Acted, found: Form, problems: tuple[Problem, ...]
) -> Response:
    typed = posting.shown_again(acted.world, posted.typed, acted.at)
    view = view_of(acted.world, found, acted.at, typed, problem_errors(problems))
    return _form_page(visit, view, _status(problems))


def _status(problems: tuple[Problem, ...]) -> int:
    """A portal that was told to fail with a status does; what happened is kept already."""
    ordered = dict(problems[0].values).get("status") if len(problems) == 1 else None
    if ordered:
        return int(ordered)
    return 409 if len(problems) == 1 and problems[0].rule in _OUT_OF_ORDER else 422


def _form_page(visit: Visit, view: FormView, status: int = 200) -> Response:
    return page("clerk_side/portal/form.html", visit=visit, form=view, status=status)
