"""An office as the planner sees it: from stored records to a ``Request``."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from rostering import calendar
from rostering.calendar import Day, Period
from rostering.rules import Kind, obstacles
from rostering.values import Leave, Limits, Person, Request, Shift, Slot, Weights
from web.roster.planning import office_store, people_store, wish_store
from web.roster.planning.concessions import with_agreed
from web.roster.planning.records import LeaveRecord, LeaveState, Member, PeriodRecord


@dataclass(frozen=True, slots=True)
class Office:
    """A period with everything around it; ``names`` are those of everybody who ever was there."""

    period: PeriodRecord
    days: tuple[Day, ...]
    request: Request
    names: Mapping[str, str]
    members: tuple[Member, ...]

    def in_own_slots(self, shifts: Iterable[Shift]) -> tuple[Shift, ...]:
        """The shifts in the request's own slots, which know what they want."""
        slots = {slot: slot for slot in self.request.slots}
        return tuple(Shift(slots.get(shift.slot, shift.slot), shift.person) for shift in shifts)

    def slot(self, day: date, half: str, venue: str, duty: str) -> Slot | None:
        """The slot an address speaks of."""
        key = (day, half, venue, duty)
        return next((s for s in self.request.slots if address_of(s) == key), None)

    def vacated(self, shifts: Iterable[Shift]) -> dict[Shift, str]:
        """Shifts whose people cannot come any more, with the reason in a few words."""
        people = {one.id: one for one in self.request.people}
        open_slots = frozenset(self.request.slots)
        return {
            shift: reason
            for shift in shifts
            if (
                reason := _absent(people.get(shift.person), shift.slot)
                if shift.slot in open_slots
                else "buổi này không mở"
            )
        }

    def before(self, today: date) -> frozenset[date]:
        """The period's days that are over."""
        return frozenset(one.day for one in self.days if one.day < today)

    def frozen_request(self, shifts: Collection[Shift], days: Collection[date]) -> Request:
        """The request in which these days stay as the shifts have them."""
        frozen = frozenset(shift for shift in shifts if shift.slot.session.day in days)
        return replace(self.request, frozen=frozen, frozen_days=frozenset(days))


def address_of(slot: Slot) -> tuple[date, str, str, str]:
    """What tells a slot from all others."""
    return slot.session.day, slot.session.half.value, slot.venue, slot.duty


def read_office(connection: Connection, period: PeriodRecord) -> Office:
    """The office in this period."""
    members = people_store.members(connection, period.unit_id)
    places = office_store.places(connection, period.unit_id)
    venues = [p.venue for p in places if p.active and p.venue.id in period.venues]
    days = Period(
        period.first,
        period.last,
        period.plan_start,
        period.on_duty,
        office_store.overrides(connection, period.unit_id),
    )
    leave = people_store.leave_of_unit(connection, period.unit_id)
    request = Request(
        people=tuple(person(one, leave, period) for one in members if one.active),
        slots=calendar.slots(calendar.sessions(days), venues),
        wishes=tuple(wish_store.of_unit(connection, period.unit_id)),
        weights=Weights(**period.weights),
        seed=period.seed,
        venue_names={place.venue.id: place.venue.name for place in places},
    )
    return Office(
        period,
        tuple(calendar.days(days)),
        with_agreed(request, period.agreed),
        {one.id: one.name for one in members},
        tuple(members),
    )


def person(member: Member, leave: Iterable[LeaveRecord], period: PeriodRecord) -> Person:
    """A member as the planner sees them; only leave that was approved counts."""
    return Person(
        id=member.id,
        name=member.name,
        organisation=member.organisation,
        competent=member.competent,
        learning=member.learning,
        capable_phone=member.capable_phone,
        experienced=member.experienced,
        share=member.percent / 100,
        venues=member.venues,
        available=member.available,
        leave=tuple(
            Leave(one.first, one.last, one.half)
            for one in leave
            if one.member_id == member.id and one.state is LeaveState.APPROVED
        ),
        limits=Limits(member.per_day, member.per_week, member.per_period),
        starts=member.starts,
        ends=member.ends,
        carried=period.carried.get(member.id, 0.0),
    )


_ABSENT = {Kind.LEAVE: "báo nghỉ", Kind.DATES: "không còn trực vào ngày này"}


def _absent(person: Person | None, slot: Slot) -> str:
    if person is None:
        return "đã thôi trực"
    kinds = (rule.kind for rule in obstacles(person, slot))
    return next((_ABSENT[kind] for kind in kinds if kind in _ABSENT), "")
