"""A plain rota: slot by slot, whoever is furthest behind. The yardstick, and the last resort."""

from collections import Counter
from collections.abc import Iterator

from motcua.web.roster.fairness import due
from motcua.web.roster.planner.board import Board, Cap, Need, lay_out
from motcua.web.roster.rules import can_lead
from motcua.web.roster.values import Gap, Request, Roster, Turn


def fill(request: Request) -> Roster:
    """A roster that breaks no hard rule and never looks ahead or back."""
    board = lay_out(request)
    rota = _Rota(board)
    gaps = tuple(gap for need in board.needs if (gap := rota.take_turns(need)))
    return Roster(tuple(sorted({*rota.turns, *request.frozen})), gaps)


class _Rota:
    def __init__(self, board: Board) -> None:
        self.turns: list[Turn] = []
        self._board = board
        self._due = due(board.request)
        here = set(board.request.slots)
        self._done = Counter(turn.person for turn in board.request.frozen if turn.slot in here)
        self._caps: dict[int, list[Cap]] = {}
        for cap in board.caps:
            for cell in cap.cells:
                self._caps.setdefault(cell, []).append(cap)
        self._left = {id(cap): cap.most for cap in board.caps}

    def take_turns(self, need: Need) -> Gap | None:
        """Fill one slot, those who can work alone first; what is missing in the end."""
        people, competent = need.people, need.competent
        while people and (cell := next(self._free(need, leading=competent > 0), None)) is not None:
            self._put(cell)
            people, competent = people - 1, max(0, competent - 1)
        while (
            people > competent and (cell := next(self._free(need, leading=False), None)) is not None
        ):
            self._put(cell)
            people -= 1
        return Gap(need.slot, people, competent) if people else None

    def _free(self, need: Need, *, leading: bool) -> Iterator[int]:
        """Cells of the slot that may still be filled, whoever is furthest behind first."""
        cells = self._board.by_slot.get(need.slot, [])
        for cell in sorted(cells, key=self._ahead):
            person = self._board.cells[cell].person
            able = can_lead(person, need.slot) or not leading
            if able and all(self._left[id(cap)] for cap in self._caps.get(cell, [])):
                yield cell

    def _ahead(self, cell: int) -> tuple[float, str]:
        person = self._board.cells[cell].person.id
        return self._done[person] - self._due[person], person

    def _put(self, cell: int) -> None:
        turn = self._board.cells[cell].turn
        self.turns.append(turn)
        self._done[turn.person] += 1
        for cap in self._caps.get(cell, []):
            self._left[id(cap)] -= 1
