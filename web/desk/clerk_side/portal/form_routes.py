"""The account form: its one page, and its buttons (S4-07 … S4-25)."""

from flask import Blueprint, Response, abort, redirect, request
from flask.typing import ResponseReturnValue

from sandbox.events import RequestFormDownloaded
from sandbox.fidelity import sentence
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Form, World
from web.desk.clerk_side import scan_choices as choices
from web.desk.clerk_side.coach.coaching import laid_out
from web.desk.clerk_side.portal import posted as posting
from web.desk.clerk_side.portal.form_view import FormView, view_of, with_laid_out
from web.desk.clerk_side.portal.posted import COMMANDS, Posted
from web.desk.clerk_side.portal_gate import signed_in_visit, stop_page
from web.desk.clerk_side.visits import Visit, act, log_of, open_visit
from web.shell.access import clerks_side, slips_too
from web.shell.forms import problem_errors
from web.shell.htmx import page
from web.shell.unsent import keep_posted, owner_here
from web.worlds.service import CommandResult

blueprint = Blueprint("portal_form", __name__, url_prefix="/ban/<world_id>/quantri/tai-khoan")

# Reasons that leave nothing to correct on the form.
_STOPS = frozenset(
    {Rule.PORTAL_NOT_SIGNED_IN, Rule.NO_OPEN_FORM, Rule.VISIT_CLOSED, Rule.ACCOUNT_EXISTS}
)
# Everything typed is right, but another button comes first (S4-30).
_OUT_OF_ORDER = frozenset({Rule.DOWNLOAD_FIRST, Rule.SEND_CODE_FIRST})
# Where to go on reading after a button.
_PLACES = {"tra-cuu": "#ket-qua-tra-cuu", "tai-xuong": "?tai#giay-de-nghi", "gui-ma": "#ma-otp"}


@blueprint.get("/<int:number>")
@slips_too
@clerks_side
def form(world_id: str, number: int) -> ResponseReturnValue:
    """The form as it stands: open, cancelled, made into an account, or of no use (S4-09)."""
    visit = signed_in_visit(world_id)
    account_form = visit.world.form(number) or abort(404)
    if account_form.created_as is not None:
        return page("clerk_side/portal/created.html", visit=visit, form=account_form)
    if account_form.cancelled:
        return page("clerk_side/portal/cancelled.html", visit=visit)
    if account_form.found:
        return page("clerk_side/portal/exists.html", visit=visit, says=_exists())
    view = view_of(visit.world, account_form, visit.at)
    shown = _form_page(visit, with_laid_out(view, laid_out(visit, request.full_path)))
    if "tai" in request.args and _just_downloaded(visit):
        shown.headers["Refresh"] = f"0; url={visit.portal}/tai-khoan/{number}/giay-de-nghi.pdf"
    return shown


def _just_downloaded(visit: Visit) -> bool:
    """Whether that was the last thing to happen: coming back later downloads nothing anew."""
    return isinstance(log_of(visit, visit.world.seq - 1)[-1].fact, RequestFormDownloaded)


@blueprint.get("/<int:number>/huy")
@slips_too
@clerks_side
def ask_to_cancel(world_id: str, number: int) -> ResponseReturnValue:
    """HỦY from outside the form; what is typed there stays until it is confirmed."""
    visit = signed_in_visit(world_id)
    if not _is_open(visit.world, number):
        return redirect(f"{visit.portal}/tai-khoan/{number}", 303)
    return page("clerk_side/portal/cancel.html", visit=visit, form=visit.world.form(number))


def _exists() -> str:
    return sentence(Problem(Rule.ACCOUNT_EXISTS))


@blueprint.post("/<int:number>")
@slips_too
@clerks_side
def press(world_id: str, number: int) -> ResponseReturnValue:
    """One button; the whole form comes with it."""
    visit = open_visit(world_id)
    posted = posting.parse(visit, number)
    command = COMMANDS.get(posted.button) or abort(400)
    if posted.button == "huy" and _is_open(visit.world, number):
        return _confirm_cancelling(visit, posted)
    return _answer(visit, posted, act(visit, command(posted)))


def _is_open(world: World, number: int) -> bool:
    account_form = world.form(number)
    return account_form is not None and account_form.is_open


def _confirm_cancelling(visit: Visit, posted: Posted) -> Response:
    """Ask on the form itself, so that a no loses nothing."""
    account_form = visit.world.form(posted.form) or abort(404)
    typed = posting.safe_typed(visit.world, posted.typed, visit.at)
    keep_posted(owner_here())
    return _form_page(
        visit, view_of(visit.world, account_form, visit.at, typed, confirms_cancelling=True)
    )


def _answer(visit: Visit, posted: Posted, result: CommandResult) -> ResponseReturnValue:
    account_form = result.world.form(posted.form)
    if account_form and account_form.created_as is not None:  # pressed twice: one account
        return redirect(f"{visit.portal}/tai-khoan/{posted.form}", 303)
    problems = _problems(posted, result)
    if not problems or account_form is None or problems[0].rule in _STOPS:
        return _go_on(visit, posted, problems)
    return _corrections(visit, posted, result, account_form, problems)


def _problems(posted: Posted, result: CommandResult) -> tuple[Problem, ...]:
    """The reasons of the refusal; a look-up also tells what else could not be kept."""
    refusal, account_form = result.decision.refusal, result.world.form(posted.form)
    problems = refusal.problems if refusal else ()
    if account_form is None or account_form.found or not account_form.is_open:
        return problems
    by_field = {
        each.field: each for each in posting.unusable(result.world, posted.typed, result.at)
    }
    if posted.button == "tra-cuu":
        if isinstance(posted.attachment, Problem):
            by_field["attachment"] = posted.attachment
        problems = (*problems, *by_field.values())
    return tuple(by_field.get(problem.field, problem) for problem in problems)


def _go_on(visit: Visit, posted: Posted, problems: tuple[Problem, ...]) -> ResponseReturnValue:
    if problems:
        return stop_page(visit, sentence(problems[0]))
    place = _PLACES.get(posted.button, "")
    return redirect(f"{visit.portal}/tai-khoan/{posted.form}{place}", 303)


def _corrections(
    visit: Visit,
    posted: Posted,
    result: CommandResult,
    account_form: Form,
    problems: tuple[Problem, ...],
) -> Response:
    typed = posting.safe_typed(result.world, posted.typed, result.at)
    view = view_of(result.world, account_form, result.at, typed, problem_errors(problems))
    return _form_page(visit, view, _status(problems))


def _status(problems: tuple[Problem, ...]) -> int:
    """A portal that was told to fail with a status does; what happened is kept already."""
    status = dict(problems[0].values).get("status") if len(problems) == 1 else None
    if status:
        return int(status)
    return 409 if len(problems) == 1 and problems[0].rule in _OUT_OF_ORDER else 422


def _form_page(visit: Visit, view: FormView, status: int = 200) -> Response:
    scans = choices.scanned(visit)
    return page("clerk_side/portal/form.html", visit=visit, form=view, scans=scans, status=status)
