"""The one place that speaks to HiGHS: a model in, numbers out.

It is imported when the first model is solved: with numpy that takes as long as a good part of the
office's own start. We use its inner class, because the outer one greets on the terminal before it
can be silenced.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf
from types import MappingProxyType
from typing import TYPE_CHECKING

from rostering.planner.model import Model

if TYPE_CHECKING:
    from highspy._core import HighsLp, _Highs

Options = Mapping[str, int | float | str]

OPTIONS: Options = {
    # One thread: the same answer on every machine. HiGHS keeps its crew for as long as a thread
    # lives and refuses any other count later, with an error and no solution: never ask for another.
    "threads": 1,
    # Whole costs: what is less than a point from the best is the best.
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.9,
    # Our models are nearly networks: to look for ways to shrink them takes longer than to solve.
    "presolve": "off",
    # Jumping to a first roster costs a third of the time and finds none that the rest would not.
    "mip_heuristic_run_feasibility_jump": False,
}


@dataclass(frozen=True, slots=True)
class Found:
    """The best values found, whether nothing can be better, and else by how much, in points."""

    values: tuple[float, ...]
    cost: float
    optimal: bool
    bound: float


def solve(
    model: Model, limit_s: float = inf, seed: int = 0, options: Options = MappingProxyType({})
) -> Found | None:
    """The cheapest values; None when there are none, or none was found in ``limit_s`` seconds.

    All costs have to be whole numbers. The same model and seed give the same values, unless time
    runs out. Raises RuntimeError: HiGHS refused to run.
    """
    if not model.costs:
        return Found((), 0, optimal=True, bound=0) if model.nothing_will_do else None
    from highspy import _core as highspy  # noqa: PLC0415  # see the head of this file

    once: Options = {"time_limit": limit_s, "random_seed": seed % 2**31}
    highs = _started({**once, **OPTIONS, **options})
    highs.passModel(_as_lp(model))
    _run(highs)
    info = highs.getInfo()
    if info.primal_solution_status != int(highspy.SolutionStatus.kSolutionStatusFeasible):
        return None
    optimal = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    values = tuple(highs.getSolution().col_value)
    return Found(values, round(info.objective_function_value), optimal, info.mip_dual_bound)


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The best values when nothing has to be whole, and the price of each bound that holds them.

    ``pull`` (of a column) and ``push`` (of a row): by how much the cost would change with it; 0
    where the column or row does not matter.
    """

    cost: float
    values: tuple[float, ...]
    pull: tuple[float, ...]
    push: tuple[float, ...]


class Warm:
    """A model solved again and again with other bounds, each time from where it stood.

    Columns count as not whole. Change ``model`` through ``bound`` and ``limit`` only.
    """

    def __init__(self, model: Model) -> None:
        self.model = model
        self._highs = _started({"solver": "simplex", "presolve": "off"})
        self._highs.passModel(_as_lp(replace(model, whole=[False] * len(model.whole))))

    def bound(self, column: int, upper: float) -> None:
        """Let a column reach up to here from now on."""
        if self.model.uppers[column] != upper:
            self.model.uppers[column] = upper
            self._highs.changeColBounds(column, 0.0, upper)

    def limit(self, row: int, low: float, high: float) -> None:
        """Let a row lie between these two from now on."""
        if (self.model.lows[row], self.model.highs[row]) != (low, high):
            self.model.lows[row], self.model.highs[row] = low, high
            self._highs.changeRowBounds(row, low, high)

    def solve(self) -> Relaxed:
        """The cheapest values; there have to be some. Raises RuntimeError: HiGHS refused to run."""
        _run(self._highs)
        found = self._highs.getSolution()
        values = found.col_value, found.col_dual, found.row_dual
        cost = self._highs.getInfo().objective_function_value
        return Relaxed(cost, *map(tuple, values))


def _started(options: Options) -> "_Highs":
    from highspy import _core as highspy  # noqa: PLC0415  # see the head of this file

    highs = highspy._Highs()
    highs.setOptionValue("output_flag", False)
    for option, value in {"threads": OPTIONS["threads"], **options}.items():
        highs.setOptionValue(option, value)
    return highs


def _run(highs: "_Highs") -> None:
    from highspy import _core as highspy  # noqa: PLC0415  # see the head of this file

    if highs.run() == highspy.HighsStatus.kError:
        raise RuntimeError("HiGHS refused to run: another number of threads in this thread?")


def _as_lp(model: Model) -> "HighsLp":
    import numpy as np  # noqa: PLC0415  # see the head of this file
    from highspy import _core as highspy  # noqa: PLC0415  # see the head of this file

    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.costs), len(model.lows)
    lp.col_cost_ = np.array(model.costs, dtype=float)
    lp.col_lower_ = np.zeros(lp.num_col_)
    lp.col_upper_ = np.array(model.uppers, dtype=float)
    lp.row_lower_ = np.array(model.lows, dtype=float)
    lp.row_upper_ = np.array(model.highs, dtype=float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array(model.starts)
    lp.a_matrix_.index_ = np.array(model.index)
    lp.a_matrix_.value_ = np.array(model.value, dtype=float)
    kind = highspy.HighsVarType
    lp.integrality_ = [kind.kInteger if whole else kind.kContinuous for whole in model.whole]
    return lp
