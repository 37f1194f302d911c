"""What the documents tell testers to type works: every Python block is run."""

import inspect
import re
import subprocess
import sys

import pytest

from motcua.testkit import pages
from motcua.testkit.client import Simulator
from tests.repo.house import ROOT
from tests.testkit.inner_runs import LEAN

pytest_plugins = ["pytester"]

GUIDE = (ROOT / "docs" / "kiem-thu.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
CONFTEST = """
import pytest
from tests.e2e import browsers

@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | browsers.launch()
"""


def blocks(text: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def recipes_in(text: str) -> list[str]:
    return [block for block in blocks(text) if "def test_" in block]


def test_the_readmes_example_has_ten_lines_and_passes(
    pytester: pytest.Pytester, sim_server: Simulator
) -> None:
    (example,) = recipes_in(README)
    assert len(example.splitlines()) == 10
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(example)
    server = ["--sim-url", sim_server.url, "--sim-token", sim_server.token]
    pytester.runpytest_subprocess(*LEAN, *server).assert_outcomes(passed=1)


def test_every_recipe_of_the_guide_passes(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST)
    recipes = recipes_in(GUIDE)
    pytester.makepyfile(**{f"test_{number}": block for number, block in enumerate(recipes)})
    run = pytester.runpytest_subprocess(*LEAN, "-n", "2", "--tracing", "retain-on-failure")
    passed = run.parseoutcomes()["passed"]
    run.assert_outcomes(passed=passed)
    assert passed >= len(recipes) >= 11


def test_the_script_for_codegen_prints_an_address(
    pytester: pytest.Pytester, sim_server: Simulator
) -> None:
    (script,) = [block for block in blocks(GUIDE) if "sys.argv" in block]
    run = subprocess.run(
        [sys.executable, "-c", script, sim_server.url, sim_server.token],
        capture_output=True,
        text=True,
        check=True,
        cwd=pytester.path,
    )
    assert run.stdout.startswith(f"{sim_server.url}/mo/")


def test_the_guide_lists_every_preset(sim_server: Simulator) -> None:
    table = GUIDE.partition("## 3.")[2].partition("## 4.")[0]
    listed = re.findall(r"^\| `(\w+)`", table, re.MULTILINE)
    assert listed == [preset.handle for preset in sim_server.presets()]


def test_the_guide_lists_every_page_and_what_it_can_do() -> None:
    table = GUIDE.partition("## 6.")[2]
    listed = set(re.findall(r"`(\w+)`", table))
    assert set(pages.__all__) <= listed
    named = {name for name in listed if name not in pages.__all__} - {"page"}
    assert named <= {
        name
        for page in pages.__all__
        for name, _ in inspect.getmembers(getattr(pages, page), inspect.isfunction)
    }
