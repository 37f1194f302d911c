"""The hard rules as values: what keeps a person from a slot, and what may happen at most n times.

A rule is named by what it is about, so it can be counted, relaxed and put in a sentence.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rostering.values import Leave, Organisation, Person, Request, Session, Slot


class Kind(StrEnum):
    """What a rule demands."""

    COVER = "cover"  # somebody is at the desk (S0-15)
    COMPETENT = "competent"  # and one of them can work alone
    PLACE = "place"
    TRAINING = "training"
    DATES = "dates"
    LEAVE = "leave"
    HOURS = "hours"
    ONE_PLACE = "one_place"
    DAY_LIMIT = "day_limit"
    WEEK_LIMIT = "week_limit"
    PERIOD_LIMIT = "period_limit"
    KEEPS_ONE = "keeps_one"  # a small organisation is not emptied


@dataclass(frozen=True, slots=True)
class Rule:
    """A hard rule, with what it is about; ``number`` is the limit, or the people needed.

    ``day`` is the limited day, or the Monday of the limited week.
    """

    kind: Kind
    person: str = ""
    organisation: str = ""
    slot: Slot | None = None
    session: Session | None = None
    day: date | None = None
    leave: Leave | None = None
    number: int = 0


def obstacles(person: Person, slot: Slot) -> Iterator[Rule]:
    """What keeps this person from this slot, whatever else is planned."""
    session = slot.session
    if person.venues is not None and slot.venue not in person.venues:
        yield Rule(Kind.PLACE, person.id)
    if slot.duty not in person.competent | person.learning:
        yield Rule(Kind.TRAINING, person.id)
    if not (person.starts or session.day) <= session.day <= (person.ends or session.day):
        yield Rule(Kind.DATES, person.id)
    if session not in person.agreed:
        yield from absences(person, session)


def absences(person: Person, session: Session) -> Iterator[Rule]:
    """The leave and working hours that keep this person away, and that they could give up."""
    yield from (
        Rule(Kind.LEAVE, person.id, leave=one) for one in person.leave if one.covers(session)
    )
    if person.available is not None and (session.like, session.half) not in person.available:
        yield Rule(Kind.HOURS, person.id)


def can_lead(person: Person, slot: Slot) -> bool:
    """Whether this person can do the slot's duty alone."""
    return slot.duty in person.competent


def can_guide(person: Person, slot: Slot) -> bool:
    """Whether this person can take somebody new along."""
    return person.experienced and can_lead(person, slot)


class Limitations:
    """What a request allows at most so often; equal rules are one and the same limit."""

    def __init__(self, request: Request) -> None:
        self._here = frozenset(request.slots)
        self._agreed = request.may_empty
        self._members: dict[Organisation, list[Person]] = defaultdict(list)
        for person in request.people:
            self._members[person.organisation].append(person)
        self._homes: dict[tuple[str, Session], Rule | None] = {}

    def on(self, person: Person, slot: Slot) -> Iterator[Rule]:
        """The limits that this person in this slot counts for.

        Slots outside the request count by day and week: a period's first week may have begun
        before it.
        """
        session, most = slot.session, person.limits
        yield Rule(Kind.ONE_PLACE, person.id, session=session, number=1)
        if most.per_day is not None:
            number = most.per_day + most.more_in(session.day, session.day)
            yield Rule(Kind.DAY_LIMIT, person.id, day=session.day, number=number)
        if most.per_week is not None:
            monday, sunday = week_of(session.day)
            number = most.per_week + most.more_in(monday, sunday)
            yield Rule(Kind.WEEK_LIMIT, person.id, day=monday, number=number)
        if most.per_period is not None and slot in self._here:
            yield Rule(Kind.PERIOD_LIMIT, person.id, number=most.per_period)
        if home := self._at_home(person.organisation, session):
            yield home

    def _at_home(self, home: Organisation, session: Session) -> Rule | None:
        """Of a small organisation's people at work, one has to stay where there are two or more."""
        key = home.id, session
        if key not in self._homes:
            at_work = sum(is_at_work(person, session) for person in self._members[home])
            free = home.may_be_empty or key in self._agreed or at_work < 2
            rule = Rule(Kind.KEEPS_ONE, "", home.id, session=session, number=at_work - 1)
            self._homes[key] = None if free else rule
        return self._homes[key]


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday of a day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def is_at_work(person: Person, session: Session) -> bool:
    """Whether a person is with their organisation in this session: taken on, and not on leave."""
    employed = (person.starts or session.day) <= session.day <= (person.ends or session.day)
    return employed and not any(leave.covers(session) for leave in person.leave)
