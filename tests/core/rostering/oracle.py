"""The rules once more, written down plainly and slowly, to hold rosters against."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from rostering.fairness import due
from rostering.values import Organisation, Person, Request, Shift, Slot


def broken(request: Request, shifts: tuple[Shift, ...]) -> list[str]:
    """Every hard rule these shifts break, in words."""
    return [*_of_people(request, shifts), *_of_organisations(request, shifts)]


def unfilled(request: Request, shifts: tuple[Shift, ...]) -> list[tuple[Slot, int, int]]:
    """Slots of days that are not frozen, with people and competent people missing."""
    found = []
    for slot in request.slots:
        there = [one for one in request.people if Shift(slot, one.id) in shifts]
        able = [one for one in there if slot.duty in one.competent]
        lacking = max(0, min(slot.competent, slot.wanted) - len(able))
        missing = max(lacking, slot.wanted - len(there))
        if missing and slot.session.day not in request.frozen_days:
            found.append((slot, missing, lacking))
    return found


def _of_people(request: Request, shifts: tuple[Shift, ...]) -> Iterator[str]:
    for person in request.people:
        mine = [shift.slot for shift in shifts if shift.person == person.id]
        free = [slot for slot in mine if Shift(slot, person.id) not in request.frozen]
        for slot in free:
            if not may(person, slot):
                yield f"{person.id} may not {slot}"
            if slot.session.day in request.frozen_days:
                yield f"{person.id} added on a frozen day {slot}"
            if sum(other.session == slot.session for other in mine) > 1:
                yield f"{person.id} in two places {slot}"
            yield from _over(person, slot, mine)


def _over(person: Person, slot: Slot, mine: list[Slot]) -> Iterator[str]:
    day, limits = slot.session.day, person.limits
    monday = day - timedelta(days=day.weekday())
    same_day = sum(other.session.day == day for other in mine)
    same_week = sum(0 <= (other.session.day - monday).days < 7 for other in mine)
    for count, most, more in (
        (same_day, limits.per_day, limits.more_in(day, day)),
        (same_week, limits.per_week, limits.more_in(monday, monday + timedelta(days=6))),
        (len(mine), limits.per_period, 0),
    ):
        if most is not None and count > most + more:
            yield f"{person.id} {count} shifts, {most} + {more} allowed, {slot}"


def may(person: Person, slot: Slot) -> bool:
    """Whether this person may be in this slot at all."""
    session = slot.session
    on_leave = any(leave.covers(session) for leave in person.leave)
    hours = person.available is None or (session.like, session.half) in person.available
    return (
        slot.duty in person.competent | person.learning
        and (person.venues is None or slot.venue in person.venues)
        and (person.starts is None or person.starts <= session.day)
        and (person.ends is None or session.day <= person.ends)
        and ((hours and not on_leave) or session in person.agreed)
    )


def _of_organisations(request: Request, shifts: tuple[Shift, ...]) -> Iterator[str]:
    homes: dict[Organisation, list[Person]] = {}
    for person in request.people:
        homes.setdefault(person.organisation, []).append(person)
    for session in {slot.session for slot in request.slots}:
        on_duty = {shift.person for shift in shifts if shift.slot.session == session}
        laid_down = {shift.person for shift in request.frozen if shift.slot.session == session}
        for home, members in homes.items():
            here = [one for one in members if not any(x.covers(session) for x in one.leave)]
            here = [one for one in here if (one.starts or session.day) <= session.day]
            here = [one for one in here if session.day <= (one.ends or session.day)]
            gone = [one for one in members if one.id in on_duty]
            free = home.may_be_empty or (home.id, session) in request.may_empty
            decided_now = any(one.id not in laid_down for one in gone)
            if len(here) > 1 and len(gone) >= len(here) and not free and decided_now:
                yield f"{home.id} is empty {session}"


def points(request: Request, shifts: tuple[Shift, ...]) -> int:
    """What these shifts cost by the soft rules of fairness, wishes, telephones and new people."""
    weights, dues = request.weights, due(request)
    people = {one.id: one for one in request.people}
    counts = {who: sum(shift.person == who for shift in shifts) for who in people}
    homes = {one.organisation for one in request.people}
    cost = sum(_squared(weights.fair, counts[who], dues[who]) for who in people)
    for home in homes:
        members = [one.id for one in request.people if one.organisation == home]
        taken, owed = (sum(amounts[who] for who in members) for amounts in (counts, dues))
        cost += _squared(weights.organisation, round(taken), owed)
    for wish in request.wishes:
        met = sum(t.person == wish.person and wish.matches(t.slot.session) for t in shifts)
        cost += -weights.wish * met if wish.wants else weights.wish * met
    for slot in request.slots:
        there = [people[shift.person] for shift in shifts if shift.slot == slot]
        if not any(one.capable_phone for one in there):
            cost += weights.phone
        if not any(o.experienced and slot.duty in o.competent for o in there):
            cost += weights.alone
    return cost


def _squared(weight: int, shifts: int, owed: float) -> int:
    """The squared distance, added up shift by shift in whole points."""
    further = (round(weight * (2 * (done - owed) + 1)) for done in range(shifts))
    return round(weight * owed**2) + sum(further)


def every_roster(request: Request) -> Iterator[tuple[Shift, ...]]:
    """All ways to fill the slots; only for very small requests."""

    def fill(slots: tuple[Slot, ...]) -> Iterator[tuple[Shift, ...]]:
        if not slots:
            yield ()
            return
        for rest in fill(slots[1:]):
            for who in combinations(request.people, slots[0].wanted):
                yield (*(Shift(slots[0], one.id) for one in who), *rest)

    return (t for t in fill(request.slots) if not broken(request, t) and not unfilled(request, t))
