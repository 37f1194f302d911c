"""The tree and the libraries that were asked for by name."""

import re
import tomllib

import pytest

from tests.repo.house import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    "name",
    [
        "web/app.py",
        "web/static/vendor/htmx.min.js",
        "sandbox/mock_dvc.py",
        "sandbox/mock_otp.py",
        "training/__init__.py",
        "rostering/__init__.py",
        "tests/conftest.py",
    ],
)
def test_what_was_asked_for_stands_where_it_was_asked_for(name: str) -> None:
    assert (ROOT / name).is_file()


def test_motcua_holds_the_command_and_the_testkit_alone() -> None:
    found = {path.name for path in (ROOT / "motcua").iterdir()} - {"__pycache__"}
    assert found == {"__init__.py", "__main__.py", "py.typed", "testkit"}


def _names(wanted: list[str]) -> set[str]:
    return {re.split(r"[^\w-]", each)[0].lower() for each in wanted}


def test_the_libraries_that_were_asked_for_are_used() -> None:
    project = PYPROJECT["project"]
    assert _names(project["dependencies"]) >= {"flask", "flask-sqlalchemy", "flask-login", "faker"}
    assert "pytest-playwright" in _names(project["optional-dependencies"]["testkit"])
    assert "pytest-playwright" in _names(PYPROJECT["dependency-groups"]["dev"][1:])
