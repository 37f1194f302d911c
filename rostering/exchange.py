"""Swaps of two or three people, checked against the rules before anybody is asked."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from itertools import islice

from rostering.hours import has_begun
from rostering.judging import judge
from rostering.rules import Rule, obstacles
from rostering.values import Gap, Request, Shift, Slot

SOME = 12  # as many proposals as a page can hold
_TRIED = 400  # three-way swaps looked at before giving up


@dataclass(frozen=True, slots=True)
class Give:
    """A shift that its person hands to ``to``."""

    shift: Shift
    to: str


Exchange = tuple[Give, ...]


class Hitch(StrEnum):
    """What speaks against an exchange besides the rules."""

    MOVED = "moved"  # somebody else has the shift by now
    LEFT = "left"  # somebody in it is no longer on duty here
    BEGUN = "begun"
    SAME = "same"  # gives nobody anything new


@dataclass(frozen=True, slots=True)
class Objections:
    """Everything that speaks against an exchange; false when nothing does."""

    hitches: tuple[Hitch, ...] = ()
    rules: tuple[Rule, ...] = ()
    gaps: tuple[Gap, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.hitches or self.rules or self.gaps)


def after(shifts: Collection[Shift], exchange: Exchange) -> frozenset[Shift]:
    """The shifts once it has happened."""
    given_up = {give.shift for give in exchange}
    return frozenset(shifts) - given_up | {Shift(give.shift.slot, give.to) for give in exchange}


def objections(
    request: Request, shifts: Collection[Shift], exchange: Exchange, now: datetime
) -> Objections:
    """What speaks against it; rules and gaps that are there without it do not count.

    Whoever gives may have left, their shift has to be covered all the same; whoever takes may not.
    """
    hitches = tuple(dict.fromkeys(_hitches(request, shifts, exchange, now)))
    if hitches:
        return Objections(hitches)
    free = replace(request, frozen=frozenset(), frozen_days=frozenset())
    before, afterwards = judge(free, shifts), judge(free, after(shifts, exchange))
    rules = (
        *_blocking_rules(request, exchange),
        *(r for r in afterwards.broken if r not in before.broken),
    )
    slots = {give.shift.slot for give in exchange}
    gaps = tuple(gap for gap in afterwards.gaps if gap.slot in slots and gap not in before.gaps)
    return Objections((), tuple(dict.fromkeys(rules)), gaps)


def _blocking_rules(request: Request, exchange: Exchange) -> Iterator[Rule]:
    """What keeps the takers from these very slots: also leave that another one breaks."""
    people = {person.id: person for person in request.people}
    for give in exchange:
        yield from obstacles(people[give.to], give.shift.slot)


def _hitches(
    request: Request, shifts: Collection[Shift], exchange: Exchange, now: datetime
) -> Iterator[Hitch]:
    people = {person.id for person in request.people}
    slots: set[Slot] = set()
    for give in exchange:
        if give.shift not in shifts:
            yield Hitch.MOVED
        if give.to not in people:
            yield Hitch.LEFT
        if has_begun(give.shift.slot.session, now):
            yield Hitch.BEGUN
        if Shift(give.shift.slot, give.to) in shifts or give.shift.slot in slots:
            yield Hitch.SAME
        slots.add(give.shift.slot)


def offers(
    request: Request, shifts: Collection[Shift], mine: Shift, now: datetime
) -> tuple[Exchange, ...]:
    """Swaps of two that break no rule; when there are none, swaps of three. The nearest first."""
    seeker = _Seeker(request, shifts, mine, now)
    two = tuple(islice(seeker.two_way(), SOME))
    return two or tuple(islice(seeker.three_way(), SOME))


def stand_ins(
    request: Request, shifts: Collection[Shift], mine: Shift, now: datetime
) -> tuple[str, ...]:
    """Who could take the shift without giving one back."""
    everybody = (person.id for person in request.people if person.id != mine.person)
    return tuple(
        one for one in everybody if not objections(request, shifts, (Give(mine, one),), now)
    )


class _Seeker:
    """Looks for shifts that could be had for mine."""

    def __init__(
        self, request: Request, shifts: Collection[Shift], mine: Shift, now: datetime
    ) -> None:
        self._request, self._shifts, self._mine, self._now = request, shifts, mine, now
        self._people = {person.id: person for person in request.people}
        others = (shift for shift in shifts if shift.person != mine.person)
        coming = [each for each in others if not has_begun(each.slot.session, now)]
        day = mine.slot.session.day
        self._others = sorted(coming, key=lambda each: (abs(each.slot.session.day - day), each))

    def two_way(self) -> Iterator[Exchange]:
        """Mine for one of theirs."""
        mine = self._mine
        for theirs in self._others:
            yield from self._allowed((Give(mine, theirs.person), Give(theirs, mine.person)))

    def three_way(self) -> Iterator[Exchange]:
        """Mine to one, theirs to another, the other's to me."""
        rings = (
            (Give(mine, one.person), Give(one, two.person), Give(two, mine.person))
            for mine in (self._mine,)
            for one in self._others
            for two in self._others
            if one.person != two.person
        )
        could = (ring for ring in rings if all(map(self._could, ring)))
        for ring in islice(could, _TRIED):
            yield from self._allowed(ring)

    def _allowed(self, exchange: Exchange) -> Iterator[Exchange]:
        if all(map(self._could, exchange)) and not objections(
            self._request, self._shifts, exchange, self._now
        ):
            yield exchange

    def _could(self, give: Give) -> bool:
        person = self._people.get(give.to)
        return person is not None and not any(obstacles(person, give.shift.slot))


class State(StrEnum):
    """The state of a request for a swap."""

    ASKED = "asked"
    ACCEPTED = "accepted"  # by everybody; the desk head has the last word
    REFUSED = "refused"
    APPROVED = "approved"
    CANCELLED = "cancelled"


OPEN = frozenset({State.ASKED, State.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Swap:
    """A swap somebody asked for; ``answers``: who has answered, and whether they agree."""

    asker: str
    exchange: Exchange
    approved_by_head: bool
    state: State = State.ASKED
    answers: Mapping[str, bool] = field(default_factory=dict)

    @property
    def concerned(self) -> frozenset[str]:
        """Everybody who has to agree."""
        both = {person for give in self.exchange for person in (give.shift.person, give.to)}
        return frozenset(both - {self.asker})

    @property
    def waits_for(self) -> frozenset[str]:
        """Those who have not answered yet."""
        return self.concerned - self.answers.keys() if self.state is State.ASKED else frozenset()


def answered(swap: Swap, person: str, agrees: bool) -> Swap:
    """The swap after somebody's answer; of somebody who is not asked, it changes nothing."""
    if person not in swap.waits_for:
        return swap
    answers = {**swap.answers, person: agrees}
    if not agrees:
        return replace(swap, answers=answers, state=State.REFUSED)
    if swap.concerned - answers.keys():
        return replace(swap, answers=answers)
    return replace(
        swap, answers=answers, state=State.ACCEPTED if swap.approved_by_head else State.APPROVED
    )


def decided(swap: Swap, approves: bool) -> Swap:
    """The swap after the desk head's word, which counts once everybody has agreed."""
    if swap.state is not State.ACCEPTED:
        return swap
    return replace(swap, state=State.APPROVED if approves else State.REFUSED)


def taken_back(swap: Swap) -> Swap:
    """The swap after its asker, or a new roster, has taken it back."""
    return replace(swap, state=State.CANCELLED) if swap.state in OPEN else swap
