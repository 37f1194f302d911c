"""Why a gap cannot be filled: rules that cannot all hold, none of which can be left out."""

from collections.abc import Callable, Iterable, Iterator

from rostering.board import Board, build_board
from rostering.planner.feasibility import Feasibility
from rostering.rules import Kind, Rule
from rostering.values import Gap, Request, Slot

SubsetFinder = Callable[[list[Rule]], list[Rule]]


def conflict(request: Request, gap: Gap) -> tuple[Rule, ...]:
    """The rules that meet in this gap; () when the gap could be filled after all.

    Looked for near the gap first: in its slot, session, day, week, and only then anywhere. There
    the solver's own proof that it cannot be names few rules, and only those are tried one by one.
    """
    for near in _neighbourhoods(request, gap.slot):
        board = build_board(request, waive=True, only=near)
        rules = [*_covers(board, gap.slot), *_against(board)]
        subset = Feasibility(board, rules).infeasible_subset(rules) if rules else []
        if subset:
            named_by_proof = len(subset) < len(rules)
            block = 1 if named_by_proof else max(1, len(rules) // 2)
            return tuple(_smallest(Feasibility(board, subset).infeasible_subset, subset, block))
    return ()


def _neighbourhoods(request: Request, slot: Slot) -> Iterator[list[Slot]]:
    here = slot.session
    others = [s for s in request.slots if s.session.day not in request.frozen_days]
    yield [slot]
    yield [s for s in others if s.session == here]
    yield [s for s in others if s.session.day == here.day]
    yield [s for s in others if s.session.week == here.week]
    yield others


def _covers(board: Board, first: Slot) -> Iterator[Rule]:
    """What slots need; the gap's own comes first, as rules are left out from the end."""
    for need in sorted(board.needs, key=lambda each: each.slot != first):
        if need.competent:
            yield Rule(Kind.COMPETENT, slot=need.slot, number=need.competent)
        if need.people > need.competent:
            yield Rule(Kind.COVER, slot=need.slot, number=need.people)


def _against(board: Board) -> Iterable[Rule]:
    absences = (rule for cell in board.cells for rule in cell.against)
    limits = (cap.rule for cap in board.caps if cap.rule.kind != Kind.ONE_PLACE)
    return dict.fromkeys([*absences, *limits])


def _smallest(find_subset: SubsetFinder, rules: list[Rule], block: int) -> list[Rule]:
    """An irreducible infeasible subset: it fails, and would not if any one rule were left out.

    A deletion filter from the end: whatever still fails without a block of them needs none of it,
    and the solver goes on from where it stood.
    """
    needed = rules
    while block:
        for start in reversed(range(0, len(rules), block)):
            left_out = set(rules[start : start + block])
            fewer = [rule for rule in needed if rule not in left_out]
            if len(fewer) < len(needed):
                needed = find_subset(fewer) or needed
        rules, block = needed, block // 2
    return needed
