"""I cannot come: one press, and colleagues are asked in turn."""

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from web.roster.duty import absences, current_rosters
from web.roster.duty.absences import OVER, AbsenceView
from web.roster.duty.mine import may_answer
from web.roster.duty.routes import HOME, ON_DUTY, locking_actor, my_shift, shifts_page
from web.roster.duty.swap_routes import YES, back, check_may_speak_for
from web.roster.planning import absence_store, people_store
from web.roster.planning.actor import EDITORS, Actor, current_actor
from web.shell.access import current_person, polled, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other

blueprint = Blueprint("duty_absences", __name__, url_prefix="/ca-truc")

_PAGE = "/ca-truc/vang"
_CHOOSE = "Anh/chị chọn một người trong danh sách."


@blueprint.post("/nghi-dot-xuat")
@who_may(*ON_DUTY)
def report() -> ResponseReturnValue:
    """I cannot come to this shift."""
    actor = locking_actor()
    roster, shift = my_shift(actor, request.form.get("ca", ""))
    absence_id = absences.report(db.connection, actor, roster, shift)
    return (
        see_other(f"{_PAGE}/{absence_id}") if absence_id else shifts_page(actor, Errors({"": OVER}))
    )


@blueprint.post("/tim-nguoi-thay")
@who_may(*EDITORS)
def look_for() -> ResponseReturnValue:
    """The head looks for somebody in place of one who cannot come, or has not."""
    actor = locking_actor()
    found = current_rosters.find(
        current_rosters.read(db.connection, actor), request.form.get("ca", "")
    )
    if found is None:
        abort(404)
    absence_id = absences.report(db.connection, actor, *found)
    return see_other(f"{_PAGE}/{absence_id}" if absence_id else "/ca-truc/can-duyet")


@blueprint.get("/vang/<absence_id>")
@who_may(*ON_DUTY)
def one(absence_id: str) -> ResponseReturnValue:
    """Who is asked now, and until when."""
    return _page(current_actor(), absence_id, Errors())


@blueprint.get("/vang/<absence_id>/_/cho")
@polled
@who_may(*ON_DUTY)
def one_now(absence_id: str) -> ResponseReturnValue:
    """The same by itself."""
    return _page(current_actor(), absence_id, Errors())


def _page(actor: Actor, absence_id: str, errors: Errors) -> Response:
    view, leads = _view(actor, absence_id), current_person().role in EDITORS
    member = current_rosters.me(db.connection, actor)
    mine = member is not None and view.absence.shift.person == member.id
    may_reply = member is not None and may_answer(view, member.id)
    if not (mine or leads or (member and member.id in view.absence.chain.ranked)):
        abort(404)
    return page(
        "duty/absence.html",
        fragment="status",
        view=view,
        mine=mine,
        leads=leads,
        member=member if may_reply else None,
        candidates=absences.candidates(view) if leads and not view.absence.closed_at else [],
        without_account=_members_without_account(actor, view) if leads else [],
        errors=errors,
        status=422 if errors else 200,
    )


def _members_without_account(actor: Actor, view: AbsenceView) -> list[tuple[str, str]]:
    """Those asked who have no account: the head passes on what they say."""
    members = people_store.members(db.connection, actor.unit_id)
    waiting = (one for one in members if one.person_id is None and may_answer(view, one.id))
    return [(one.id, one.name) for one in waiting]


def _view(actor: Actor, absence_id: str) -> AbsenceView:
    absence = absence_store.find(db.connection, actor.unit_id, absence_id) or abort(404)
    return absences.view(current_rosters.read(db.connection, actor), absence, actor) or abort(404)


@blueprint.post("/vang/<absence_id>/tra-loi")
@who_may(*ON_DUTY)
def answer(absence_id: str) -> ResponseReturnValue:
    """I can stand in, or I cannot."""
    actor, member_id = locking_actor(), request.form.get("nguoi", "")
    check_may_speak_for(actor, member_id)
    agrees = request.form.get("tra_loi") == YES
    refusal = absences.answer(db.connection, actor, _view(actor, absence_id), member_id, agrees)
    return shifts_page(actor, Errors({"": refusal})) if refusal else see_other(back())


@blueprint.post("/vang/<absence_id>/di-duoc")
@who_may(*ON_DUTY)
def come_after_all(absence_id: str) -> ResponseReturnValue:
    """I can come after all."""
    actor = locking_actor()
    view, member = _view(actor, absence_id), current_rosters.me(db.connection, actor)
    if member is None or view.absence.shift.person != member.id:
        abort(404)
    refusal = absences.come_after_all(db.connection, actor, view)
    return shifts_page(actor, Errors({"": refusal})) if refusal else see_other(HOME)


@blueprint.post("/vang/<absence_id>/cu-nguoi")
@who_may(*EDITORS)
def assign(absence_id: str) -> ResponseReturnValue:
    """The head sends somebody, or lets the place be empty and answers for it."""
    actor = locking_actor()
    view = _view(actor, absence_id)
    if request.form.get("viec") == "de-trong":
        refusal = absences.leave_empty(db.connection, actor, view)
    else:
        chosen = request.form.get("nguoi", "")
        known = chosen in dict(absences.candidates(view))
        refusal = absences.assign(db.connection, actor, view, chosen) if known else _CHOOSE
    if refusal:
        return _page(actor, absence_id, Errors(nguoi=refusal))
    return see_other(view.absence.page)
