"""A clerk who makes one mistake and does the rest well gets exactly that one finding."""

from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.core.training.mistakes import (
    arrival,
    attachment,
    code,
    form_data,
    manners,
    own_hands,
    procedure,
    vneid,
    vneid_endings,
)
from tests.core.training.robot import Clerk, marks_of
from training.rubric import rubric

TASKS = (
    form_data,
    attachment,
    procedure,
    code,
    manners,
    arrival,
    own_hands,
    vneid,
    vneid_endings,
)


def mistaken(task: ModuleType) -> Iterator[type[Clerk]]:
    """The clerks of one file that deserve a finding."""
    for clerk in vars(task).values():
        if isinstance(clerk, type) and issubclass(clerk, Clerk) and clerk.finding:
            yield clerk


MISTAKEN = [clerk for task in TASKS for clerk in mistaken(task)]


@pytest.mark.parametrize("kind", MISTAKEN, ids=lambda kind: kind.__name__)
def test_one_mistake_gives_exactly_one_finding(kind: type[Clerk]) -> None:
    marks = marks_of(kind())
    assert [finding.rule for finding in marks.findings] == [kind.finding]
    entry = rubric()[kind.finding]
    assert marks.points <= 100 - entry.points
    assert marks.passed <= (not entry.grave)


def test_every_mistake_that_costs_points_is_made_by_some_clerk() -> None:
    costly = {entry.id for entry in rubric().values() if entry.points} - {"tk.hint_used"}
    assert {kind.finding for kind in MISTAKEN} == costly


@pytest.mark.parametrize("topic", ["tk.", "vn."])
def test_there_are_more_than_thirty_kinds_of_mistake_in_each_topic(topic: str) -> None:
    assert len({kind.finding for kind in MISTAKEN if kind.finding.startswith(topic)}) > 30
