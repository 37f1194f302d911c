"""Who may import whom: the contracts in pyproject.toml, and the order inside a room."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.repo.house import ROOT, Module, modules, place

# A room's file may import those after it in this list, never those before it.
ORDER = ["routes", "service", "store", "models"]
SQL = {"select", "insert", "update", "delete", "text"}


def in_rooms() -> Iterator[tuple[Module, str]]:
    """Each module of a room (a package of web/ with one of ORDER) and its room's dotted name."""
    below_web = [module for module in modules("motcua/web") if module.name.count("/") > 2]
    rooms = {folder(module) for module in below_web if rank(stem(module)) < len(ORDER)}
    for module in below_web:
        if folder(module) in rooms:
            yield module, folder(module).replace("/", ".")


def folder(module: Module) -> str:
    return module.name.rpartition("/")[0]


def stem(module: Module) -> str:
    return Path(module.name).stem


def imported(module: Module) -> Iterator[tuple[ast.stmt, str]]:
    """Each imported dotted name, ``from a import b`` as ``a.b``."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def rank(name: str) -> int:
    """The place in ORDER (``sign_in_routes`` are routes).

    A room's other files are pure rules: they come last and import none of it.
    """
    kind = name.rpartition("_")[2]
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def test_the_contracts_of_import_linter_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_inside_a_room_imports_go_from_routes_down_to_models() -> None:
    upward = [
        f"{place(module, node)} imports {name}"
        for module, room in in_rooms()
        for node, name in imported(module)
        if name.startswith(f"{room}.")
        if rank(name.split(".")[room.count(".") + 1]) < rank(stem(module))
    ]
    assert upward == []


def test_only_a_rooms_store_speaks_sql() -> None:
    spoken = [
        f"{place(module, node)} imports {name}"
        for module, _ in in_rooms()
        if rank(stem(module)) not in {rank("store"), rank("models")}
        for node, name in imported(module)
        if name.split(".")[0] == "sqlalchemy" and name.split(".")[-1] in SQL
    ]
    assert spoken == []
