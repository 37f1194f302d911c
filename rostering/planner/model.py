"""A linear model with whole numbers, written down column by column and row by row."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf

Term = tuple[int, float]


@dataclass(slots=True)
class Model:
    """Minimise the costs of columns between 0 and ``uppers``, each row between its two ends.

    ``whole`` says which columns have to be whole numbers. ``starts``, ``index`` and ``value`` are
    the rows' terms one after the other, as solvers take them. ``constant`` is paid in any case.
    """

    costs: list[float] = field(default_factory=list)
    uppers: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    lows: list[float] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    index: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)
    constant: float = 0.0

    @property
    def nothing_will_do(self) -> bool:
        """Whether all rows hold when every column is 0."""
        return all(low <= 0.0 <= high for low, high in zip(self.lows, self.highs, strict=True))

    def column(self, cost: float = 0.0, upper: float = 1.0, *, whole: bool = False) -> int:
        """Add a column and give its number."""
        self.costs.append(cost)
        self.uppers.append(upper)
        self.whole.append(whole)
        return len(self.costs) - 1

    def row(self, terms: Iterable[Term], low: float = -inf, high: float = inf) -> None:
        """Demand that the terms add up to something from ``low`` to ``high``."""
        for column, factor in terms:
            self.index.append(column)
            self.value.append(factor)
        self.starts.append(len(self.index))
        self.lows.append(low)
        self.highs.append(high)

    def ladder(self, terms: list[Term], steps: Iterable[int]) -> None:
        """Let the first unit of what the terms add up to cost the first step, and so on.

        The steps must not fall; then the cheapest rungs are taken first by themselves.
        Rungs are whole only so that the solver knows every cost is.
        """
        rungs = [(self.column(step, whole=True), -1.0) for step in steps]
        self.row([*terms, *rungs], 0.0, 0.0)
