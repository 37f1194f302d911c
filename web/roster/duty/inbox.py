"""What waits for the desk head: approvals, empty places, somebody who has not come."""

from dataclasses import dataclass

from sqlalchemy import Connection

from rostering.exchange import State
from rostering.hours import is_over
from rostering.sentences import leave_in_words
from rostering.values import Leave, Shift
from web.roster.duty import absences, alarm, store, swaps
from web.roster.duty.alarm import Missing
from web.roster.duty.current_rosters import CurrentRoster, key_of
from web.roster.duty.mine import absence_views, swap_views
from web.roster.duty.store import DutySettings, Link
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
    settings: DutySettings
    lobby: Link | None

    @property
    def count(self) -> int:
        """Things that wait."""
        groups = (self.to_approve, self.leave, self.absences, self.empty, self.late)
        return sum(map(len, groups))


def read(connection: Connection, actor: Actor, rosters: list[CurrentRoster]) -> Inbox:
    """Everything that waits in the unit."""
    views = swap_views(connection, actor, rosters)
    open_absences = absence_views(connection, actor, rosters)
    settings = store.duty_settings(connection, actor.unit_id)
    open_shifts = {one.absence.shift for one in open_absences}
    return Inbox(
        tuple(one for one in views if one.record.swap.state is State.ACCEPTED),
        tuple(_to_hear(connection, actor, views)),
        tuple(_leave(connection, actor, rosters)),
        tuple(open_absences),
        tuple(_empty(actor, rosters, open_shifts)),
        alarm.late(connection, actor, rosters, settings.late_after),
        settings,
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


def _leave(
    connection: Connection, actor: Actor, rosters: list[CurrentRoster]
) -> list[LeaveRequest]:
    members = {one.id: one.name for one in people_store.members(connection, actor.unit_id)}
    leave = people_store.leave_of_unit(connection, actor.unit_id)
    return [
        LeaveRequest(
            one.id,
            members[one.member_id],
            leave_in_words(Leave(one.first, one.last, one.half)),
            one.note,
            tuple(vacated_shifts(actor, rosters, one)),
        )
        for one in leave
        if one.state is LeaveState.ASKED and one.last >= actor.today
    ]


def vacated_shifts(actor: Actor, rosters: list[CurrentRoster], one: LeaveRecord) -> list[str]:
    """The published shifts that this leave would empty, in words."""
    leave = Leave(one.first, one.last, one.half)
    return [
        roster.words(shift.slot)
        for roster in rosters
        for shift in roster.coming(actor)
        if shift.person == one.member_id and leave.covers(shift.slot.session)
    ]


def _empty(actor: Actor, rosters: list[CurrentRoster], open_shifts: set[Shift]) -> list[Missing]:
    """Shifts of people on leave or gone, for whom nobody is looked for yet."""
    return [
        Missing(key_of(shift), roster.name(shift.person), roster.words(shift.slot), reason)
        for roster in rosters
        for shift, reason in roster.office.vacated(roster.shifts).items()
        if shift not in open_shifts and not is_over(shift.slot.session, actor.now)
    ]
