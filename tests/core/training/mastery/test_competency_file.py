"""The competencies' file says who needs what; each can be proved by some scenario."""

import pytest

from tests.core.training.mastery.measuring import RULES
from training.competencies import competency_file, parse
from training.mastery import proofs
from training.scenario import catalogue

ROLES = ("clerk", "trainer", "desk_head")


def test_the_house_rule_is_two_tests_on_two_days_in_two_worlds() -> None:
    rule = competency_file().rule
    assert (rule.passes, rule.mode) == (2, "kiem_tra")
    assert rule.different_days
    assert rule.different_seeds


def test_each_competency_is_expected_of_somebody_and_proved_by_some_scenario() -> None:
    proved = {name for proof in proofs(catalogue()).values() for name in proof.competencies}
    assert proved == set(competency_file().competencies)
    assert proved == {name for role in ROLES for name in competency_file().expected_of(role)}


def test_a_competency_may_carry_a_rule_of_its_own() -> None:
    own = '[competencies.making.rule]\npasses = 1\nmode = "luyen"\n'
    own += "different_days = false\ndifferent_seeds = false\n"
    file = parse(f"{RULES}\n{own}")
    assert file.rule_of("making").passes == 1
    assert file.rule_of("keeping") == file.rule


@pytest.mark.parametrize(
    "wrong",
    [
        '[[changes]]\non = 2026-01-01\nsays = "x"\ncompetencies = ["flying"]',
        '[competencies.other]\ntitle = "x"\nable = "y"',
        "[rules]",
    ],
)
def test_a_mistake_in_the_file_is_not_passed_over(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"flying|roles|rules"):
        parse(f"{RULES}\n{wrong}")
