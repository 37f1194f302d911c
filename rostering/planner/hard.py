"""The hard rules as rows of a model, with a column for each thing that may turn out missing."""

from collections.abc import Callable
from dataclasses import dataclass

from rostering.board import Board, Cap, Need
from rostering.planner.model import Model, Term

Costs = dict[int, float]  # what each column costs; those not named cost nothing
Room = Callable[[Model, Cap], list[Term]]


@dataclass(frozen=True, slots=True)
class Missing:
    """The columns that say what a slot lacks: people in all, and people who can work alone."""

    need: Need
    people: int
    competent: int


def _none(_model: Model, _cap: Cap) -> list[Term]:
    return []


def build_model(board: Board, room: Room = _none) -> tuple[Model, list[Missing]]:
    """A model whose first columns are the board's cells, in order; nothing may be missing yet.

    ``room`` may add terms that let a limit be exceeded.
    """
    model = Model()
    for _ in board.cells:
        model.column(whole=True)
    for cap in board.caps:
        model.row([*((cell, 1.0) for cell in cap.cells), *room(model, cap)], high=cap.most)
    return model, [_fill(model, board, need) for need in board.needs]


def allow_gaps(model: Model, board: Board, gaps: list[Missing]) -> Costs:
    """Let slots stay short; gives what to minimise: first those nobody competent sits in."""
    worse = 1.0 + sum(gap.need.people for gap in gaps)
    costs: Costs = {}
    for gap in gaps:
        model.uppers[gap.people] = gap.need.people
        model.uppers[gap.competent] = gap.need.competent
        costs |= {gap.people: 1.0, gap.competent: worse}
        _learners_sit_beside(model, board, gap.need)
    return costs


def _learners_sit_beside(model: Model, board: Board, need: Need) -> None:
    """Nobody who is still learning takes a competent person's seat, or sits alone.

    Where no gap is allowed, this follows from the seats being full.
    """
    seats = need.people - need.competent
    leading, learning = board.sides(need.slot)
    learners = [(cell, 1.0) for cell in learning]
    if learners and need.competent:
        model.row(learners, high=seats)
    if learners and need.alone:
        model.row([*learners, *((cell, -float(seats)) for cell in leading)], high=0.0)


def _fill(model: Model, board: Board, need: Need) -> Missing:
    missing = Missing(need, model.column(upper=0), model.column(upper=0))
    leading, learning = board.sides(need.slot)
    everybody = [*((n, 1.0) for n in [*leading, *learning]), (missing.people, 1.0)]
    model.row(everybody, need.people, need.people)
    if need.competent:
        model.row([*((n, 1.0) for n in leading), (missing.competent, 1.0)], low=need.competent)
    return missing
