"""One version on the wall, one slot of it, ways to fill its gaps."""

from datetime import date
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from rostering.planner import conflict, repairs
from rostering.values import Slot
from web.roster.planning import (
    changing,
    drafting,
    moving,
    people_store,
    receipt_store,
    slot_page,
)
from web.roster.planning.actor import EDITORS, READERS, current_actor
from web.roster.planning.sheet import Sheet, find_sheet
from web.roster.planning.version_page import version_page
from web.shell.access import current_person, who_may
from web.shell.database import db, writing
from web.shell.forms import Errors
from web.shell.htmx import page, see_other

blueprint = Blueprint("roster_versions", __name__, url_prefix="/lich-truc/ban/<version_id>")

_SLOT = "/buoi/<day>/<half>/<venue>/<duty>"


@blueprint.get("")
@who_may(*READERS)
def version(version_id: str) -> ResponseReturnValue:
    """The whole version; opening it counts as having seen it for those on duty."""
    sheet, me = sheet_or_404(version_id), _me()
    if (
        me
        and sheet.version.published
        and version_id not in receipt_store.versions_read_by(db.connection, me)
    ):
        with writing() as connection:
            receipt_store.mark(connection, me, [version_id], current_actor().now)
    return version_page(sheet, Errors())


@blueprint.get(_SLOT)
@who_may(*READERS)
def slot(version_id: str, day: str, half: str, venue: str, duty: str) -> ResponseReturnValue:
    """Who is there, who else could be, and why others could not."""
    sheet = sheet_or_404(version_id)
    return _slot(sheet, _find_slot(sheet, day, half, venue, duty), Errors())


@blueprint.post(_SLOT)
@who_may(*EDITORS)
def put(version_id: str, day: str, half: str, venue: str, duty: str) -> ResponseReturnValue:
    """Let somebody come, go, or take another's place; ``tu``: come from another slot."""
    sheet = sheet_or_404(version_id)
    where, form = _find_slot(sheet, day, half, venue, duty), request.form
    leaves, comes = form.get("bo") or form.get("thay_cho", ""), form.get("nguoi", "")
    if form.get("tu"):
        return _move(sheet, where, comes, leaves)
    if form.get("bo"):
        comes = ""
    elif not comes:
        return _slot(sheet, where, Errors(nguoi="Anh/chị chọn người sẽ trực buổi này."), 422)
    refusal = changing.put(db.connection, sheet, where, leaves, comes, form.get("lan", ""))
    if refusal:
        return _slot(sheet_or_404(version_id), where, Errors(nguoi=refusal), 422)
    return see_other(request.path)


def _move(sheet: Sheet, where: Slot, comes: str, leaves: str) -> ResponseReturnValue:
    origin = moving.slot_at(sheet, request.form["tu"]) or abort(404)
    change = moving.Move(comes, origin, where, leaves)
    refusal = moving.move(db.connection, sheet, change, request.form.get("lan", ""))
    if refusal:
        return _slot(sheet_or_404(sheet.version.id), where, Errors(nguoi=refusal), 422)
    return see_other(f"{sheet.version.page}?{urlencode(change.address)}#ngay-{where.session.day}")


@blueprint.get("/khac-phuc")
@who_may(*READERS)
def ways(version_id: str) -> ResponseReturnValue:
    """Up to three ways to have fewer gaps."""
    return _ways(sheet_or_404(version_id), Errors())


@blueprint.post("/khac-phuc")
@who_may(*EDITORS)
def agree(version_id: str) -> ResponseReturnValue:
    """Everybody concerned agreed: plan anew with it."""
    sheet = sheet_or_404(version_id)
    number = request.form.get("cach", "")
    proposals = dict(enumerate(repairs(sheet.request, sheet.roster)))
    chosen = proposals.get(int(number)) if number in {"0", "1", "2"} else None
    if chosen is None or request.form.get("lan") != str(sheet.version.changes):
        return _ways(sheet, Errors({"": changing.CHANGED_MEANWHILE}), 422)
    return see_other(
        drafting.agree(db.connection, current_actor(), sheet.office.period, chosen).page
    )


def sheet_or_404(version_id: str) -> Sheet:
    """The version as it is today; 404 when the unit has none of that id."""
    unit, lock = current_person().unit_id, request.method == "POST"
    return find_sheet(db.connection, unit, version_id, current_actor().today, lock=lock) or abort(
        404
    )


def _find_slot(sheet: Sheet, day: str, half: str, venue: str, duty: str) -> Slot:
    try:
        when = date.fromisoformat(day)
    except ValueError:
        abort(404)
    return sheet.office.slot(when, half, venue, duty) or abort(404)


def _slot(sheet: Sheet, where: Slot, errors: Errors, status: int = 200) -> Response:
    view = slot_page.read(sheet, where, _me())
    return page(
        "planning/slot.html",
        sheet=sheet,
        view=view,
        replaced=request.form.get("thay_cho", view.leaving[0][0]),
        chosen=request.form.get("nguoi", ""),
        errors=errors,
        status=status,
    )


def _me() -> str:
    """The reader's own member id, "" when they have none."""
    me = people_store.member_of_person(db.connection, current_person().unit_id, current_person().id)
    return me.id if me else ""


def _ways(sheet: Sheet, errors: Errors, status: int = 200) -> Response:
    known = repairs(sheet.request, sheet.roster) if sheet.gaps else ()
    proposals = [sheet.sentences.repair(one) for one in known]
    return page(
        "planning/ways.html",
        sheet=sheet,
        errors=errors,
        ways=proposals,
        fillable=bool(sheet.gaps) and not proposals and not conflict(sheet.request, sheet.gaps[0]),
        latest=drafting.latest(db.connection, sheet.version.period_id),
        status=status,
    )
