"""A clerk who makes one mistake and does the rest well gets exactly that one finding."""

import pytest

from sandbox.events import VisitClosed
from tests.core.training.explained import explains_itself
from tests.core.training.mistakes.table import MISTAKEN, OBSERVED, entry_of
from tests.core.training.mistakes.two_at_once import SLIPS as TOGETHER
from tests.core.training.plans_of_visits import BY_BRANCH, BY_STEP, CLAUSE_OF, ROWS
from tests.core.training.robot import Clerk, marks_of
from training import truth
from training.clauses import clauses
from training.rubric import rubric
from training.scorecard import Finding
from training.steps import known_steps
from training.story import replay

EVERY_MISTAKE = pytest.mark.parametrize(
    "kind", [*MISTAKEN, *TOGETHER], ids=lambda kind: kind.__name__
)


@EVERY_MISTAKE
@pytest.mark.parametrize("seed", [7, 5])
def test_one_mistake_gives_exactly_its_finding(kind: type[Clerk], seed: int) -> None:
    clerk = kind(seed=seed)
    marks = marks_of(clerk)
    assert sorted(finding.rule for finding in marks.findings) == sorted(
        (kind.finding, *kind.beside)
    )
    found = next(each for each in marks.findings if each.rule == kind.finding)
    assert (found.clause, found.when.seq) == (clause_of(clerk, found), seq_of(clerk, found))
    assert explains_itself(marks)


@pytest.mark.parametrize("kind", OBSERVED, ids=lambda kind: kind.__name__)
def test_a_slip_that_harms_nobody_is_told_and_costs_nothing(kind: type[Clerk]) -> None:
    marks = marks_of(kind())
    assert (marks.findings, marks.points, marks.passed) == ((), 100, True)
    assert [each.rule for each in marks.observations] == [kind.observed]


def clause_of(clerk: Clerk, found: Finding) -> str:
    """What the plans say, for that citizen's branch where it depends on it."""
    if found.rule.startswith("step."):
        return known_steps()[found.step].clause
    of_step = BY_STEP.get(found.rule, {})
    for step in clerk.task.steps:
        if step.id in of_step:
            return of_step[step.id]
    moment = next(each for each in replay(clerk.log).moments if each.seq == found.when.seq)
    of_branch = BY_BRANCH.get(found.rule, {})
    return of_branch.get(truth.branch(moment.before, moment.at), CLAUSE_OF[found.rule])


def seq_of(clerk: Clerk, found: Finding) -> int:
    """Where it shows: the line the clerk names, else the one the plans name, else the end."""
    row = ROWS.get(found.rule)
    return entry_of(clerk, clerk.line or (row.line if row else VisitClosed.kind)).seq


def test_every_mistake_that_costs_points_is_made_by_some_clerk() -> None:
    costly = {entry.id for entry in rubric().values() if entry.points} - {"tk.hint_used"}
    assert {kind.finding for kind in MISTAKEN if not kind.finding.startswith("step.")} == costly


@pytest.mark.parametrize("topic", ["tk.", "vn."])
def test_there_are_more_than_thirty_kinds_of_mistake_in_each_topic(topic: str) -> None:
    assert len({kind.finding for kind in MISTAKEN if kind.finding.startswith(topic)}) > 30


def test_the_table_is_long_enough_to_be_believed() -> None:
    names = [kind.__name__ for kind in MISTAKEN]
    assert len(set(names)) == len(names) >= 160
    assert len({kind.scenario for kind in MISTAKEN}) > 30


def test_every_clause_of_a_branch_is_a_clause() -> None:
    assert {name for each in BY_BRANCH.values() for name in each.values()} <= clauses().keys()
