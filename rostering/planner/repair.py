"""What would have to change so that nobody is missing: the least, and two other ways."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rostering.board import Board, Cap, build_board
from rostering.planner.hard import Costs, allow_gaps, build_model
from rostering.planner.model import Model, Term
from rostering.planner.solver import Found, Options, solve
from rostering.rules import Kind, Rule, week_of
from rostering.values import Limits, More, Person, Request, Roster, Session

LIMIT_S = 2.0  # for each way
MOST_CHANGES = 20  # more than these nobody would ask for
# Who is asked at all is a harder question than who comes when: a way that takes a fifth more asking
# than the least is good enough, and here it pays to shrink the model and to jump to a first answer.
GOOD_ENOUGH: Options = {
    "mip_rel_gap": 0.2,
    "presolve": "on",
    "mip_heuristic_run_feasibility_jump": True,
}
AT_MOST = 3  # more ways than these nobody compares
ASKING = {  # how much it takes to ask for it, in points; each session is one more
    Kind.DAY_LIMIT: 6,
    Kind.WEEK_LIMIT: 6,
    Kind.PERIOD_LIMIT: 6,
    Kind.HOURS: 8,
    Kind.KEEPS_ONE: 10,
    Kind.LEAVE: 12,
}
EXTRA_SHIFT = 3  # so that four people are asked for a shift rather than one for four
ASKED_BEFORE = 6  # so that the second way is another way, not the same on another day


@dataclass(frozen=True, slots=True)
class Change:
    """One rule that gives way: the person comes to ``sessions``, or the limit rises by ``more``."""

    rule: Rule
    sessions: tuple[Session, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Repair:
    """Changes that together help; ``people_missing`` is what would be missing even then."""

    changes: tuple[Change, ...]
    people_missing: int


def repairs(request: Request, roster: Roster) -> tuple[Repair, ...]:
    """Up to three ways to have fewest gaps, the least trouble first; () when nothing would help.

    Weeks in which the roster has no gap are left as they are.
    """
    weeks = {gap.slot.session.week for gap in roster.gaps}
    quiet_days = {s.session.day for s in request.slots if s.session.week not in weeks}
    quiet_shifts = {shift for shift in roster.shifts if shift.slot.session.day in quiet_days}
    reduced = replace(
        request, frozen=request.frozen | quiet_shifts, frozen_days=request.frozen_days | quiet_days
    )
    return tuple(_RepairModel(build_board(reduced, waive=True)).cheapest()) if weeks else ()


def apply(request: Request, repair: Repair) -> Request:
    """The request after the changes have been agreed to."""
    people = {person.id: person for person in request.people}
    may_empty = set(request.may_empty)
    for change in repair.changes:
        rule = change.rule
        if rule.kind == Kind.KEEPS_ONE and rule.session:
            may_empty.add((rule.organisation, rule.session))
        else:
            people[rule.person] = _with_change(people[rule.person], change)
    return replace(request, people=tuple(people.values()), may_empty=frozenset(may_empty))


def _with_change(person: Person, change: Change) -> Person:
    return replace(
        person,
        agreed=person.agreed | set(change.sessions),
        limits=_raised_limits(person.limits, change),
    )


def _raised_limits(limits: Limits, change: Change) -> Limits:
    """The limits with room where, and only where, it was agreed to."""
    match change.rule:
        case Rule(kind=Kind.DAY_LIMIT, day=date() as day):
            return replace(limits, more=(*limits.more, More(day, day, change.more)))
        case Rule(kind=Kind.WEEK_LIMIT, day=date() as day):
            return replace(limits, more=(*limits.more, More(*week_of(day), change.more)))
        case Rule(kind=Kind.PERIOD_LIMIT, number=number):
            return replace(limits, per_period=number + change.more)
    return limits


class _RepairModel:
    """A model in which rules may give way, each at a price."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._prices: Costs = {}
        self._waived: dict[Rule, int] = {}  # the column that is 1 when the rule gives way
        self._excess: dict[Rule, int] = {}  # the column that says by how much a limit does
        self._over: dict[Rule, int] = {}  # by how much frozen shifts exceed it already
        self._model, self._gaps = build_model(board, self._room)
        for number, cell in enumerate(board.cells):
            for rule in cell.against:
                self._model.row([(number, -1.0), (self._column(rule), 1.0)], low=0.0)
                self._prices[number] = 1.0

    def cheapest(self) -> Iterator[Repair]:
        """Ways to have fewest gaps, the cheapest first, then others that ask somebody else."""
        missing = self._fewest_missing()
        for _ in range(AT_MOST):
            self._minimise(self._prices)
            found = solve(self._model, LIMIT_S, options=GOOD_ENOUGH)
            changes = self._changes(found) if found else ()
            if not changes or len(changes) > MOST_CHANGES:
                return
            yield Repair(changes, missing)
            self._forbid_again({change.rule for change in changes})

    def _forbid_again(self, rules: set[Rule]) -> None:
        """Forbid these rules to give way together again, and make their like dear."""
        used = [(self._waived[rule], 1.0) for rule in rules]
        self._model.row(used, high=len(used) - 1)
        people = {(rule.kind, rule.person, rule.organisation) for rule in rules}
        for rule, column in self._waived.items():
            if (rule.kind, rule.person, rule.organisation) in people:
                self._prices[column] += ASKED_BEFORE

    def _fewest_missing(self) -> int:
        """Demand that no more is missing than has to be, and say how many people that is."""
        aim = allow_gaps(self._model, self._board, self._gaps)
        self._minimise(aim)
        found = solve(self._model, LIMIT_S)
        if found is None:
            return 0
        self._model.row(aim.items(), high=found.cost)
        return round(sum(found.values[gap.people] for gap in self._gaps))

    def _minimise(self, costs: Costs) -> None:
        self._model.costs = [costs.get(n, 0.0) for n in range(len(self._model.costs))]

    def _column(self, rule: Rule) -> int:
        if rule not in self._waived:
            column = self._waived[rule] = self._model.column(whole=True)
            self._prices[column] = ASKING[rule.kind]
        return self._waived[rule]

    def _room(self, model: Model, cap: Cap) -> list[Term]:
        """A limit may be exceeded, but nobody can be in two places."""
        if cap.rule.kind == Kind.ONE_PLACE:
            return []
        most = len(cap.cells) - cap.most
        waived = self._waived[cap.rule] = model.column(whole=True)
        excess = self._excess[cap.rule] = model.column(upper=most, whole=True)
        self._over[cap.rule] = cap.over
        self._prices |= {waived: ASKING[cap.rule.kind], excess: EXTRA_SHIFT}
        model.row([(excess, -1.0), (waived, most)], low=0.0)
        return [(excess, -1.0)]

    def _changes(self, found: Found) -> tuple[Change, ...]:
        sessions: dict[Rule, set[Session]] = defaultdict(set)
        for number, cell in enumerate(self._board.cells):
            for rule in cell.against:
                if found.values[number] > 0.5:
                    sessions[rule].add(cell.slot.session)
        shifts_asked = (Change(rule, tuple(sorted(when))) for rule, when in sessions.items())
        more = ((rule, round(found.values[column])) for rule, column in self._excess.items())
        return (
            *shifts_asked,
            *(Change(rule, more=by + self._over[rule]) for rule, by in more if by),
        )
