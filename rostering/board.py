"""The board to be filled: who could take which slot, what each slot needs, what is limited."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from rostering.rules import Kind, Limitations, Rule, can_lead, obstacles
from rostering.values import Person, Request, Shift, Slot

T = TypeVar("T")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Cell:
    """A person who could take a slot; ``against`` is what speaks against it and could be waived."""

    person: Person
    slot: Slot
    against: tuple[Rule, ...] = ()

    @property
    def shift(self) -> Shift:
        """The shift this cell stands for."""
        return Shift(self.slot, self.person.id)


@dataclass(frozen=True, slots=True)
class Need:
    """What a slot still needs: ``people`` in all, at least ``competent`` able to work alone.

    ``alone``: nobody competent is there yet, though one is needed.
    """

    slot: Slot
    people: int
    competent: int
    alone: bool


@dataclass(frozen=True, slots=True)
class Cap:
    """Of these cells (by number) at most ``most`` may be filled, because of ``rule``.

    ``over``: by how much frozen shifts exceed the rule already.
    """

    rule: Rule
    cells: tuple[int, ...]
    most: int
    over: int


@dataclass(frozen=True)
class Board:
    """The slots that may still be filled, and the cells that could fill them."""

    request: Request
    needs: tuple[Need, ...]
    cells: tuple[Cell, ...]

    @cached_property
    def by_slot(self) -> dict[Slot, list[int]]:
        """The numbers of the cells of each slot."""
        return _grouped(self.cells, lambda cell: cell.slot)

    def sides(self, slot: Slot) -> tuple[list[int], list[int]]:
        """The cells of those who could do the slot's duty alone, and of those still learning."""
        cells = self.by_slot.get(slot, [])
        leading = [n for n in cells if can_lead(self.cells[n].person, slot)]
        return leading, [n for n in cells if not can_lead(self.cells[n].person, slot)]

    @cached_property
    def by_person(self) -> dict[str, list[int]]:
        """The numbers of the cells of each person."""
        return _grouped(self.cells, lambda cell: cell.person.id)

    @cached_property
    def caps(self) -> tuple[Cap, ...]:
        """Every "at most" that could bite."""
        return tuple(cap for cap in _caps(self) if len(cap.cells) > cap.most)


WAIVABLE = {Kind.LEAVE, Kind.HOURS}


def build_board(
    request: Request, *, waive: bool = False, only: Iterable[Slot] | None = None
) -> Board:
    """The board of a request; with ``waive``, cells that leave or hours speak against as well."""
    open_slots = [s for s in request.slots if s.session.day not in request.frozen_days]
    needs = tuple(_needs(request, open_slots if only is None else only))
    busy = {(shift.person, shift.slot.session) for shift in request.frozen}
    cells = (
        Cell(person, need.slot, tuple(obstacles(person, need.slot)))
        for need in needs
        for person in request.people
        if (person.id, need.slot.session) not in busy
    )
    allowed = WAIVABLE if waive else set()
    return Board(request, needs, tuple(c for c in cells if {r.kind for r in c.against} <= allowed))


def _needs(request: Request, slots: Iterable[Slot]) -> Iterator[Need]:
    """What the slots need beyond frozen shifts of people still there; not those that are full."""
    people = {person.id: person for person in request.people}
    there = [shift for shift in request.frozen if shift.person in people]
    sitting = Counter(shift.slot for shift in there)
    leading = Counter(shift.slot for shift in there if can_lead(people[shift.person], shift.slot))
    for slot in slots:
        competent = max(0, min(slot.competent, slot.wanted) - leading[slot])
        people_needed = max(competent, slot.wanted - sitting[slot])
        if people_needed:
            yield Need(slot, people_needed, competent, bool(competent) and not leading[slot])


def _caps(board: Board) -> Iterator[Cap]:
    limits = Limitations(board.request)
    people = {person.id: person for person in board.request.people}
    used = Counter(
        rule
        for shift in board.request.frozen
        if shift.person in people
        for rule in limits.on(people[shift.person], shift.slot)
    )
    cells: dict[Rule, list[int]] = defaultdict(list)
    for number, cell in enumerate(board.cells):
        for rule in limits.on(cell.person, cell.slot):
            cells[rule].append(number)
    for rule, group in cells.items():
        left = rule.number - used[rule]
        yield Cap(rule, tuple(group), max(0, left), max(0, -left))


def _grouped(items: Iterable[T], key: Callable[[T], Key]) -> dict[Key, list[int]]:
    groups: dict[Key, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        groups[key(item)].append(number)
    return groups
