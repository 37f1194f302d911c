"""The machine tries a scenario: full marks where the procedure is right, a warning where not."""

import pytest

from training.draft import check_draft
from training.scenario import Scenario, catalogue, source
from training.scenario_file import read
from training.trial import run_trials


def with_procedure(*steps: str) -> Scenario:
    table = read(source("tk-01-thuan-loi"), "").model_dump()
    scenario = check_draft({**table, "procedure": list(steps), "hints": {}}).scenario
    assert scenario
    return scenario


@pytest.mark.parametrize("name", ["tk-01-thuan-loi", "vn-01-kich-hoat-tai-quay"])
def test_a_sound_scenario_is_served_to_full_marks(name: str) -> None:
    assert [each.perfect for each in run_trials(catalogue()[name], [1, 2])] == [True, True]


def test_a_step_before_its_time_is_where_the_machine_gets_stuck() -> None:
    (trial,) = run_trials(with_procedure("sign_in", "send_code", "open_form", "close"), [1])
    assert trial.stuck
    assert trial.stuck.id == "send_code"
    assert not trial.perfect


def test_a_forgotten_step_costs_points_though_all_others_are_done() -> None:
    steps = [step.id for step in catalogue()["tk-01-thuan-loi"].steps if step.id != "greet"]
    (trial,) = run_trials(with_procedure(*steps), [1])
    assert trial.stuck is None
    assert [each.rule for each in trial.card.findings] == ["tk.no_greeting"]


def test_the_same_seed_gives_the_same_trial() -> None:
    scenario = catalogue()["tk-03-tin-nhan-khong-toi"]
    assert run_trials(scenario, [7]) == run_trials(scenario, [7])
