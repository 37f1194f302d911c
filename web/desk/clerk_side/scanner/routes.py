"""The scanner: put a card on the glass, take the file away (S4-10)."""

from flask import Blueprint, Response, abort, redirect, request
from flask.typing import ResponseReturnValue

from sandbox.desk import Scan
from sandbox.scanner import ScanOrder
from web.desk.clerk_side import scan_choices as choices
from web.desk.clerk_side.coach.coaching import laid_out
from web.desk.clerk_side.files import download
from web.desk.clerk_side.portal_gate import safe_place
from web.desk.clerk_side.scan_files import file_name, file_of, scans_of
from web.desk.clerk_side.visits import Visit, act, open_visit
from web.shell.access import clerks_side, slips_too
from web.shell.forms import Errors, problem_errors
from web.shell.htmx import page, wants_fragment

blueprint = Blueprint("scanner", __name__, url_prefix="/ban/<world_id>/may-quet")


@blueprint.get("")
@slips_too
@clerks_side
def panel(world_id: str) -> ResponseReturnValue:
    """The machine as the last person left it, and the scans so far."""
    visit = open_visit(world_id)
    shown = laid_out(visit, request.full_path)
    order = shown.order if isinstance(shown, Scan) else choices.last_order(visit)
    return _panel_page(visit, order, Errors())


@blueprint.post("")
@slips_too
@clerks_side
def scan(world_id: str) -> ResponseReturnValue:
    """Quét."""
    visit = open_visit(world_id)
    scan_request = choices.parse(visit.world.setup, request.form)
    if scan_request.order is None:
        return _panel_page(visit, choices.last_order(visit), scan_request.errors, 422)
    result = act(visit, Scan(scan_request.order))
    if result.decision.refusal:
        errors = problem_errors(result.decision.refusal.problems)
        return _panel_page(visit, scan_request.order, errors, 422)
    if wants_fragment():
        return _scanned_beside_the_form(visit, scan_request.order)
    if "ve" in request.values:
        return redirect(f"{visit.portal}/{safe_place(request.values['ve'])}#tep-quet", 303)
    return redirect(f"{visit.scanner}#tep-da-quet", 303)


@blueprint.get("/<int:number>")
@slips_too
@clerks_side
def scan_file(world_id: str, number: int) -> ResponseReturnValue:
    """One of the files, made again from the log."""
    visit = open_visit(world_id)
    event = next((event for event in scans_of(visit) if event.number == number), None) or abort(404)
    return download(file_of(visit, event), file_name(visit, event))


def _scanned_beside_the_form(visit: Visit, order: ScanOrder) -> Response:
    return page(
        "clerk_side/scanner/quick.html",
        visit=visit,
        order=order,
        choices=choices,
        scans=choices.scanned(visit),
    )


def _panel_page(visit: Visit, order: ScanOrder, errors: Errors, status: int = 200) -> Response:
    return page(
        "clerk_side/scanner/panel.html",
        visit=visit,
        order=order,
        errors=errors,
        cards=choices.cards(visit.world.setup),
        choices=choices,
        scans=choices.scanned(visit),
        status=status,
    )
