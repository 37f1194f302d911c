"""I cannot come: one press, and colleagues are asked in turn."""

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from web.roster.duty import absences, live
from web.roster.duty.absences import OVER, Shown
from web.roster.duty.mine import may_answer
from web.roster.duty.routes import HOME, ON_DUTY, my_shift, shifts_page, writing_hand
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
    by = writing_hand()
    seen, shift = my_shift(by, request.form.get("ca", ""))
    made = absences.report(db.connection, by, seen, shift)
    return see_other(f"{_PAGE}/{made}") if made else shifts_page(by, Errors({"": OVER}))


@blueprint.post("/tim-nguoi-thay")
@who_may(*EDITORS)
def look_for() -> ResponseReturnValue:
    """The head looks for somebody in place of one who cannot come, or has not."""
    by = writing_hand()
    found = live.find(live.read(db.connection, by), request.form.get("ca", ""))
    if found is None:
        abort(404)
    made = absences.report(db.connection, by, *found)
    return see_other(f"{_PAGE}/{made}" if made else "/ca-truc/can-duyet")


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


def _page(by: Actor, absence_id: str, errors: Errors) -> Response:
    shown, leads = _shown(by, absence_id), current_person().role in EDITORS
    member = live.me(db.connection, by)
    mine = member is not None and shown.absence.shift.person == member.id
    asked = member is not None and may_answer(shown, member.id)
    if not (mine or leads or (member and member.id in shown.absence.chain.ranked)):
        abort(404)
    return page(
        "duty/absence.html",
        fragment="standing",
        shown=shown,
        mine=mine,
        leads=leads,
        member=member if asked else None,
        candidates=absences.candidates(shown) if leads and not shown.absence.closed_at else [],
        unheard=_unheard(by, shown) if leads else [],
        errors=errors,
        status=422 if errors else 200,
    )


def _unheard(by: Actor, shown: Shown) -> list[tuple[str, str]]:
    """Those asked who have no account: the head passes on what they say."""
    members = people_store.members(db.connection, by.unit_id)
    silent = (one for one in members if one.person_id is None and may_answer(shown, one.id))
    return [(one.id, one.name) for one in silent]


def _shown(by: Actor, absence_id: str) -> Shown:
    kept = absence_store.find(db.connection, by.unit_id, absence_id) or abort(404)
    return absences.shown(live.read(db.connection, by), kept, by) or abort(404)


@blueprint.post("/vang/<absence_id>/tra-loi")
@who_may(*ON_DUTY)
def answer(absence_id: str) -> ResponseReturnValue:
    """I can stand in, or I cannot."""
    by, member_id = writing_hand(), request.form.get("nguoi", "")
    check_may_speak_for(by, member_id)
    agrees = request.form.get("tra_loi") == YES
    refusal = absences.answer(db.connection, by, _shown(by, absence_id), member_id, agrees)
    return shifts_page(by, Errors({"": refusal})) if refusal else see_other(back())


@blueprint.post("/vang/<absence_id>/di-duoc")
@who_may(*ON_DUTY)
def come_after_all(absence_id: str) -> ResponseReturnValue:
    """I can come after all."""
    by = writing_hand()
    shown, member = _shown(by, absence_id), live.me(db.connection, by)
    if member is None or shown.absence.shift.person != member.id:
        abort(404)
    refusal = absences.come_after_all(db.connection, by, shown)
    return shifts_page(by, Errors({"": refusal})) if refusal else see_other(HOME)


@blueprint.post("/vang/<absence_id>/cu-nguoi")
@who_may(*EDITORS)
def assign(absence_id: str) -> ResponseReturnValue:
    """The head sends somebody, or lets the place be empty and answers for it."""
    by = writing_hand()
    shown = _shown(by, absence_id)
    if request.form.get("viec") == "de-trong":
        refusal = absences.leave_empty(db.connection, by, shown)
    else:
        chosen = request.form.get("nguoi", "")
        known = chosen in dict(absences.candidates(shown))
        refusal = absences.assign(db.connection, by, shown, chosen) if known else _CHOOSE
    if refusal:
        return _page(by, absence_id, Errors(nguoi=refusal))
    return see_other(shown.absence.page)
