"""Use the testkit as a tester would: ``pip install ".[testkit]"`` in an empty environment.

Usage: ``python tools/testkit_in_empty_venv.py SCRATCH_FOLDER``. It needs nothing but Python
and a browser (tools/browser.sh). The README's example and two runs without a browser must pass
there, beside packages of the tester's own that are called like the office's rooms.
"""

import re
import subprocess
import sys
import venv
from pathlib import Path
from shutil import copyfile

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "tests" / "testkit" / "samples"
ROOMS = ("web", "rostering", "training", "sandbox")
CONFTEST = f"""
import sys
sys.path.insert(0, {str(ROOT / "tests" / "e2e")!r})
import browsers
import pytest

@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | browsers.launch()
"""


def readme_example() -> str:
    """The README's only Python block."""
    found = re.search(
        r"^```python\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.M | re.S
    )
    return found.group(1) if found else sys.exit("README.md has no Python block")


def own_packages(project: Path) -> None:
    """A tester's packages of the same names, and a test that uses them beside an office."""
    for name in ROOMS:
        (project / name).mkdir()
        (project / name / "__init__.py").write_text('"""The tester\'s own."""\n', "utf-8")
    copyfile(SAMPLES / "beside_others.py", project / "test_beside_others.py")


def environment(scratch: Path) -> Path:
    """A new environment with the testkit in it; gives back its Python."""
    venv.create(scratch / "tester", with_pip=True)
    python = scratch / "tester" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pip = [str(python), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, f"{ROOT}[testkit]"], check=True)  # noqa: S603  # our own command
    return python


def main(scratch: Path) -> int:
    """Install, write the tests, run them; returns pytest's exit code."""
    python = environment(scratch)
    tests = scratch / "tests"
    tests.mkdir()
    (tests / "conftest.py").write_text(CONFTEST, "utf-8")
    (tests / "test_readme.py").write_text(readme_example(), "utf-8")
    copyfile(SAMPLES / "first_steps.py", tests / "test_first_steps.py")
    own_packages(tests)
    run = [str(python), "-m", "pytest", "-q", "--strict-markers", str(tests)]
    return subprocess.run(run, check=False, cwd=tests).returncode  # noqa: S603  # our own command


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
