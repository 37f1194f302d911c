"""Two hundred runs in four processes at once: none sees another, none fails by chance."""

import shutil
from pathlib import Path

import pytest

from tests.testkit.inner_runs import LEAN, NO_BROWSER

pytest_plugins = ["pytester"]

SAMPLE = Path(__file__).with_name("samples") / "two_hundred_runs.py"


def test_two_hundred_runs_in_four_processes_do_not_disturb_each_other(
    pytester: pytest.Pytester,
) -> None:
    shutil.copy(SAMPLE, pytester.path / "test_runs.py")
    run = pytester.runpytest_subprocess("-n", "4", *LEAN, *NO_BROWSER)
    run.assert_outcomes(passed=200)
