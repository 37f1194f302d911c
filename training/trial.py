"""A scenario tried out on paper: the careful clerk serves it, once for each seed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sandbox.log import Actor
from sandbox.world import carry_on, fold_log, handle, record
from training.careful_clerk import next_action
from training.hints import hint_for
from training.scenario import Scenario, opening
from training.scorecard import Scorecard
from training.scoring import score
from training.steps import Step

MORNING = datetime(2025, 6, 17, 1, 0, tzinfo=UTC)  # a Tuesday, 08:00 in Viet Nam
ACTION_TIME = timedelta(seconds=4)
MAX_ACTIONS = 80  # actions after which the clerk has lost the way


@dataclass(frozen=True, slots=True)
class Trial:
    """One served run. ``stuck``: the step the clerk could not get done, None when all are done."""

    seed: int
    card: Scorecard
    stuck: Step | None

    @property
    def perfect(self) -> bool:
        """Whether keeping to the procedure earns every point and ends as the scenario asks."""
        return self.stuck is None and self.card.passed and self.card.points == 100


class _PaperChance:
    """Codes 000001, 000002 … on paper there is nobody to keep them from."""

    def __init__(self) -> None:
        self.drawn = 0

    def digits(self, count: int) -> str:
        self.drawn += 1
        return f"{self.drawn:0{count}d}"

    def password(self) -> str:
        return "mat-khau-thu"


def run_trials(scenario: Scenario, seeds: Iterable[int]) -> list[Trial]:
    """The careful clerk's runs of the scenario, one for each seed."""
    return [_trial(scenario, seed) for seed in seeds]


def _trial(scenario: Scenario, seed: int) -> Trial:
    now, chance = MORNING, _PaperChance()
    log = record(None, opening(scenario, seed), Actor.SYSTEM, now)
    world = fold_log(log)
    for _ in range(MAX_ACTIONS):
        action = next_action(scenario, log)
        if action is None:
            break
        now += ACTION_TIME + timedelta(seconds=action.wait_s)
        entries = record(world, handle(world, action.command, now, chance).facts, Actor.CLERK, now)
        log += entries
        world = carry_on(world, entries)
    return Trial(seed, score(scenario, log), hint_for(scenario, log))
