"""The scanner: put a card on the glass, take the file away (S4-10)."""

from flask import Blueprint, Response, abort, redirect, request
from flask.typing import ResponseReturnValue

from sandbox.desk import Scan
from sandbox.events import ScanMade
from sandbox.scanner import ScanOrder, bytes_of
from web.desk.clerk_side.desk.briefing import briefing_of
from web.desk.clerk_side.files import download
from web.desk.clerk_side.scan_files import file_name, file_of, order_of
from web.desk.clerk_side.scanner import choices
from web.desk.clerk_side.visits import Visit, act, log_of, open_visit
from web.shell.access import clerks_side, slips_too
from web.shell.forms import Errors, problem_errors
from web.shell.htmx import page

blueprint = Blueprint("scanner", __name__, url_prefix="/ban/<world_id>/may-quet")


@blueprint.get("")
@slips_too
@clerks_side
def panel(world_id: str) -> ResponseReturnValue:
    """The machine as the last person left it, and the scans so far."""
    visit = open_visit(world_id)
    return _panel_page(visit, _left_as(visit), Errors())


@blueprint.post("")
@slips_too
@clerks_side
def scan(world_id: str) -> ResponseReturnValue:
    """Quét."""
    visit = open_visit(world_id)
    asked = choices.read(visit.world.setup, request.form)
    if asked.order is None:
        return _panel_page(visit, _left_as(visit), asked.errors, 422)
    acted = act(visit, Scan(asked.order))
    if acted.decision.refusal:
        errors = problem_errors(acted.decision.refusal.problems)
        return _panel_page(visit, asked.order, errors, 422)
    return redirect(f"{visit.scanner}#tep-da-quet", 303)


@blueprint.get("/<int:number>")
@slips_too
@clerks_side
def scan_file(world_id: str, number: int) -> ResponseReturnValue:
    """One of the files, made again from the log."""
    visit = open_visit(world_id)
    made = next((made for made in _scans(visit) if made.number == number), None) or abort(404)
    return download(file_of(visit, made), file_name(made.number, made.fmt))


def _scans(visit: Visit) -> list[ScanMade]:
    return [entry.fact for entry in log_of(visit) if isinstance(entry.fact, ScanMade)]


def _left_as(visit: Visit) -> ScanOrder:
    scans = _scans(visit)
    if scans:
        return order_of(scans[-1])
    scenario = briefing_of(visit).scenario
    return scenario.scanner if scenario else choices.USUAL


def _panel_page(visit: Visit, order: ScanOrder, errors: Errors, status: int = 200) -> Response:
    return page(
        "clerk_side/scanner/panel.html",
        visit=visit,
        order=order,
        errors=errors,
        cards=choices.cards(visit.world.setup),
        choices=choices,
        scans=[_line(made) for made in reversed(_scans(visit))],
        status=status,
    )


def _line(made: ScanMade) -> tuple[int, str, str, int]:
    """Number, file name, what it shows, bytes."""
    order = order_of(made)
    return (
        made.number,
        file_name(made.number, made.fmt),
        choices.words_of(order),
        bytes_of(order.size),
    )
