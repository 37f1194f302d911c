"""Whether shifts exist that satisfy a set of rules, and which of the rules rule that out."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from math import inf

from rostering.board import Board
from rostering.planner.model import Model
from rostering.planner.solver import Relaxed, Warm, solve
from rostering.rules import Kind, Rule

COVER = {Kind.COVER, Kind.COMPETENT}
TINY = 1e-6  # what the solver leaves of a nought


class Feasibility:
    """Some rules of a board; being in one place at a time is always enforced.

    What is demanded of a slot may stay short at a cost: where the least cost of all is above
    nought, the rules fail, and the prices the solver puts on them say which do.
    """

    def __init__(self, board: Board, rules: Collection[Rule]) -> None:
        covers = [rule for rule in rules if rule.kind in COVER]
        slots = {rule.slot for rule in covers}
        cells = [n for n, cell in enumerate(board.cells) if cell.slot in slots]
        self._against = [board.cells[n].against for n in cells]
        self._columns_by_rule = _columns_by_rule(self._against)
        self._rows: dict[Rule, tuple[int, float, float]] = {}
        self._always = {cap.rule for cap in board.caps if cap.rule.kind == Kind.ONE_PLACE}
        self._enforced = {*rules, *self._always}
        self._model = Model()
        columns = {
            n: self._model.column(upper=self._room(number), whole=True)
            for number, n in enumerate(cells)
        }
        self._limits(board, columns)
        for rule in covers:
            self._cover(board, columns, rule)
        self._warm = Warm(self._model)

    def _limits(self, board: Board, columns: dict[int, int]) -> None:
        for cap in board.caps:
            here = [(columns[n], 1.0) for n in cap.cells if n in columns]
            if len(here) > cap.most and cap.rule in self._enforced:
                self._rows[cap.rule] = len(self._model.lows), -inf, cap.most
                self._model.row(here, high=cap.most)

    def _cover(self, board: Board, columns: dict[int, int], rule: Rule) -> None:
        if rule.slot is None:
            raise ValueError(rule)
        leading, learning = board.sides(rule.slot)
        cells = leading if rule.kind == Kind.COMPETENT else leading + learning
        short = self._model.column(1.0, rule.number)
        self._rows[rule] = len(self._model.lows), rule.number, inf
        self._model.row([*((columns[n], 1.0) for n in cells), (short, 1.0)], low=rule.number)

    def infeasible_subset(self, rules: list[Rule]) -> list[Rule]:
        """Of these rules some that fail by themselves, often few; [] when shifts satisfy all."""
        found = self._solve(rules)
        if found.cost > TINY:
            return self._proof(rules, found)
        return [] if self._whole(found) else rules

    def _solve(self, rules: Collection[Rule]) -> Relaxed:
        """The least that stays short under these rules, were shifts divisible."""
        enforced = {*rules, *self._always}
        changed, self._enforced = enforced ^ self._enforced, enforced
        for rule in changed:
            for column in self._columns_by_rule.get(rule, ()):
                self._warm.bound(column, self._room(column))
            if rule in self._rows:
                row, low, high = self._rows[rule]
                self._warm.limit(row, *((low, high) if rule in enforced else (-inf, inf)))
        return self._warm.solve()

    def _room(self, column: int) -> float:
        return 0.0 if self._enforced.intersection(self._against[column]) else 1.0

    def _whole(self, found: Relaxed) -> bool:
        """Whether there are whole shifts where there are divided ones: mostly that is plain."""
        shifts = found.values[: len(self._against)]
        if all(abs(shift - round(shift)) < TINY for shift in shifts):
            return True
        cells = len(self._against)
        none_short = [*self._model.uppers[:cells], *[0.0] * (len(self._model.uppers) - cells)]
        return solve(replace(self._model, uppers=none_short)) is not None

    def _proof(self, rules: list[Rule], found: Relaxed) -> list[Rule]:
        """The rules with a price: by Farkas' lemma no shifts satisfy even these.

        Of the demands, the last ones are left out as long as what is short is more than they can
        change.
        """
        priced = set(self._priced(found))
        left = found.cost
        for rule in reversed([rule for rule in rules if rule.kind in COVER]):
            price = found.push[self._rows[rule][0]] * rule.number
            if rule in priced and price < left - TINY:
                left -= price
                priced.discard(rule)
        return [rule for rule in rules if rule in priced]

    def _priced(self, found: Relaxed) -> Iterator[Rule]:
        for rule, (row, _, _) in self._rows.items():
            if abs(found.push[row]) > TINY:
                yield rule
        for column, against in enumerate(self._against):
            if found.pull[column] < -TINY:
                yield from [rule for rule in against if rule in self._enforced][:1]


def _columns_by_rule(against: Sequence[tuple[Rule, ...]]) -> dict[Rule, list[int]]:
    columns: dict[Rule, list[int]] = defaultdict(list)
    for column, rules in enumerate(against):
        for rule in rules:
            columns[rule].append(column)
    return columns
