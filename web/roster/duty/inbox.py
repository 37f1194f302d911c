"""What waits for the desk head: approvals, empty places, somebody who has not come."""

from dataclasses import dataclass

from sqlalchemy import Connection

from rostering.exchange import State
from rostering.hours import is_over
from rostering.sentences import leave_in_words
from rostering.values import Leave, Shift
from web.roster.duty import absences, alarm, store, swaps
from web.roster.duty.alarm import Missing
from web.roster.duty.live import Live, key_of
from web.roster.duty.mine import absence_views, swap_views
from web.roster.duty.store import Custom, Link
from web.roster.planning import people_store
from web.roster.planning.actor import Actor
from web.roster.planning.records import LeaveRecord, LeaveState


@dataclass(frozen=True, slots=True)
class LeaveRequest:
    """Leave that waits for a word, with the published shifts it would empty."""

    id: str
    name: str
    words: str
    note: str
    empties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inbox:
    """The page."""

    to_approve: tuple[swaps.SwapView, ...]
    to_hear: tuple[swaps.SwapView, ...]
    leave: tuple[LeaveRequest, ...]
    absences: tuple[absences.AbsenceView, ...]
    empty: tuple[Missing, ...]
    late: tuple[Missing, ...]
    custom: Custom
    lobby: Link | None

    @property
    def count(self) -> int:
        """Things that wait."""
        groups = (self.to_approve, self.leave, self.absences, self.empty, self.late)
        return sum(map(len, groups))


def read(connection: Connection, actor: Actor, lives: list[Live]) -> Inbox:
    """Everything that waits in the unit."""
    views = swap_views(connection, actor, lives)
    open_absences = absence_views(connection, actor, lives)
    custom = store.custom(connection, actor.unit_id)
    open_shifts = {one.absence.shift for one in open_absences}
    return Inbox(
        tuple(one for one in views if one.record.swap.state is State.ACCEPTED),
        tuple(_to_hear(connection, actor, views)),
        tuple(_leave(connection, actor, lives)),
        tuple(open_absences),
        tuple(_empty(actor, lives, open_shifts)),
        alarm.late(connection, actor, lives, custom.late_after),
        custom,
        store.open_link(connection, actor.unit_id, None),
    )


def _to_hear(
    connection: Connection, actor: Actor, views: list[swaps.SwapView]
) -> list[swaps.SwapView]:
    """Swaps that wait for somebody without an account, with only those still to be heard."""
    members = people_store.members(connection, actor.unit_id)
    silent = {one.id for one in members if one.person_id is None}
    found = []
    for one in views:
        waiting = [each for each in one.waiting if each[0] in silent]
        if waiting:
            found.append(swaps.SwapView(one.record, one.lines, waiting, one.words))
    return found


def _leave(connection: Connection, actor: Actor, lives: list[Live]) -> list[LeaveRequest]:
    members = {one.id: one.name for one in people_store.members(connection, actor.unit_id)}
    leave = people_store.leave_of_unit(connection, actor.unit_id)
    return [
        LeaveRequest(
            one.id,
            members[one.member_id],
            leave_in_words(Leave(one.first, one.last, one.half)),
            one.note,
            tuple(vacated_shifts(actor, lives, one)),
        )
        for one in leave
        if one.state is LeaveState.ASKED and one.last >= actor.today
    ]


def vacated_shifts(actor: Actor, lives: list[Live], one: LeaveRecord) -> list[str]:
    """The published shifts that this leave would empty, in words."""
    leave = Leave(one.first, one.last, one.half)
    return [
        live.words(shift.slot)
        for live in lives
        for shift in live.coming(actor)
        if shift.person == one.member_id and leave.covers(shift.slot.session)
    ]


def _empty(actor: Actor, lives: list[Live], open_shifts: set[Shift]) -> list[Missing]:
    """Shifts of people on leave or gone, for whom nobody is looked for yet."""
    return [
        Missing(key_of(shift), live.name(shift.person), live.words(shift.slot), reason)
        for live in lives
        for shift, reason in live.office.vacated(live.shifts).items()
        if shift not in open_shifts and not is_over(shift.slot.session, actor.now)
    ]
