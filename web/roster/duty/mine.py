"""What one person sees of the rosters: their shifts, and what waits for their answer."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from rostering.hours import has_begun, is_late, may_check_in
from rostering.values import Shift
from sandbox.vietnamese import sort_key
from web.roster.duty import absences, store, swap_store, swaps
from web.roster.duty.live import Live, key_of
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
    absence: absences.Shown | None


@dataclass(frozen=True, slots=True)
class Mine:
    """Everything on the page; ``member`` is None for somebody who is not on duty here."""

    member: Member | None
    shifts: tuple[MyShift, ...] = ()
    swaps_to_answer: tuple[swaps.Shown, ...] = ()
    absences_to_answer: tuple[absences.Shown, ...] = ()
    my_swaps: tuple[swaps.Shown, ...] = ()
    leave: tuple[LeaveRecord, ...] = ()
    link: Link | None = None

    @property
    def asked(self) -> bool:
        """Whether somebody waits for this person's answer."""
        return bool(self.swaps_to_answer or self.absences_to_answer)


def read(connection: Connection, actor: Actor, lives: list[Live], member: Member | None) -> Mine:
    """The page of this person."""
    if member is None:
        return Mine(None)
    open_absences = shown_absences(connection, actor, lives)
    asked = swap_store.of_member(connection, member.id, actor.now - _REMEMBERED)
    leave = people_store.leave_of_member(connection, member.id)
    return Mine(
        member,
        tuple(_shifts(connection, actor, lives, member, open_absences)),
        tuple(one for one in shown_swaps(connection, actor, lives) if _waits(one, member.id)),
        tuple(one for one in open_absences if may_answer(one, member.id)),
        tuple(one for kept in reversed(asked) if (one := swaps.shown(lives, kept))),
        tuple(one for one in leave if one.last >= actor.today),
        store.open_link(connection, actor.unit_id, member.id),
    )


def shown_swaps(connection: Connection, actor: Actor, lives: list[Live]) -> list[swaps.Shown]:
    """The unit's open swaps."""
    kept = swap_store.open_in(connection, actor.unit_id)
    return [one for each in kept if (one := swaps.shown(lives, each))]


def shown_absences(connection: Connection, actor: Actor, lives: list[Live]) -> list[absences.Shown]:
    """The unit's absences that nobody covers yet."""
    kept = absence_store.open_in(connection, actor.unit_id)
    return [one for each in kept if (one := absences.shown(lives, each, actor))]


def _waits(one: swaps.Shown, member_id: str) -> bool:
    return member_id in one.kept.swap.waits_for


def may_answer(one: absences.Shown, member_id: str) -> bool:
    """Whether this person has been asked and has not said anything."""
    said = {answer.person for answer in one.absence.chain.answers}
    return member_id in one.standing.was_asked - said


def _shifts(
    connection: Connection,
    actor: Actor,
    lives: list[Live],
    member: Member,
    open_absences: list[absences.Shown],
) -> list[MyShift]:
    said = presence_store.presence(connection, actor.unit_id, actor.today)
    after = store.custom(connection, actor.unit_id).late_after
    by_shift = {one.absence.shift: one for one in open_absences}
    own = [
        (shift, live) for live in lives for shift in live.coming(actor) if shift.person == member.id
    ]
    return [
        _shift(
            actor,
            live,
            shift,
            said.get(presence_store.place_of(member.id, shift.slot)),
            by_shift.get(shift),
            late=is_late(shift.slot.session, actor.now, after),
        )
        for shift, live in sorted(own, key=lambda each: each[0])
        if shift in live.held
    ]


def _shift(
    actor: Actor,
    live: Live,
    shift: Shift,
    said: Presence | None,
    absence: absences.Shown | None,
    *,
    late: bool,
) -> MyShift:
    session = shift.slot.session
    here = said is not None and said.came
    return MyShift(
        key=key_of(shift),
        words=live.words(shift.slot),
        beside=", ".join(_beside(live, shift)),
        presence=said,
        may_check_in=not here and absence is None and may_check_in(session, actor.now),
        late=not here and late,
        begun=has_begun(session, actor.now),
        absence=absence,
    )


def _beside(live: Live, shift: Shift) -> list[str]:
    others = (each.person for each in live.held if each.slot == shift.slot)
    names = (live.name(person) for person in others if person != shift.person)
    return sorted(names, key=sort_key)
