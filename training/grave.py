"""Grave mistakes while a run goes on: cheap enough to be looked for at every step of a class."""

from functools import cache

from training.causes import FOLLOWS, told_by_cause
from training.remarks import costs, seen
from training.rubric import RubricEntry, rubric
from training.scenario import Scenario
from training.story import Story


def grave_mistakes(scenario: Scenario, story: Story) -> tuple[str, ...]:
    """The titles of the grave findings that marking would give now, the earliest first."""
    found = {each: moments for each in _asked() if (moments := seen(each, story))}
    costing = [each for each in found if costs(each, scenario)]
    counted = told_by_cause(story, found, costing)
    grave = [each for each in counted if each.grave and costs(each, scenario)]
    return tuple(each.title for each in sorted(grave, key=lambda each: counted[each][0].seq))


@cache
def _asked() -> tuple[RubricEntry, ...]:
    """The grave entries, those that could swallow one and those that one could follow from."""
    grave = {entry.id for entry in rubric().values() if entry.grave}
    return tuple(
        each
        for each in rubric().values()
        if each.id in FOLLOWS or grave & {each.id, *each.swallows}
    )
