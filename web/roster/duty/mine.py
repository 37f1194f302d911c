"""What one person sees of the rosters: their shifts, and what waits for their answer."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from rostering.hours import has_begun, is_late, may_check_in
from rostering.values import Shift
from sandbox.vietnamese import sort_key
from web.roster.duty import absences, store, swap_store, swaps
from web.roster.duty.current_rosters import CurrentRoster, key_of
from web.roster.duty.store import Link
from web.roster.planning import absence_store, people_store, presence_store
from web.roster.planning.actor import Actor
from web.roster.planning.presence_store import Presence
from web.roster.planning.records import LeaveRecord, LeaveState, Member

_REMEMBERED = timedelta(days=30)
LEAVE_WORDS = {
    LeaveState.ASKED: ("Chờ duyệt", "wait"),
    LeaveState.APPROVED: ("Đã duyệt", "good"),
    LeaveState.REFUSED: ("Không duyệt", "bad"),
}


@dataclass(frozen=True, slots=True)
class MyShift:
    """One shift to come, or that runs."""

    key: str
    words: str
    beside: str
    presence: Presence | None
    may_check_in: bool
    late: bool
    begun: bool
    absence: absences.AbsenceView | None


@dataclass(frozen=True, slots=True)
class Mine:
    """Everything on the page; ``member`` is None for somebody who is not on duty here."""

    member: Member | None
    shifts: tuple[MyShift, ...] = ()
    swaps_to_answer: tuple[swaps.SwapView, ...] = ()
    absences_to_answer: tuple[absences.AbsenceView, ...] = ()
    my_swaps: tuple[swaps.SwapView, ...] = ()
    leave: tuple[LeaveRecord, ...] = ()
    link: Link | None = None

    @property
    def is_asked(self) -> bool:
        """Whether somebody waits for this person's answer."""
        return bool(self.swaps_to_answer or self.absences_to_answer)


def read(
    connection: Connection, actor: Actor, rosters: list[CurrentRoster], member: Member | None
) -> Mine:
    """The page of this person."""
    if member is None:
        return Mine(None)
    open_absences = absence_views(connection, actor, rosters)
    my_swaps = swap_store.of_member(connection, member.id, actor.now - _REMEMBERED)
    leave = people_store.leave_of_member(connection, member.id)
    return Mine(
        member,
        tuple(_shifts(connection, actor, rosters, member, open_absences)),
        tuple(one for one in swap_views(connection, actor, rosters) if _waits(one, member.id)),
        tuple(one for one in open_absences if may_answer(one, member.id)),
        tuple(one for record in reversed(my_swaps) if (one := swaps.view(rosters, record))),
        tuple(one for one in leave if one.last >= actor.today),
        store.open_link(connection, actor.unit_id, member.id),
    )


def swap_views(
    connection: Connection, actor: Actor, rosters: list[CurrentRoster]
) -> list[swaps.SwapView]:
    """The unit's open swaps."""
    records = swap_store.open_in(connection, actor.unit_id)
    return [one for each in records if (one := swaps.view(rosters, each))]


def absence_views(
    connection: Connection, actor: Actor, rosters: list[CurrentRoster]
) -> list[absences.AbsenceView]:
    """The unit's absences that nobody covers yet."""
    open_absences = absence_store.open_in(connection, actor.unit_id)
    return [one for each in open_absences if (one := absences.view(rosters, each, actor))]


def _waits(one: swaps.SwapView, member_id: str) -> bool:
    return member_id in one.record.swap.waits_for


def may_answer(one: absences.AbsenceView, member_id: str) -> bool:
    """Whether this person has been asked and has not answered."""
    answered = {answer.person for answer in one.absence.chain.answers}
    return member_id in one.status.was_asked - answered


def _shifts(
    connection: Connection,
    actor: Actor,
    rosters: list[CurrentRoster],
    member: Member,
    open_absences: list[absences.AbsenceView],
) -> list[MyShift]:
    presences = presence_store.presence(connection, actor.unit_id, actor.today)
    after = store.duty_settings(connection, actor.unit_id).late_after
    by_shift = {one.absence.shift: one for one in open_absences}
    own = [
        (shift, roster)
        for roster in rosters
        for shift in roster.coming(actor)
        if shift.person == member.id
    ]
    return [
        _shift(
            actor,
            roster,
            shift,
            presences.get(presence_store.place_of(member.id, shift.slot)),
            by_shift.get(shift),
            late=is_late(shift.slot.session, actor.now, after),
        )
        for shift, roster in sorted(own, key=lambda each: each[0])
        if shift in roster.valid_shifts
    ]


def _shift(
    actor: Actor,
    roster: CurrentRoster,
    shift: Shift,
    presence: Presence | None,
    absence: absences.AbsenceView | None,
    *,
    late: bool,
) -> MyShift:
    session = shift.slot.session
    here = presence is not None and presence.came
    return MyShift(
        key=key_of(shift),
        words=roster.words(shift.slot),
        beside=", ".join(_beside(roster, shift)),
        presence=presence,
        may_check_in=not here and absence is None and may_check_in(session, actor.now),
        late=not here and late,
        begun=has_begun(session, actor.now),
        absence=absence,
    )


def _beside(roster: CurrentRoster, shift: Shift) -> list[str]:
    others = (each.person for each in roster.valid_shifts if each.slot == shift.slot)
    names = (roster.name(person) for person in others if person != shift.person)
    return sorted(names, key=sort_key)
