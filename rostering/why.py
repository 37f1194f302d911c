"""Why me, why not me: the reasons behind each slot."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from rostering.fairness import due
from rostering.rules import Limitations, Rule, can_lead, obstacles
from rostering.values import Person, Request, Shift, Slot


class Availability(StrEnum):
    """Whether a person is available for a slot; answers come in this order."""

    CHOSEN = "chosen"
    FROZEN = "frozen"  # on duty by a shift that is frozen
    POSSIBLE = "possible"
    BESIDE = "beside"  # only beside somebody competent, as they are still learning
    PREVENTED = "prevented"


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether one person is available for a slot, and why.

    ``rules`` prevent them; () when nothing does. ``shifts`` and ``due`` are the whole period's.
    ``wish``: they asked for it (True), asked to be spared (False), or neither (None).
    """

    person: str
    availability: Availability
    rules: tuple[Rule, ...]
    shifts: int
    due: float
    wish: bool | None


def why(request: Request, shifts: Collection[Shift], slot: Slot) -> tuple[Answer, ...]:
    """An answer for everybody: the chosen, the possible (furthest behind first), the others."""
    here = set(request.slots)
    done = Counter(shift.person for shift in shifts if shift.slot in here)
    dues = due(request)
    case = _Case(request, shifts, slot)
    answers = [
        Answer(
            person.id,
            case.availability(person),
            case.against(person),
            done[person.id],
            dues[person.id],
            case.wish(person),
        )
        for person in request.people
    ]
    order = list(Availability)
    return tuple(sorted(answers, key=lambda a: (order.index(a.availability), a.shifts - a.due)))


class _Case:
    """One slot, with what everybody does in the others."""

    def __init__(self, request: Request, shifts: Collection[Shift], slot: Slot) -> None:
        self._request, self._slot = request, slot
        self._there = {shift.person for shift in shifts if shift.slot == slot}
        self._limits = Limitations(request)
        people = {person.id: person for person in request.people}
        self._used = Counter(
            rule
            for shift in shifts
            if shift.slot != slot and shift.person in people
            for rule in self._limits.on(people[shift.person], shift.slot)
        )

    def availability(self, person: Person) -> Availability:
        if Shift(self._slot, person.id) in self._request.frozen:
            return Availability.FROZEN
        if person.id in self._there:
            return Availability.CHOSEN
        if self.against(person):
            return Availability.PREVENTED
        return Availability.POSSIBLE if can_lead(person, self._slot) else Availability.BESIDE

    def against(self, person: Person) -> tuple[Rule, ...]:
        if person.id in self._there:
            return ()
        limits = self._limits.on(person, self._slot)
        reached = (rule for rule in limits if self._used[rule] >= rule.number)
        return (*obstacles(person, self._slot), *reached)

    def wish(self, person: Person) -> bool | None:
        session = self._slot.session
        mine = (w for w in self._request.wishes if w.person == person.id and w.matches(session))
        return next((wish.wants for wish in mine), None)
