"""Every scenario in every era: refused with a sentence, or worth 100 points when done rightly."""

import re
from itertools import product

import pytest

from sandbox.era import era_names
from tests.core.training.careful import careful
from tests.core.training.robot import marks_of
from tests.core.training.robot_vneid import VneidClerk
from training.careful_clerk import ACTIONS
from training.era_fit import FORM_STEPS, eras_for, in_era, why_not_in, why_not_now
from training.hints import hint_for
from training.scenario import Scenario, catalogue
from training.scoring import score
from training.trial import run_trials

EVERYWHERE = list(product(catalogue().values(), era_names()))
NUMBER_ASKED = ("vn-03-the-cu", "vn-05-the-cu-nam-2025")


def _had_then(scenario: Scenario, era: str) -> bool:
    """By the plans: portal accounts until 30/6/2024, numbers to insurance until 31/7/2025."""
    if "account" in scenario.setup.topics:
        return era in ("2022", "2023")
    return scenario.id != "vn-03-the-cu" or era != "2025"


@pytest.mark.parametrize(
    ("scenario", "era"), EVERYWHERE, ids=[f"{each.id} {era}" for each, era in EVERYWHERE]
)
def test_it_is_refused_or_reaches_100_points(scenario: Scenario, era: str) -> None:
    played = in_era(scenario, era)
    refusal = why_not_now(played)
    assert (refusal == "") is _had_then(scenario, era)
    if refusal:
        assert re.match(r"Từ 01/[78]/202[45] .*không còn .*\.$", refusal)
        return
    robot = careful(played)
    marks = marks_of(robot)
    assert (marks.findings, marks.observations, marks.points) == ((), (), 100)
    assert (marks.passed, marks.outcome) == (True, scenario.outcome)
    assert score(scenario, robot.log) == marks  # by the era of the log, not the scenario's own
    assert all(each.perfect for each in run_trials(played, (1, 2)))


@pytest.mark.parametrize(("scenario", "era"), EVERYWHERE)
def test_no_hint_speaks_of_another_year(scenario: Scenario, era: str) -> None:
    years = {year for each in in_era(scenario, era).steps for year in _years(each.hint)}
    assert years <= {era}


def _years(words: str) -> list[str]:
    return re.findall(r"\b20\d\d\b", words)


@pytest.mark.parametrize("era", ["2022", "2023", "2024"])
@pytest.mark.parametrize("scenario_id", NUMBER_ASKED)
def test_where_insurance_wanted_the_number_sending_it_is_a_step(scenario_id: str, era: str) -> None:
    class Forgetful(VneidClerk):
        def send_number(self) -> None:
            pass

    scenario = catalogue()[scenario_id]
    names = [step.id for step in in_era(scenario, era).steps]
    assert names.index("send_number") == names.index("tell_referral") + 1
    clerk = Forgetful(in_era(scenario, era))
    clerk.serve()
    assert [each.rule for each in score(scenario, clerk.log).findings] == ["vn.insurance_forgotten"]
    step = hint_for(scenario, clerk.log)
    assert step
    assert step.id == "send_number"


def test_in_its_own_era_a_scenario_is_as_it_was_written() -> None:
    for scenario in catalogue().values():
        assert in_era(scenario, scenario.era) is scenario


def test_an_outcome_alone_can_be_out_of_time() -> None:
    assert why_not_in("2024", ["greet", "close"], "account_exists")
    assert not why_not_in("2024", ["greet", "close"], "received")
    assert eras_for(["send_number", "create"], "account_created") == ["2022", "2023"]
    with pytest.raises(KeyError):
        why_not_in("1999", [], "")


def test_every_step_that_ended_is_a_known_step() -> None:
    assert ACTIONS.keys() >= FORM_STEPS
