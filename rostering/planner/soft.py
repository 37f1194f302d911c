"""What a roster should be like: the soft rules, priced in points."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from math import ceil

from rostering.board import Board
from rostering.fairness import by_organisation, due
from rostering.planner.model import Model, Term
from rostering.rules import can_guide
from rostering.values import Organisation, Person, Slot, Wish


def price(model: Model, board: Board) -> None:
    """Put the soft rules on a model whose first columns are the board's cells."""
    dues = due(board.request)
    _wishes(model, board)
    _fair_to_people(model, board, dues)
    _fair_to_organisations(model, board, dues)
    _weekdays(model, board, dues)
    _telephones(model, board)
    _nobody_new_alone(model, board)


def _wishes(model: Model, board: Board) -> None:
    wishes: dict[str, list[Wish]] = defaultdict(list)
    for wish in board.request.wishes:
        wishes[wish.person].append(wish)
    points = board.request.weights.wish
    for number, cell in enumerate(board.cells):
        for wish in wishes[cell.person.id]:
            if wish.matches(cell.slot.session):
                model.costs[number] += -points if wish.wants else points


def _fair_to_people(model: Model, board: Board, dues: dict[str, float]) -> None:
    begun = _frozen_shifts(board)
    for person in board.request.people:
        cells = board.by_person.get(person.id, [])
        most = len({board.cells[number].slot.session for number in cells})
        distance = begun[person.id] - dues[person.id]
        _squared(model, cells, board.request.weights.fair, distance, most)


def _fair_to_organisations(model: Model, board: Board, dues: dict[str, float]) -> None:
    begun = by_organisation(board.request, _frozen_shifts(board))
    cells: dict[Organisation, list[int]] = defaultdict(list)
    for number, cell in enumerate(board.cells):
        cells[cell.person.organisation].append(number)
    needed = sum(need.people for need in board.needs)
    for home, due_shifts in by_organisation(board.request, dues).items():
        most = min(len(cells[home]), needed)
        distance = begun[home] - due_shifts
        _squared(model, cells[home], board.request.weights.organisation, distance, most)


def _squared(model: Model, cells: list[int], weight: int, distance: float, most: int) -> None:
    """Let the distance from what is owed cost its square, for up to ``most`` further shifts.

    Squares spread shifts better than plain distances: four people one shift off are better than one
    who is four off. As shifts are whole, their squares are stairs, and need no quadratic solver.
    """
    model.constant += round(weight * distance**2)
    steps = (round(weight * (2 * (distance + shifts) + 1)) for shifts in range(most))
    model.ladder(_each(cells), steps)


def _weekdays(model: Model, board: Board, dues: dict[str, float]) -> None:
    weight = board.request.weights.weekday
    for person, cells in board.by_person.items():
        days: dict[int, list[int]] = defaultdict(list)
        for number in cells:
            days[board.cells[number].slot.session.like].append(number)
        enough = max(1, ceil(dues[person] / len(days)))
        for group in days.values():
            if len(group) > enough:
                over = model.column(weight, len(group))
                model.row([*_each(group), (over, -1.0)], high=enough)


def _telephones(model: Model, board: Board) -> None:
    """S0-22: a telephone that takes clear pictures in each slot."""
    _one_of(model, board, board.request.weights.phone, lambda person, _: person.capable_phone)


def _nobody_new_alone(model: Model, board: Board) -> None:
    """Somebody who can guide in each slot; without, it is somebody new who has to lead."""
    _one_of(model, board, board.request.weights.alone, can_guide)


def _one_of(model: Model, board: Board, cost: int, able: Callable[[Person, Slot], bool]) -> None:
    """Let it cost something when nobody in a slot is ``able``."""
    people = {person.id: person for person in board.request.people}
    done = {
        t.slot
        for t in board.request.frozen
        if t.person in people and able(people[t.person], t.slot)
    }
    for need in board.needs:
        cells = board.by_slot.get(need.slot, [])
        some = [n for n in cells if able(board.cells[n].person, need.slot)]
        if need.slot not in done and len(some) < len(cells):
            lacking = model.column(cost)
            model.row([*_each(some), (lacking, 1.0)], low=1.0)


def _frozen_shifts(board: Board) -> Counter[str]:
    here = set(board.request.slots)
    return Counter(shift.person for shift in board.request.frozen if shift.slot in here)


def _each(cells: Iterable[int]) -> list[Term]:
    return [(number, 1.0) for number in cells]
