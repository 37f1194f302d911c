"""The tasks of a class as one of those who take part sees them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from training.scenario import Scenario
from web.practice.runs.runs import RunRecord, State
from web.practice.scenarios.library import Planned


@dataclass(frozen=True, slots=True)
class Task:
    """One scenario of the class; ``open`` is the run to go on with, ``best`` the best that counts.

    ``cut_short``: the run that the end of the class stopped. ``offered``: it can be begun now. A
    later failure never hides an earlier pass.
    """

    scenario: Scenario
    offered: bool
    open: RunRecord | None
    best: RunRecord | None
    cut_short: RunRecord | None
    suggested: bool = False

    @property
    def passed(self) -> bool:
        """Whether it has been passed in this class."""
        return bool(self.best and self.best.passed)


def tasks_of(programme: Iterable[Planned], runs: Sequence[RunRecord]) -> list[Task]:
    """Every task in order; suggested is what to do now: the one begun, else the first not done.

    A task is left out once nothing understands its scenario any more.
    """
    tasks = [_task(each.scenario, each.offered, runs) for each in programme if each.scenario]
    started = [each for each in tasks if each.open]
    unfinished = [each for each in tasks if each.offered and each.best is None]
    now = (*started, *unfinished, None)[0]
    return [replace(each, suggested=each is now) for each in tasks]


def _task(scenario: Scenario, offered: bool, runs: Sequence[RunRecord]) -> Task:
    mine = [run for run in runs if run.scenario == scenario.id]
    marked = [run for run in mine if run.state is State.FINISHED]
    best = max(
        marked, key=lambda run: (not run.coached, bool(run.passed), run.points or 0), default=None
    )
    going_on, cut_short = (
        next((run for run in mine if run.state is state), None)
        for state in (State.OPEN, State.CLASS_OVER)
    )
    return Task(scenario, offered, going_on, best, cut_short)
