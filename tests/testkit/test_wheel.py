"""The installed wheel beside a tester's own packages called ``web``, ``sandbox`` and so on.

Here the checkout cannot be imported: the environment has the libraries, the wheel and no more.
"""

import json
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.repo.house import ROOT
from tests.testkit.inner_runs import LEAN, NO_BROWSER
from tools.testkit_in_empty_venv import ROOMS, own_packages


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Of an environment with the wheel in it."""
    folder = tmp_path_factory.mktemp("wheel")
    builder = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*builder, "--directory", folder], cwd=ROOT, check=True, capture_output=True)
    venv.create(folder / "env", with_pip=False)
    (libraries,) = (folder / "env").glob("lib/*/site-packages")
    (libraries / "libraries.pth").write_text(sysconfig.get_path("purelib"))  # its own .pth stay out
    python = str(folder / "env" / "bin" / "python")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python]
    wheel = next(folder.glob("*.whl"))
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", wheel], check=True)
    return python


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tester's folder, and the one that everything is started in."""
    own_packages(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    return tmp_path


def test_nothing_of_the_office_lies_at_the_top(python: str) -> None:
    code = "import importlib.util as u, sys; print(*(n for n in sys.argv[1:] if u.find_spec(n)))"
    command = [python, "-I", "-c", code, "motcua", *ROOMS, "tests", "tools"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["motcua"]


@pytest.mark.usefixtures("project")
def test_a_testers_own_packages_stay_theirs_and_the_office_answers(python: str) -> None:
    command = [python, "-m", "pytest", "-p", "no:cacheprovider", *LEAN, *NO_BROWSER]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "1 passed" in run.stdout, run.stdout + run.stderr


def test_the_office_can_be_started_among_them(python: str, project: Path) -> None:
    data = ["--data", str(project / "data")]
    demo = [python, "-m", "motcua", "demo", "--json", "--port", "0", *data]
    with subprocess.Popen(demo, stdout=subprocess.PIPE, text=True) as office:
        assert office.stdout
        try:
            with urlopen(json.loads(office.stdout.readline())["url"] + "/livez") as answer:  # noqa: S310  # our own address
                assert answer.status == 200
        finally:
            office.terminate()
    subprocess.run([python, "-m", "motcua", "verify", *data], check=True, capture_output=True)
