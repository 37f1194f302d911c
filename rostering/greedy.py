"""A plain rota: slot by slot, whoever is furthest behind. The yardstick, and the last resort."""

from collections import Counter

from rostering.board import Board, Cap, Need, build_board
from rostering.fairness import due
from rostering.values import Gap, Request, Roster, Shift


def fill(request: Request) -> Roster:
    """A roster that breaks no hard rule and never looks ahead or back."""
    board = build_board(request)
    rota = _Rota(board)
    gaps = tuple(gap for need in board.needs if (gap := rota.take_shifts(need)))
    return Roster(tuple(sorted({*rota.shifts, *request.frozen})), gaps)


class _Rota:
    def __init__(self, board: Board) -> None:
        self.shifts: list[Shift] = []
        self._board = board
        self._due = due(board.request)
        here = set(board.request.slots)
        self._done = Counter(shift.person for shift in board.request.frozen if shift.slot in here)
        self._taken: set[int] = set()
        self._caps: dict[int, list[Cap]] = {}
        for cap in board.caps:
            for cell in cap.cells:
                self._caps.setdefault(cell, []).append(cap)
        self._left = {id(cap): cap.most for cap in board.caps}

    def take_shifts(self, need: Need) -> Gap | None:
        """Fill one slot, those who can work alone first; what is missing in the end."""
        leading, learning = self._board.sides(need.slot)
        able = self._seat(leading, need.competent)
        others = leading + learning if able or not need.alone else leading
        beside = self._seat(others, need.people - need.competent)
        people, competent = need.people - able - beside, need.competent - able
        return Gap(need.slot, people, competent) if people else None

    def _seat(self, cells: list[int], seats: int) -> int:
        """Fill up to so many of these cells, whoever is furthest behind first; how many it were."""
        seated = 0
        for cell in sorted(cells, key=self._ahead):
            caps = self._caps.get(cell, [])
            free = cell not in self._taken and all(self._left[id(cap)] for cap in caps)
            if free and seated < seats:
                self._put(cell)
                seated += 1
        return seated

    def _ahead(self, cell: int) -> tuple[float, str]:
        person = self._board.cells[cell].person.id
        return self._done[person] - self._due[person], person

    def _put(self, cell: int) -> None:
        shift = self._board.cells[cell].shift
        self._taken.add(cell)
        self.shifts.append(shift)
        self._done[shift.person] += 1
        for cap in self._caps.get(cell, []):
            self._left[id(cap)] -= 1
