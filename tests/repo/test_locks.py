"""The lock files: every library pinned, every file hashed, nowhere an address."""

import ast
import json
import re
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.repo.house import PRODUCT, ROOT, imports, modules, texts
from tools.third_party import BUILD_ONLY

RUN, DEVELOP = "requirements.lock", "requirements-dev.lock"
USED_WITHOUT_IMPORT = {"psycopg", "tzdata"}  # by the database's address; by zoneinfo on Windows
PIN = re.compile(r"^([a-z0-9][a-z0-9-]*)==(\S+)", re.MULTILINE)
HASH = r" \\\n    --hash=sha256:[0-9a-f]{64}"
ENTRY = re.compile(rf"^[a-z0-9-]+==[\w.!+]+(?: ; [^\\\n]+)?(?:{HASH})+$")


def entries(lock: str) -> list[str]:
    return re.split(r"\n(?=\S)", texts()[lock].strip())


def pins(lock: str) -> dict[str, str]:
    """Version by library."""
    return dict(PIN.findall(texts()[lock]))


def asked_for() -> set[str]:
    """The libraries pyproject.toml names as needed to run."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["postgresql"]
    return {re.split(r"[\[<>=;~! ]", line)[0].lower() for line in wanted}


@pytest.mark.parametrize("lock", [RUN, DEVELOP])
def test_a_lock_is_nothing_but_pins_with_hashes(lock: str) -> None:
    assert [entry for entry in entries(lock) if not ENTRY.match(entry)] == []


def test_every_library_we_ask_for_is_locked() -> None:
    assert asked_for() - pins(RUN).keys() == set()


def test_every_library_we_ask_for_is_used() -> None:
    imported = {
        name.split(".")[0]
        for module in modules(*PRODUCT)
        for node in ast.walk(module.tree)
        for name in imports(node)
    }
    owners = packages_distributions()
    used = {owner.lower().replace("_", "-") for name in imported for owner in owners.get(name, [])}
    assert asked_for() - used - USED_WITHOUT_IMPORT == set()


def test_tests_run_on_the_versions_that_offices_run() -> None:
    assert pins(RUN).items() <= pins(DEVELOP).items()


def test_every_library_that_offices_run_is_credited() -> None:
    credited = texts()["THIRD_PARTY.md"]
    libraries = {name: version for name, version in pins(RUN).items() if name not in BUILD_ONLY}
    rows = [f"| {name} | {version} |" for name, version in libraries.items()]
    assert [row for row in rows if row not in credited] == []


def test_every_vendored_file_is_credited() -> None:
    locks = [text for name, text in texts().items() if name.endswith("/vendor.lock.json")]
    works = [work for lock in locks for work in json.loads(lock)]
    rows = [f"(`{each['name']}`) | {each['version']} | {each['licence']} |" for each in works]
    assert [row for row in rows if row not in texts()["THIRD_PARTY.md"]] == []
