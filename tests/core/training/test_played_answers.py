"""Whatever a colleague answers in the citizen's place, a courteous clerk is accused of nothing."""

import pytest

from sandbox.desk import Say
from sandbox.log import Fact
from tests.core.training.careful import careful
from tests.core.training.colleague import Colleague, opposite
from tests.core.training.robot import Clerk, marks_of
from tests.core.training.walks.courteous import LEAVES, Courteous, courteous
from training.scenario import Scenario, catalogue
from training.scoring import score

EVERY_SCENARIO = pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())


def accused(clerk: Clerk) -> list[str]:
    return [each.rule for each in score(clerk.task, clerk.log).findings]


@EVERY_SCENARIO
def test_every_answer_to_every_question(scenario: Scenario) -> None:
    questions = courteous(scenario).colleague.offered
    clerks = {
        (place, choice): courteous(scenario, place, choice)
        for place, offered in enumerate(questions)
        for choice in (*offered, LEAVES)
    }
    assert {which: rules for which, each in clerks.items() if (rules := accused(each))} == {}


def answered(scenario: Scenario, *choices: str) -> Courteous:
    """The last question that the first of those choices was offered at, answered by them."""
    questions = courteous(scenario).colleague.offered
    [*_, place] = (place for place, offered in enumerate(questions) if choices[0] in offered)
    return courteous(scenario, place, *choices)


LAST_ON_THE_PHONE = {"online", "papers_integrated", "child_registered"}
GUIDED = [each for each in catalogue().values() if each.outcome in LAST_ON_THE_PHONE]
GUIDED.append(catalogue()["vn-21-lan-dau-vao-cong"])


@pytest.mark.parametrize("scenario", GUIDED, ids=[each.id for each in GUIDED])
@pytest.mark.parametrize("says", ["done", "aloud"])
def test_the_citizen_is_taken_at_their_word(scenario: Scenario, says: str) -> None:
    questions = courteous(scenario).colleague.offered
    place = max(place for place, offered in enumerate(questions) if "done" in offered)
    assert accused(courteous(scenario, place, says, trusts=True)) == []


@pytest.mark.parametrize(
    ("scenario", "says"),
    [
        ("vn-18-lam-giup-toi", "asks_help"),
        ("tk-12-nho-giu-mat-khau", "keep"),
        ("tk-11-nguoi-cao-tuoi", "deaf"),
        ("vn-01-kich-hoat-tai-quay", "declined"),
    ],
)
def test_who_is_gone_at_once_left_no_time_to_answer(scenario: str, says: str) -> None:
    assert accused(answered(catalogue()[scenario], says, LEAVES)) == []


def test_who_stays_after_all_gets_their_account_and_nothing_is_to_be_cancelled() -> None:
    class Stays(Colleague):
        def after(self, command: object, facts: list[Fact]) -> list[Fact]:
            phrase = self.world.desk.asked if isinstance(command, Say) else ""
            return facts + self.answer(phrase) if phrase else facts

    clerk = opposite(careful(catalogue()["tk-14-cong-dan-bo-ve"]), Stays)
    marks = marks_of(clerk)
    assert (marks.outcome, marks.points, marks.findings) == ("account_created", 100, ())
