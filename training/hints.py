"""What comes next: the first expected step that is not done yet."""

from collections.abc import Sequence

from sandbox.log import Entry
from training.era_fit import in_era
from training.scenario import Scenario
from training.steps import Step, done
from training.story import replay


def hint_for(scenario: Scenario, log: Sequence[Entry]) -> Step | None:
    """The next step of a run, or None when all are done."""
    story = replay(log)
    steps = in_era(scenario, story.end.era.name).steps
    return next((step for step in steps if done(step.id, story) is None), None)
