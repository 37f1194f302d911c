"""A published roster to which everything has happened that can: for own data and forgetting."""

from datetime import date

from sqlalchemy import Connection

from rostering.chain import Answer, Chain
from rostering.exchange import Give, State, Swap
from rostering.values import Half, Turn, Wish
from tests.app.duty_office import AN, BINH, CHI, FIRST, VENUE, VERSION, DutyOffice, published
from tests.app.office import Office
from web.roster.duty import store, swap_store
from web.roster.duty.store import Link
from web.roster.duty.swap_store import Kept
from web.roster.planning import (
    absence_store,
    people_store,
    presence_store,
    receipt_store,
    wish_store,
)
from web.roster.planning.absence_store import Outcome
from web.roster.planning.hand import Hand
from web.roster.planning.presence_store import Presence
from web.roster.planning.records import LeaveRecord, LeaveState

LEAVE_DAY = date(2026, 11, 27)  # An's, in the morning
SECRET_LINK = "a" * 22


def busy(office: Office) -> DutyOffice:
    """An came on Monday, swaps with Bình, is absent on Wednesday, asks for leave twice."""
    made = published(office)
    hand, turns = made.hand(), made.turns()
    wednesday = next(one for one in turns if one.person == AN and one.slot.session.day != FIRST)
    friday = max(one for one in turns if one.person == BINH)
    with office.writing() as db:
        for who, half, came in ((AN, Half.MORNING, True), (BINH, Half.AFTERNOON, False)):
            place = who, FIRST, half.value, VENUE
            presence_store.keep_presence(db, place, Presence(came, hand.now), hand.person_id)
        _swap(db, hand, wednesday, friday)
        _absence(db, hand, wednesday)
        for state, note in ((LeaveState.APPROVED, "Đi khám"), (LeaveState.REFUSED, "Việc nhà")):
            people_store.add_leave(db, _leave(hand, state, note))
        store.add_link(db, Link(SECRET_LINK, hand.unit_id, AN, hand.now, None))
        store.revoke(db, SECRET_LINK, hand.now)
        store.add_link(db, Link("b" * 22, hand.unit_id, AN, hand.now, None))
        wish = Wish(AN, True, half=Half.MORNING, day=LEAVE_DAY)
        wish_store.add(db, wish_store.KeptWish(hand.effects.new_id(), wish))
        receipt_store.mark(db, AN, [VERSION], hand.now)
    return made


def _swap(db: Connection, hand: Hand, mine: Turn, theirs: Turn) -> None:
    exchange = (Give(mine, BINH), Give(theirs, AN))
    made = Kept(hand.effects.new_id(), hand.now, Swap(AN, exchange, approved_by_head=True))
    swap_store.add(db, hand.unit_id, made)
    swap_store.keep_answer(db, made.id, BINH, agrees=False, at=hand.now, said_by=hand.person_id)
    swap_store.settle(db, made.id, State.REFUSED, hand.now, hand.person_id)


def _absence(db: Connection, hand: Hand, turn: Turn) -> None:
    absence_id, limit = hand.effects.new_id(), Chain(turn, hand.now, hand.now - hand.now, (CHI,))
    absence_store.add(db, hand.unit_id, absence_id, limit, hand.person_id)
    answer = Answer(CHI, False, hand.now)
    absence_store.keep_answer(db, absence_id, answer, hand.person_id)
    absence_store.close(db, absence_id, Outcome.EMPTY, hand.now, hand.person_id)


def _leave(hand: Hand, state: LeaveState, note: str) -> LeaveRecord:
    new = hand.effects.new_id()
    return LeaveRecord(new, AN, LEAVE_DAY, LEAVE_DAY, None, state, note, hand.now)
