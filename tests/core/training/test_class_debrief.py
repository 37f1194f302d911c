"""Many runs told as one: how many went wrong where, each finding once a run."""

from tests.core.training.mistakes.code import GuessesTheCode
from tests.core.training.mistakes.manners import NeverGreets
from tests.core.training.robot import Clerk, marks_of
from training.class_debrief import debrief_class


def test_the_finding_of_most_runs_comes_first() -> None:
    cards = [marks_of(clerk) for clerk in (NeverGreets(), Clerk(), NeverGreets(), GuessesTheCode())]
    told = debrief_class(cards)
    first = told.findings[0]
    assert (told.count, told.clean) == (4, 1)
    assert (first.finding.rule, first.runs, first.share) == (NeverGreets.finding, 2, 0.5)
    assert [each.runs for each in told.findings] == sorted(
        (each.runs for each in told.findings), reverse=True
    )


def test_a_mistake_made_often_in_one_run_counts_once() -> None:
    card = marks_of(GuessesTheCode())
    told = debrief_class([card, card])
    assert {each.runs for each in told.findings} == {2}


def test_of_two_equally_frequent_findings_the_graver_comes_first() -> None:
    told = debrief_class([marks_of(NeverGreets()), marks_of(GuessesTheCode())])
    assert [each.finding.grave for each in told.findings] == sorted(
        (each.finding.grave for each in told.findings), reverse=True
    )


def test_no_run_at_all_has_no_findings() -> None:
    assert debrief_class([]).findings == ()
