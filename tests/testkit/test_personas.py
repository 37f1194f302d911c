"""The kit's personas, from an installed wheel and in a project with packages of its own."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from motcua.testkit.personas import PersonaProvider
from sandbox.personas import provider
from tests.repo.house import ROOT

A_TESTERS = """
import sys
sys.path.insert(0, sys.argv[1])
from faker import Faker
from motcua.testkit.personas import PersonaProvider

fake = Faker()
fake.add_provider(PersonaProvider)
assert {"sandbox", "web", "training", "rostering"}.isdisjoint(sys.modules)
import sandbox
assert sandbox.WHOSE == "the tester's"
print(PersonaProvider.__module__, fake.persona_phone())
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder where a wheel is installed beside a stranger's package ``sandbox``."""
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet"]
    subprocess.run([*build, "--wheel-dir", tmp_path, ROOT], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    (site / "sandbox").mkdir()
    (site / "sandbox" / "__init__.py").write_text('WHOSE = "the tester\'s"\n', "utf-8")
    return site


def test_a_testers_own_sandbox_stays_theirs(site: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", A_TESTERS, site],
        capture_output=True,
        text=True,
        check=False,
        cwd=site,
    )
    assert run.returncode == 0, run.stderr
    home, phone = run.stdout.split()
    assert home == "motcua._office.sandbox.personas.provider"
    assert phone.startswith("0400")


def test_testers_draw_with_the_provider_of_the_office() -> None:
    assert PersonaProvider is provider.PersonaProvider


def test_an_office_starts_without_faker() -> None:
    code = "import web.app, sys; print('faker' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert run.stdout.strip() == "False"
