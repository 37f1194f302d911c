"""Only effects.py reads the clock or draws anything, so a test can hold both still.

Ruff bans most of these names as well; this test also catches spellings it does not know.
"""

import ast
from collections.abc import Iterator

import pytest

from tests.repo.house import PRODUCT, Module, modules, place

EFFECTS = "web/shell/effects.py"
# A random.Random whose every draw is fixed by a key (tests/core/test_keyed_random.py): no chance.
KEYED = ("sandbox/personas/keyed_random.py", "random")
BANNED_MODULES = {"random", "secrets", "time", "uuid"}
BANNED_CALLS = {
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "func.current_timestamp",
    "func.now",
    "func.random",
    "os.urandom",
}


def offences(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Each place where the clock or chance is reached, with its name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = {alias.name for alias in node.names} & BANNED_MODULES
        elif isinstance(node, ast.ImportFrom):
            names = {node.module or ""} & BANNED_MODULES
        elif isinstance(node, ast.Attribute):
            names = {".".join(ast.unparse(node).split(".")[-2:])} & BANNED_CALLS
        else:
            continue
        yield from ((node, name) for name in names)


def outside_effects() -> list[Module]:
    return [module for module in modules(*PRODUCT) if module.name != EFFECTS]


def test_only_effects_reaches_for_the_clock_or_chance() -> None:
    found = [
        f"{place(module, node)} uses {name}"
        for module in outside_effects()
        for node, name in offences(module.tree)
        if (module.name, name) != KEYED
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "import random",
        "from secrets import token_hex",
        "from time import monotonic",
        "datetime.datetime.now(UTC)",
        "today = date.today",
        "select(func.now())",
    ],
)
def test_the_search_finds(line: str) -> None:
    assert list(offences(ast.parse(line)))


@pytest.mark.parametrize(
    "line", ["effects.now()", "world.clock.today()", "from datetime import UTC"]
)
def test_the_search_lets_pass(line: str) -> None:
    assert not list(offences(ast.parse(line)))
