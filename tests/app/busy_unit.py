"""A published roster to which everything has happened that can: for own data and forgetting."""

from datetime import date

from sqlalchemy import Connection

from rostering.chain import Answer, Chain
from rostering.exchange import Give, State, Swap
from rostering.values import Half, Shift, Wish
from tests.app.duty_office import AN, BINH, CHI, FIRST, VENUE, VERSION, DutyOffice, published
from tests.app.office import Office
from web.roster.duty import store, swap_store
from web.roster.duty.store import Link
from web.roster.duty.swap_store import SwapRecord
from web.roster.planning import (
    absence_store,
    people_store,
    presence_store,
    receipt_store,
    wish_store,
)
from web.roster.planning.absence_store import Outcome
from web.roster.planning.actor import Actor
from web.roster.planning.presence_store import Presence
from web.roster.planning.records import LeaveRecord, LeaveState

LEAVE_DAY = date(2026, 11, 27)  # An's, in the morning
SECRET_LINK = "a" * 22


def busy(office: Office) -> DutyOffice:
    """An came on Monday, swaps with Bình, is absent on Wednesday, asks for leave twice."""
    duty = published(office)
    actor, shifts = duty.current_actor(), duty.shifts()
    wednesday = next(one for one in shifts if one.person == AN and one.slot.session.day != FIRST)
    friday = max(one for one in shifts if one.person == BINH)
    with office.writing() as db:
        for who, half, came in ((AN, Half.MORNING, True), (BINH, Half.AFTERNOON, False)):
            place = who, FIRST, half.value, VENUE
            presence_store.save_presence(db, place, Presence(came, actor.now), actor.person_id)
        _swap(db, actor, wednesday, friday)
        _absence(db, actor, wednesday)
        for state, note in ((LeaveState.APPROVED, "Đi khám"), (LeaveState.REFUSED, "Việc nhà")):
            people_store.add_leave(db, _leave(actor, state, note))
        store.add_link(db, Link(SECRET_LINK, actor.unit_id, AN, actor.now, None))
        store.revoke(db, SECRET_LINK, actor.now)
        store.add_link(db, Link("b" * 22, actor.unit_id, AN, actor.now, None))
        wish = Wish(AN, True, half=Half.MORNING, day=LEAVE_DAY)
        wish_store.add(db, wish_store.WishRecord(actor.effects.new_id(), wish))
        receipt_store.mark(db, AN, [VERSION], actor.now)
    return duty


def _swap(db: Connection, actor: Actor, mine: Shift, theirs: Shift) -> None:
    exchange = (Give(mine, BINH), Give(theirs, AN))
    record = SwapRecord(
        actor.effects.new_id(), actor.now, Swap(AN, exchange, approved_by_head=True)
    )
    swap_store.add(db, actor.unit_id, record)
    swap_store.save_answer(
        db, record.id, BINH, agrees=False, at=actor.now, recorded_by=actor.person_id
    )
    swap_store.close(db, record.id, State.REFUSED, actor.now, actor.person_id)


def _absence(db: Connection, actor: Actor, shift: Shift) -> None:
    absence_id, limit = (
        actor.effects.new_id(),
        Chain(shift, actor.now, actor.now - actor.now, (CHI,)),
    )
    absence_store.add(db, actor.unit_id, absence_id, limit, actor.person_id)
    answer = Answer(CHI, False, actor.now)
    absence_store.save_answer(db, absence_id, answer, actor.person_id)
    absence_store.close(db, absence_id, Outcome.EMPTY, actor.now, actor.person_id)


def _leave(actor: Actor, state: LeaveState, note: str) -> LeaveRecord:
    new = actor.effects.new_id()
    return LeaveRecord(new, AN, LEAVE_DAY, LEAVE_DAY, None, state, note, actor.now)
