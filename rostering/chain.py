"""Sudden absence: free and able colleagues are asked in turn, each for a while, then the head.

Who is asked now follows from when it began and who has answered; nothing has to run meanwhile.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from rostering.exchange import Give, objections
from rostering.fairness import fairness
from rostering.hours import begins
from rostering.rules import can_lead
from rostering.values import Person, Request, Shift

USUAL = timedelta(minutes=15)
PRESSING = timedelta(minutes=5)
_SOON = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of somebody who was asked, and when it came."""

    person: str
    agrees: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Chain:
    """An absence being covered: ``ranked`` are asked in this order, each for ``limit``."""

    shift: Shift
    began_at: datetime
    limit: timedelta
    ranked: tuple[str, ...]
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody was asked at ``at`` and had until ``until``."""

    person: str
    at: datetime
    until: datetime
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class ChainStatus:
    """The state of a chain at a moment.

    ``asks`` in order; ``open_ask`` is the last one while it waits for an answer. ``head_since``:
    everybody was asked in vain, and since then it is for the desk head to decide.
    """

    asks: tuple[Ask, ...]
    open_ask: Ask | None = None
    covered: Answer | None = None
    head_since: datetime | None = None

    @property
    def was_asked(self) -> frozenset[str]:
        """Everybody asked so far; a late yes is welcome too."""
        return frozenset(ask.person for ask in self.asks)


def limit_for(shift: Shift, now: datetime, usual: timedelta = USUAL) -> timedelta:
    """How long each is asked: shorter when the session is near or has begun."""
    return min(usual, PRESSING) if begins(shift.slot.session) - now <= _SOON else usual


def status(chain: Chain, now: datetime) -> ChainStatus:
    """The state of the chain at ``now``."""
    asks = tuple(_asks(chain, now))
    last = max((ask.until for ask in asks), default=chain.began_at)
    yes = min((one for one in chain.answers if one.agrees), key=lambda one: one.at, default=None)
    if yes:
        return ChainStatus(asks, covered=yes)
    open_ask = next((ask for ask in asks if ask.answer is None and now < ask.until), None)
    if open_ask:
        return ChainStatus(asks, open_ask=open_ask)
    return ChainStatus(asks, head_since=last)


def _asks(chain: Chain, now: datetime) -> Iterator[Ask]:
    """Those asked until now; ``until`` is when the next one is asked."""
    answers = {answer.person: answer for answer in chain.answers}
    asked_at = chain.began_at
    for person in chain.ranked:
        if asked_at > now:
            return
        answer, until = answers.get(person), asked_at + chain.limit
        in_time = answer if answer and answer.at < until else None
        if in_time:
            until = in_time.at
        yield Ask(person, asked_at, until, answer)
        if in_time and in_time.agrees:
            return
        asked_at = until


def ranked(request: Request, shifts: Collection[Shift], shift: Shift) -> tuple[str, ...]:
    """Who could stand in for the shift: able, free and within all rules; the least burdened first.

    Only those who can do the duty alone: whoever comes may find nobody else there.
    """
    people = {one.id: one for one in request.people}
    extra = {load.id: load.deviation for load in fairness(request, shifts).people}
    before = begins(shift.slot.session) - timedelta(days=1)  # also for a session that has begun
    free = (
        one
        for one in people.values()
        if one.id != shift.person and can_lead(one, shift.slot)
        if not objections(request, shifts, (Give(shift, one.id),), before)
    )
    return tuple(one.id for one in sorted(free, key=lambda one: _order(one, extra)))


def _order(person: Person, extra: dict[str, float]) -> tuple[float, bool, str, str]:
    return extra.get(person.id, 0.0), not person.experienced, person.name, person.id


def time_to_cover(chain: Chain) -> timedelta | None:
    """From the absence to the first yes; None while nobody has."""
    yes = [answer.at for answer in chain.answers if answer.agrees]
    return min(yes) - chain.began_at if yes else None
