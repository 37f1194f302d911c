"""The tasks of a class as one of those who take part sees them."""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.training.scenario import Scenario
from motcua.web.classes.classes import TrainingClass
from motcua.web.practice.runs import RunRecord, State


@dataclass(frozen=True, slots=True)
class Task:
    """One scenario of the class; ``open`` is the run to go on with, ``best`` the best that counts.

    A later failure never hides an earlier pass.
    """

    scenario: Scenario
    open: RunRecord | None
    best: RunRecord | None
    suggested: bool

    @property
    def passed(self) -> bool:
        """Whether it has been passed in this class."""
        return bool(self.best and self.best.passed)


def tasks_of(kept: TrainingClass, runs: Sequence[RunRecord]) -> list[Task]:
    """Every task in order; suggested is what to do now: the one begun, else the first not done."""
    bare = [_task(scenario, runs) for scenario in kept.scenarios]
    begun = [each for each in bare if each.open]
    undone = [each for each in bare if each.best is None]
    now = (*begun, *undone, None)[0]
    return [Task(each.scenario, each.open, each.best, each is now) for each in bare]


def _task(scenario: Scenario, runs: Sequence[RunRecord]) -> Task:
    mine = [run for run in runs if run.scenario == scenario.id]
    marked = [run for run in mine if run.state is State.FINISHED]
    best = max(marked, key=lambda run: (bool(run.passed), run.points or 0), default=None)
    return Task(scenario, next((run for run in mine if run.is_open), None), best, suggested=False)
