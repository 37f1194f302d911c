"""Using VNeID with ease: every part of the test set passed, in whatever order."""

import pytest

from training.proficiency import PARTS, TEST_SET, proficiency_progress
from training.scenario import catalogue


def test_nobody_begins_with_ease() -> None:
    assert proficiency_progress(()).missing == TEST_SET
    assert not proficiency_progress(()).complete


def test_the_whole_set_passed_is_ease_whatever_else_was_passed() -> None:
    assert proficiency_progress({*TEST_SET, "tk-01-thuan-loi"}).complete


@pytest.mark.parametrize("left_out", TEST_SET)
def test_one_scenario_short_is_not_yet_ease(left_out: str) -> None:
    stands = proficiency_progress(set(TEST_SET) - {left_out})
    assert (stands.missing, stands.complete) == ((left_out,), False)


def test_the_set_covers_triage_activation_and_the_portal() -> None:
    trained = [
        {name for each in part.scenarios for name in catalogue()[each].competencies}
        for part in PARTS
    ]
    assert "triage" in trained[0]
    assert "vneid" in trained[1]
    assert "portal_sign_in" in trained[2]
