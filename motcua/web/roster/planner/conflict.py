"""Why a gap cannot be filled: rules that cannot all hold, none of which can be left out."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from motcua.web.roster.board import Board, lay_out
from motcua.web.roster.planner.model import Model
from motcua.web.roster.planner.solver import solve
from motcua.web.roster.rules import Kind, Rule
from motcua.web.roster.values import Gap, Request, Slot

COVER = {Kind.COVER, Kind.COMPETENT}


def conflict(request: Request, gap: Gap) -> tuple[Rule, ...]:
    """The rules that meet in this gap; () when the gap could be filled after all.

    Looked for near the gap first: in its slot, session, day, week, and only then anywhere.
    """
    for near in _neighbourhoods(request, gap.slot):
        board = lay_out(request, waive=True, only=near)
        rules = [*_covers(board), *_against(board)]
        if _impossible(board, rules):
            return tuple(_smallest(partial(_impossible, board), rules))
    return ()


def _neighbourhoods(request: Request, slot: Slot) -> Iterator[list[Slot]]:
    here = slot.session
    others = [s for s in request.slots if s.session.day not in request.frozen_days]
    yield [slot]
    yield [s for s in others if s.session == here]
    yield [s for s in others if s.session.day == here.day]
    yield [s for s in others if s.session.week == here.week]
    yield others


def _covers(board: Board) -> Iterator[Rule]:
    for need in board.needs:
        if need.competent:
            yield Rule(Kind.COMPETENT, slot=need.slot, number=need.competent)
        if need.people > need.competent:
            yield Rule(Kind.COVER, slot=need.slot, number=need.people)


def _against(board: Board) -> list[Rule]:
    absences = (rule for cell in board.cells for rule in cell.against)
    limits = (cap.rule for cap in board.caps if cap.rule.kind != Kind.ONE_PLACE)
    return list(dict.fromkeys([*absences, *limits]))


def _impossible(board: Board, rules: Iterable[Rule]) -> bool:
    """Whether no turns keep these rules (and that of being in one place at a time)."""
    held = set(rules)
    model = Model()
    for cell in board.cells:
        model.column(upper=0.0 if held.intersection(cell.against) else 1.0, whole=True)
    for cap in board.caps:
        if cap.rule in held or cap.rule.kind == Kind.ONE_PLACE:
            model.row([(cell, 1.0) for cell in cap.cells], high=cap.most)
    for rule in held:
        if rule.slot and rule.kind in COVER:
            leading, learning = board.sides(rule.slot)
            cells = leading if rule.kind == Kind.COMPETENT else leading + learning
            model.row([(cell, 1.0) for cell in cells], low=rule.number)
    return solve(model) is None


def _smallest(fails: Callable[[list[Rule]], bool], rules: list[Rule]) -> list[Rule]:
    """Of rules that fail together, some that fail, and that would not if any one were left out.

    Junker's QuickXplain (AAAI 2004): halves are tried before single rules.
    """

    def explain(known: list[Rule], rest: list[Rule], *, grown: bool) -> list[Rule]:
        if grown and fails(known):
            return []
        if len(rest) == 1:
            return rest
        first, second = rest[: len(rest) // 2], rest[len(rest) // 2 :]
        needed = explain(known + first, second, grown=True)
        return explain(known + needed, first, grown=bool(needed)) + needed

    return explain([], rules, grown=False)
