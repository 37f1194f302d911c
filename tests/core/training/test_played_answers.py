"""Whatever a colleague answers in the citizen's place, a courteous clerk is accused of nothing."""

import pytest

from tests.core.training.walks.courteous import LEAVES, courteous
from training.scenario import Scenario, catalogue
from training.scoring import score

EVERY_SCENARIO = pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())


@EVERY_SCENARIO
def test_every_answer_to_every_question(scenario: Scenario) -> None:
    accused = {}
    questions = courteous(scenario).colleague.offered
    for place, offered in enumerate(questions):
        for choice in (*offered, LEAVES):
            clerk = courteous(scenario, place, choice)
            marks = score(clerk.task, clerk.log)
            if marks.findings:
                accused[place, choice] = [each.rule for each in marks.findings]
    assert questions
    assert accused == {}
