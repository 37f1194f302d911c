"""Shifts checked against the rules, whoever wrote them: for manual changes, swaps and checks."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rostering.rules import Limitations, Rule, can_guide, can_lead, obstacles
from rostering.values import Gap, Person, Request, Shift, Slot


class Worry(StrEnum):
    """What a session may have, but better had not."""

    NO_PHONE = "no_phone"  # S0-22
    NEW_ALONE = "new_alone"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The hard rules that are broken, what is missing, and what is worrying.

    Frozen shifts are facts: none breaks a rule by itself, and frozen days have no gaps.
    """

    broken: tuple[Rule, ...]
    gaps: tuple[Gap, ...]
    worries: tuple[tuple[Slot, Worry], ...]


def judge(request: Request, shifts: Collection[Shift]) -> Judgement:
    """What the rules say about these shifts; those of people who have gone do not count."""
    people = {person.id: person for person in request.people}
    known = sorted(shift for shift in {*shifts, *request.frozen} if shift.person in people)
    open_slots = [s for s in request.slots if s.session.day not in request.frozen_days]
    there: dict[Slot, list[Person]] = defaultdict(list)
    for shift in known:
        there[shift.slot].append(people[shift.person])
    free = [shift for shift in known if shift not in request.frozen]
    obstructed = (rule for shift in free for rule in obstacles(people[shift.person], shift.slot))
    return Judgement(
        tuple(dict.fromkeys([*obstructed, *_exceeded(request, known, free)])),
        tuple(gap for slot in open_slots if (gap := gap_in(slot, there[slot]))),
        tuple((slot, worry) for slot in open_slots for worry in _worries(slot, there[slot])),
    )


def gap_in(slot: Slot, there: Collection[Person]) -> Gap | None:
    """What is missing in a slot with these people in it."""
    able = sum(can_lead(person, slot) for person in there)
    competent = max(0, min(slot.competent, slot.wanted) - able)
    people = max(competent, slot.wanted - len(there))
    return Gap(slot, people, competent) if people else None


def _worries(slot: Slot, there: Collection[Person]) -> Iterator[Worry]:
    if there and not any(person.capable_phone for person in there):
        yield Worry.NO_PHONE
    if there and not any(can_guide(person, slot) for person in there):
        yield Worry.NEW_ALONE


def _exceeded(request: Request, known: list[Shift], free: list[Shift]) -> Iterator[Rule]:
    """The limits that a shift which is not frozen goes beyond."""
    people = {person.id: person for person in request.people}
    limits = Limitations(request)
    counts = Counter(
        rule for shift in known for rule in limits.on(people[shift.person], shift.slot)
    )
    for shift in free:
        for rule in limits.on(people[shift.person], shift.slot):
            if counts[rule] > rule.number:
                yield rule
