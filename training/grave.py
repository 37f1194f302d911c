"""Grave mistakes while a run goes on: cheap enough to be looked for at every step of a class."""

from functools import cache

from training.rubric import RubricEntry, rubric
from training.scenario import Scenario
from training.scoring import costs, seen
from training.story import Story


def grave_mistakes(scenario: Scenario, story: Story) -> tuple[str, ...]:
    """The titles of the grave findings that marking would give now, the earliest first."""
    asked = (each for each in _asked() if costs(each, scenario))
    found = {each: moments for each in asked if (moments := seen(each, story))}
    swallowed = {name for entry in found for name in entry.swallows}
    counted = [each for each in found if each.grave and each.id not in swallowed]
    return tuple(each.title for each in sorted(counted, key=lambda each: found[each][0].seq))


@cache
def _asked() -> tuple[RubricEntry, ...]:
    """The grave entries and those that could swallow one: a small part of the rubric."""
    grave = {entry.id for entry in rubric().values() if entry.grave}
    return tuple(each for each in rubric().values() if grave & {each.id, *each.swallows})
