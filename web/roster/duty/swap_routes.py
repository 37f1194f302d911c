"""Offer a swap, answer one, take it back."""

from dataclasses import dataclass

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from rostering.exchange import Exchange, Give, offers, stand_ins
from rostering.values import Shift
from web.roster.duty import current_rosters, swap_store, swaps
from web.roster.duty.current_rosters import CurrentRoster, key_of
from web.roster.duty.routes import HOME, ON_DUTY, locking_actor, my_member, my_shift, shifts_page
from web.roster.duty.swap_store import SwapRecord
from web.roster.planning import people_store
from web.roster.planning.actor import EDITORS, Actor, current_actor
from web.shell.access import current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other

blueprint = Blueprint("duty_swaps", __name__, url_prefix="/ca-truc")

_CHOOSE = "Anh/chị chọn một cách đổi trong danh sách."
YES, NO = "dong-y", "khong"


@dataclass(frozen=True, slots=True)
class Offer:
    """A way to swap, as a choice: ``value`` says it again, ``words`` and ``note`` tell it."""

    value: str
    words: str
    note: str
    exchange: Exchange


@blueprint.get("/doi/<key>")
@who_may(*ON_DUTY)
def choose(key: str) -> ResponseReturnValue:
    """Ways to swap this shift that break no rule."""
    actor = current_actor()
    return _choose(actor, *my_shift(actor, key), Errors())


def _choose(actor: Actor, roster: CurrentRoster, shift: Shift, errors: Errors) -> Response:
    return page(
        "duty/swap.html",
        shift_key=key_of(shift),
        shift=roster.words(shift.slot),
        offers=[(one.value, one.words, one.note) for one in _offers(actor, roster, shift)],
        errors=errors,
        status=422 if errors else 200,
    )


def _offers(actor: Actor, roster: CurrentRoster, shift: Shift) -> list[Offer]:
    exchanges = [
        _swap(roster, one) for one in offers(roster.request, roster.shifts, shift, actor.now)
    ]
    gifts = [
        _gift(roster, shift, one)
        for one in stand_ins(roster.request, roster.shifts, shift, actor.now)
    ]
    return [*exchanges, *gifts]


def _swap(roster: CurrentRoster, exchange: Exchange) -> Offer:
    mine, *others = exchange
    last = others[-1]
    value = "+".join(key_of(give.shift) for give in others)
    words = f"Đổi với {roster.name(mine.to)}: {roster.words(last.shift.slot)}"
    if len(others) == 1:
        return Offer(value, words, "", exchange)
    ring = f"Đổi vòng ba người: anh/chị trực {roster.words(last.shift.slot)}"
    return Offer(value, ring, "; ".join(swaps.lines(roster, exchange)), exchange)


def _gift(roster: CurrentRoster, shift: Shift, to: str) -> Offer:
    words = f"Nhờ {roster.name(to)} trực thay, không đổi lại ca nào"
    return Offer(f"cho+{to}", words, "", (Give(shift, to),))


@blueprint.post("/doi/<key>")
@who_may(*ON_DUTY)
def propose(key: str) -> ResponseReturnValue:
    """Ask those concerned."""
    actor = locking_actor()
    roster, shift = my_shift(actor, key)
    chosen = request.form.get("cach", "")
    offer = next((one for one in _offers(actor, roster, shift) if one.value == chosen), None)
    if offer is None:
        return _choose(actor, roster, shift, Errors(cach=_CHOOSE))
    refusal = swaps.propose(db.connection, actor, roster, my_member(actor), offer.exchange)
    return (
        _choose(actor, roster, shift, Errors(cach=refusal))
        if refusal
        else see_other(f"{HOME}#doi-ca")
    )


@blueprint.post("/de-nghi/<swap_id>")
@who_may(*ON_DUTY)
def answer(swap_id: str) -> ResponseReturnValue:
    """Agree to a swap, or not; the head may pass on the word of those without an account."""
    actor = locking_actor()
    record, member_id = _record(actor, swap_id), request.form.get("nguoi", "")
    check_may_speak_for(actor, member_id)
    rosters = current_rosters.read(db.connection, actor)
    agrees = request.form.get("tra_loi") == YES
    refusal = swaps.answer(db.connection, actor, rosters, record, member_id, agrees)
    return shifts_page(actor, Errors({"": refusal})) if refusal else see_other(back())


@blueprint.post("/de-nghi/<swap_id>/rut")
@who_may(*ON_DUTY)
def take_back(swap_id: str) -> ResponseReturnValue:
    """Ask no longer."""
    actor = locking_actor()
    record = _record(actor, swap_id)
    if record.swap.asker != my_member(actor).id:
        abort(404)
    swaps.take_back(db.connection, actor, record)
    return see_other(f"{HOME}#doi-ca")


def _record(actor: Actor, swap_id: str) -> SwapRecord:
    return swap_store.find(db.connection, actor.unit_id, swap_id) or abort(404)


def check_may_speak_for(actor: Actor, member_id: str) -> None:
    """403 unless this is oneself, or the head speaks for somebody without an account."""
    members = people_store.members(db.connection, actor.unit_id)
    member = next((one for one in members if one.id == member_id), None) or abort(404)
    leads = current_person().role in EDITORS
    if member.person_id != actor.person_id and not (leads and member.person_id is None):
        abort(403)


def back() -> str:
    """Where an answer came from: my shifts, or the head's page."""
    return "/ca-truc/can-duyet" if request.form.get("tu") == "can-duyet" else HOME
