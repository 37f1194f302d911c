"""From a request to a roster: fill every slot, change little, be fair; in this order."""

from dataclasses import dataclass, replace
from math import inf
from operator import mul

from rostering.board import Board, build_board
from rostering.greedy import fill
from rostering.planner.hard import Costs, Missing, allow_gaps, build_model
from rostering.planner.model import Model
from rostering.planner.soft import price
from rostering.planner.solver import Found, solve
from rostering.values import Gap, Request, Roster

LIMIT_S = 10.0


@dataclass(frozen=True, slots=True)
class Plan:
    """A roster and how good it is.

    ``optimal``: it is proven that no roster is better by a point. Else ``cost`` and ``bound`` (in
    points, lower is better) say how good it is, and how good one could be at best.
    """

    roster: Roster
    optimal: bool
    cost: float
    bound: float


def plan(request: Request, limit_s: float = LIMIT_S) -> Plan:
    """The best roster for a request; where slots cannot be filled, the best one with gaps.

    The same request gives the same roster on every machine as long as each aim is proven within
    ``limit_s`` seconds; when time runs out, it is the best found until then and not ``optimal``.
    """
    board = build_board(request)
    model, gaps = build_model(board)
    price(model, board)
    aims = [_changes(board)] if request.previous is not None else []
    found = _solve_in_order(model, aims, limit_s, request.seed)
    if found is None:
        aims.insert(0, allow_gaps(model, board, gaps))
        found = _solve_in_order(model, aims, limit_s, request.seed)
    if found is None:
        return Plan(fill(request), optimal=False, cost=inf, bound=-inf)
    cost, bound = found.cost + model.constant, found.bound + model.constant
    return Plan(_roster(board, gaps, found), found.optimal, cost, bound)


def _solve_in_order(model: Model, aims: list[Costs], limit_s: float, seed: int) -> Found | None:
    """The best for the first aim, among those for the second …, at last for the soft rules."""
    soft: Costs = dict(enumerate(model.costs))
    found, optimal = None, True
    for aim in [*aims, soft]:
        model.costs = [aim.get(column, 0.0) for column in soft]
        better = solve(model, limit_s, seed)
        if better is None:
            break
        found, optimal = better, optimal and better.optimal
        model.row(aim.items(), high=better.cost)
    else:
        return found and replace(found, optimal=optimal)
    model.costs = list(soft.values())
    return found and _unfinished(model, found)


def _unfinished(model: Model, found: Found) -> Found:
    """What an earlier aim had found when time ran out for the soft rules."""
    cost = sum(map(mul, model.costs, found.values))
    return Found(found.values, cost, optimal=False, bound=-inf)


def _changes(board: Board) -> Costs:
    before = board.request.previous or frozenset()
    return {n: -1.0 if cell.shift in before else 1.0 for n, cell in enumerate(board.cells)}


def _roster(board: Board, gaps: list[Missing], found: Found) -> Roster:
    chosen = (cell.shift for n, cell in enumerate(board.cells) if found.values[n] > 0.5)
    missing = (
        Gap(g.need.slot, round(found.values[g.people]), round(found.values[g.competent]))
        for g in gaps
    )
    shifts = sorted({*chosen, *board.request.frozen})
    return Roster(tuple(shifts), tuple(gap for gap in missing if gap.people or gap.competent))
