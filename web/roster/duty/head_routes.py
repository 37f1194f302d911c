"""The desk head's page: approve, mark somebody absent, change the unit's settings."""

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from rostering.hours import is_late
from web.roster.duty import alarm, current_rosters, inbox, store, swap_store, swaps
from web.roster.duty.routes import locking_actor
from web.roster.duty.store import DutySettings, Link
from web.roster.duty.swap_routes import YES
from web.roster.planning import people_store, presence_store
from web.roster.planning.actor import EDITORS, Actor, current_actor
from web.roster.planning.presence_store import Presence
from web.roster.planning.records import LeaveState
from web.shell.access import polled, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.shell.qr import qr_svg
from web.shell.runtime import runtime

blueprint = Blueprint("duty_head", __name__, url_prefix="/ca-truc/can-duyet")

_HERE = "/ca-truc/can-duyet"
_DECIDED = "Đề nghị nghỉ này đã được trả lời rồi."
_NOT_LATE = "Ca chưa bắt đầu đủ lâu hoặc đã hết, nên chưa ghi vắng."
_CHOOSE = "Anh/chị chọn số phút trong danh sách."
MINUTES = [("5", "5 phút"), ("10", "10 phút"), ("15", "15 phút"), ("30", "30 phút")]
_USUAL = "10"
ALARMS = [*MINUTES, ("0", "Không báo")]


@blueprint.get("")
@who_may(*EDITORS)
def home() -> ResponseReturnValue:
    """What waits."""
    return _page(current_actor(), Errors())


def _page(actor: Actor, errors: Errors) -> Response:
    view = inbox.read(db.connection, actor, current_rosters.read(db.connection, actor))
    base_url = runtime().settings.base_url
    return page(
        "duty/inbox.html",
        view=view,
        minutes=MINUTES,
        alarms=ALARMS,
        base_url=base_url,
        qr=qr_svg(base_url + view.lobby.lobby) if view.lobby else "",
        errors=errors,
        status=422 if errors else 200,
    )


@blueprint.get("/_/chua-den")
@polled
@who_may(*EDITORS)
def missing() -> ResponseReturnValue:
    """Who has not come by now; nothing new for a page that knows."""
    current_alarm = alarm.now(db.connection, current_actor())
    if request.args.get("co") == current_alarm.tag:
        return Response(status=204)
    return page("duty/alarm.html", fragment="missing", alarm=current_alarm)


@blueprint.post("/doi-ca/<swap_id>")
@who_may(*EDITORS)
def decide_swap(swap_id: str) -> ResponseReturnValue:
    """Approve a swap to which everybody has agreed, or not."""
    actor = locking_actor()
    record = swap_store.find(db.connection, actor.unit_id, swap_id) or abort(404)
    approves = request.form.get("tra_loi") == YES
    refusal = swaps.decide(
        db.connection, actor, current_rosters.read(db.connection, actor), record, approves
    )
    return _page(actor, Errors({"": refusal})) if refusal else see_other(_HERE)


@blueprint.post("/nghi/<leave_id>")
@who_may(*EDITORS)
def decide_leave(leave_id: str) -> ResponseReturnValue:
    """Approve leave, or not; shifts it empties are then among those that wait."""
    actor = locking_actor()
    leave_by_id = {one.id: one for one in people_store.leave_of_unit(db.connection, actor.unit_id)}
    found = leave_by_id.get(leave_id) or abort(404)
    if found.state is not LeaveState.ASKED:
        return _page(actor, Errors({"": _DECIDED}))
    approves = request.form.get("tra_loi") == YES
    state = LeaveState.APPROVED if approves else LeaveState.REFUSED
    values = {"state": state.value, "decided_by": actor.person_id, "decided_at": actor.now}
    people_store.change_leave(db.connection, leave_id, **values)
    return see_other(_HERE)


@blueprint.post("/vang-mat")
@who_may(*EDITORS)
def mark_absent() -> ResponseReturnValue:
    """Somebody has not come."""
    actor = current_actor()
    found = current_rosters.find(
        current_rosters.read(db.connection, actor), request.form.get("ca", "")
    )
    if found is None:
        abort(404)
    _, shift = found
    after = store.duty_settings(db.connection, actor.unit_id).late_after
    if not is_late(shift.slot.session, actor.now, after):
        return _page(actor, Errors({"": _NOT_LATE}))
    place = presence_store.place_of(shift.person, shift.slot)
    presence_store.save_presence(
        db.connection, place, Presence(came=False, at=actor.now), actor.person_id
    )
    return see_other(_HERE)


@blueprint.post("/cach-lam")
@who_may(*EDITORS)
def keep_custom() -> ResponseReturnValue:
    """Store the unit's settings."""
    actor, form = current_actor(), request.form
    minutes, late = form.get("phut", ""), form.get("muon", _USUAL)
    fields = {"phut": (minutes, MINUTES), "muon": (late, ALARMS)}
    wrong = {
        name: _CHOOSE for name, (value, choices) in fields.items() if value not in dict(choices)
    }
    if wrong:
        return _page(actor, Errors(wrong))
    approved = "duyet" in request.form.getlist("doi_ca")
    store.save_duty_settings(
        db.connection, actor.unit_id, DutySettings(approved, int(minutes), int(late))
    )
    return see_other(_HERE)


@blueprint.post("/man-hinh")
@who_may(*EDITORS)
def link_lobby() -> ResponseReturnValue:
    """A new link for the lobby's screen, or none; the old one is dead from now on."""
    actor = current_actor()
    old = store.open_link(db.connection, actor.unit_id, None)
    if old:
        store.revoke(db.connection, old.code, actor.now)
    if request.form.get("viec") != "thu-hoi":
        store.add_link(
            db.connection, Link(actor.effects.new_id(), actor.unit_id, None, actor.now, None)
        )
    return see_other(f"{_HERE}#man-hinh")
