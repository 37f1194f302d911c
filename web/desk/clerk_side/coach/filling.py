"""What a show lays out on a page before it presses the button there."""

from dataclasses import replace

from flask import request

from sandbox import mock_dvc as dvc
from sandbox.desk import Scan
from sandbox.scanner import ScanOrder
from web.desk.clerk_side.coach.coaching import LAID_OUT, coached_run, coaching_of
from web.desk.clerk_side.portal.form_view import FormView
from web.desk.clerk_side.visits import Visit
from web.practice.runs.runs import Mode

_UNREAD = "••••••"  # a code is the citizen's own, and a watching clerk need not know it


def laid_out_form(visit: Visit, view: FormView) -> FormView:
    """The account form with what the show is going to send."""
    match _laid_out(visit):
        case dvc.LookUp(id_number=number):
            return replace(view, typed=replace(view.typed, id_number=number))
        case dvc.Create(typed=typed):
            return replace(view, typed=typed, otp=_UNREAD)
        case dvc.Fill(typed=typed, attachment=file):
            chosen = getattr(file, "name", "") if view.attachment is None else ""
            return replace(view, typed=typed, chosen_file=chosen)
    return view


def laid_out_sign_in(visit: Visit) -> tuple[str, str]:
    """User name and password of the card on the desk, or two empty fields."""
    command = _laid_out(visit)
    return (command.username, command.password) if isinstance(command, dvc.SignIn) else ("", "")


def laid_out_scan(visit: Visit) -> ScanOrder | None:
    """How the show sets the scanner."""
    command = _laid_out(visit)
    return command.order if isinstance(command, Scan) else None


def _laid_out(visit: Visit) -> object:
    """The command of the step this page lays out, if it is such a page."""
    run = coached_run(visit.id) if LAID_OUT in request.args else None
    if run is None or run.mode is not Mode.SHOW:
        return None
    coaching = coaching_of(visit, run, request.full_path)
    is_here = coaching and coaching.is_laid_out and not coaching.leads_away
    return coaching.action.command if coaching and coaching.action and is_here else None
