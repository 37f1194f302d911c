"""A sudden absence from the first word until somebody stands in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from rostering import chain
from rostering.chain import Answer, Chain, ChainStatus
from rostering.exchange import Exchange, Give, after, objections, stand_ins
from rostering.hours import begins, is_over
from rostering.values import Shift
from sandbox.vietnamese import sort_key
from web.roster.duty import store
from web.roster.duty.current_rosters import CurrentRoster, roster_on
from web.roster.duty.swaps import describe
from web.roster.planning import absence_store, publishing
from web.roster.planning.absence_store import Absence, Outcome
from web.roster.planning.actor import Actor

COVERED = "Ca này đã có người trực thay. Cảm ơn anh/chị."
NOT_YET = "Chưa đến lượt anh/chị được hỏi. Người đang được hỏi sẽ trả lời trước."
OVER = "Ca trực này đã qua hoặc lịch đã đổi. Anh/chị xem lại Ca trực của tôi."


@dataclass(frozen=True, slots=True)
class AbsenceView:
    """An absence for the page."""

    absence: Absence
    roster: CurrentRoster
    status: ChainStatus

    @property
    def words(self) -> str:
        """Which shift it is about."""
        return self.roster.words(self.absence.shift.slot)

    @property
    def who(self) -> str:
        """Who cannot come."""
        return self.roster.name(self.absence.shift.person)

    @property
    def time_to_cover(self) -> timedelta | None:
        """From the absence to the first yes, or to the head's own choice."""
        return self.absence.time_to_cover


def view(rosters: list[CurrentRoster], absence: Absence, actor: Actor) -> AbsenceView | None:
    """An absence as it is now; None when its roster is over."""
    roster = roster_on(rosters, absence.shift.slot.session.day)
    return AbsenceView(absence, roster, chain.status(absence.chain, actor.now)) if roster else None


def report(connection: Connection, actor: Actor, roster: CurrentRoster, shift: Shift) -> str | None:
    """Somebody cannot come: colleagues are asked from now on. The absence's id; None too late.

    Reported again, it is the same absence.
    """
    if is_over(shift.slot.session, actor.now):
        return None
    for known in absence_store.open_in(connection, actor.unit_id):
        if known.shift == shift:
            return known.id
    usual = timedelta(minutes=store.duty_settings(connection, actor.unit_id).ask_minutes)
    limit = chain.limit_for(shift, actor.now, usual)
    order = chain.ranked(roster.request, roster.shifts, shift)
    absence_id, new_chain = actor.effects.new_id(), Chain(shift, actor.now, limit, order)
    absence_store.add(connection, actor.unit_id, absence_id, new_chain, actor.person_id)
    return absence_id


def answer(
    connection: Connection, actor: Actor, view: AbsenceView, member_id: str, agrees: bool
) -> str | None:
    """Store the answer of somebody who was asked; a refusal in words when it does not count."""
    if view.absence.closed_at:
        return COVERED
    if member_id not in view.status.was_asked:
        return NOT_YET
    if any(each.person == member_id for each in view.absence.chain.answers):
        return None
    refusal = _obstacle(actor, view, member_id) if agrees else None
    if refusal is None:
        reply = Answer(member_id, agrees, actor.now)
        absence_store.save_answer(connection, view.absence.id, reply, actor.person_id)
    if agrees and refusal is None:
        _hand_over(connection, actor, view, member_id, Outcome.COVERED)
    return refusal


def candidates(view: AbsenceView) -> list[tuple[str, str]]:
    """Whom the head could send: everybody whom no rule keeps away, by name."""
    shift = view.absence.shift
    free = stand_ins(view.roster.request, view.roster.shifts, shift, _before(shift))
    return sorted(
        ((one, view.roster.name(one)) for one in free), key=lambda each: sort_key(each[1])
    )


def assign(connection: Connection, actor: Actor, view: AbsenceView, member_id: str) -> str | None:
    """The head sends somebody; a refusal in words when a rule speaks against it."""
    if view.absence.closed_at:
        return COVERED
    refusal = _obstacle(actor, view, member_id)
    if refusal is None:
        _hand_over(connection, actor, view, member_id, Outcome.ASSIGNED)
    return refusal


def leave_empty(connection: Connection, actor: Actor, view: AbsenceView) -> str | None:
    """The head answers for an empty place."""
    if view.absence.closed_at:
        return COVERED
    shifts = frozenset(view.roster.shifts) - {view.absence.shift}
    why = f"{view.who} nghỉ đột xuất, chưa có người thay"
    publishing.amend(connection, actor, view.roster.version, shifts, why)
    absence_store.close(connection, view.absence.id, Outcome.EMPTY, actor.now, actor.person_id)
    return None


def come_after_all(connection: Connection, actor: Actor, view: AbsenceView) -> str | None:
    """They can come; too late once somebody stands in."""
    if view.absence.closed_at:
        return COVERED
    absence_store.close(connection, view.absence.id, Outcome.BACK, actor.now, actor.person_id)
    return None


def _obstacle(actor: Actor, view: AbsenceView, member_id: str) -> str | None:
    shift = view.absence.shift
    if is_over(shift.slot.session, actor.now):
        return OVER
    exchange: Exchange = (Give(shift, member_id),)
    found = objections(view.roster.request, view.roster.shifts, exchange, _before(shift))
    return describe(view.roster, found) if found else None


def _before(shift: Shift) -> datetime:
    """A moment before the session: standing in is welcome after it has begun, too."""
    return begins(shift.slot.session) - timedelta(minutes=1)


def _hand_over(
    connection: Connection, actor: Actor, view: AbsenceView, member_id: str, outcome: Outcome
) -> None:
    shift, roster = view.absence.shift, view.roster
    shifts = after(roster.shifts, (Give(shift, member_id),))
    why = f"{roster.name(member_id)} trực thay {roster.name(shift.person)}"
    publishing.amend(connection, actor, roster.version, shifts, why)
    absence_store.close(connection, view.absence.id, outcome, actor.now, actor.person_id)
