"""What is due to everybody, and how far a roster is from it.

A person's part is weighed by their share, their organisation's share and the sessions they are
there for. What they did too much or too little before is taken into account, and people with no
shift at all count like all others (Grafana's balance omits them, and looks fair where it is not).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rostering.rules import obstacles
from rostering.values import Organisation, Person, Request, Shift


@dataclass(frozen=True, slots=True)
class Load:
    """Shifts done and due; ``deviation`` above 0 is more than due, to be carried over."""

    id: str
    shifts: int
    due: float

    @property
    def deviation(self) -> float:
        """Shifts above (or, negative, below) what was due."""
        return self.shifts - self.due


@dataclass(frozen=True, slots=True)
class Fairness:
    """The report: each person and organisation in the request's order, and figures over people.

    ``spread``: largest minus smallest deviation, in shifts. ``jain``: Jain's index of shifts for
    each unit of part, 1.0 when all are equal. ``balance``: Grafana's, the mean over pairs of the
    smaller by the larger load, but with people who have none.
    """

    people: tuple[Load, ...]
    organisations: tuple[Load, ...]
    spread: float
    jain: float
    balance: float


def missed(
    shifts: Iterable[Shift], attendance: Mapping[Shift, bool], absent: Collection[Shift]
) -> frozenset[Shift]:
    """Shifts that nobody attended, which count for nobody.

    ``attendance``: whether somebody came, as recorded at the desk; it decides. ``absent``: shifts
    of those who reported that they cannot come. A shift with no record counts as attended: an
    office need not take attendance.
    """
    return frozenset(shift for shift in shifts if not attendance.get(shift, shift not in absent))


def parts(request: Request) -> dict[str, float]:
    """How heavily each person weighs, by id: share x organisation's share x sessions present."""
    return {person.id: _part(request, person) for person in request.people}


def due(request: Request) -> dict[str, float]:
    """The shifts due to each person in this period, by id, carried-over ones taken into account.

    They add up to the shifts needed (unless nobody can come).
    """
    weights = parts(request)
    carried = {one.id: one.carried for one in request.people if weights[one.id]}
    total = sum(slot.wanted for slot in request.slots) + sum(carried.values())
    heavy = sum(weights.values()) or 1.0
    return {who: total * part / heavy - carried.get(who, 0.0) for who, part in weights.items()}


def by_organisation(request: Request, amounts: Mapping[str, float]) -> dict[Organisation, float]:
    """Amounts of people (by id) added up for each organisation."""
    sums: dict[Organisation, float] = {}
    for person in request.people:
        organisation = person.organisation
        sums[organisation] = sums.get(organisation, 0.0) + amounts.get(person.id, 0.0)
    return sums


def fairness(request: Request, shifts: Iterable[Shift]) -> Fairness:
    """How fairly these shifts are dealt out among the request's people."""
    here = set(request.slots)
    done = Counter(shift.person for shift in shifts if shift.slot in here)
    dues, weights = due(request), parts(request)
    people = tuple(Load(one.id, done[one.id], dues[one.id]) for one in request.people)
    present = [one for one in people if weights[one.id]]
    rates = [one.shifts / weights[one.id] for one in present]
    due_shifts = by_organisation(request, dues)
    done_shifts = by_organisation(request, done)
    return Fairness(
        people,
        tuple(Load(home.id, round(done_shifts[home]), due_shifts[home]) for home in due_shifts),
        _spread([one.deviation for one in present]),
        _jain(rates),
        _balance(rates),
    )


def _part(request: Request, person: Person) -> float:
    there = {slot.session for slot in request.slots if not any(obstacles(person, slot))}
    return person.share * person.organisation.share * len(there)


def _spread(deviations: Sequence[float]) -> float:
    return max(deviations) - min(deviations) if deviations else 0.0


def _jain(rates: Sequence[float]) -> float:
    squares = sum(rate * rate for rate in rates)
    return sum(rates) ** 2 / (len(rates) * squares) if squares else 1.0


def _balance(rates: Sequence[float]) -> float:
    pairs = [_ratio(*pair) for pair in combinations(rates, 2)]
    return sum(pairs) / len(pairs) if pairs else 1.0


def _ratio(one: float, other: float) -> float:
    return min(one, other) / max(one, other) if one or other else 1.0
