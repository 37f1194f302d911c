"""Who may import whom: the contracts in pyproject.toml, and the order inside a room."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.repo.floors import arrows, drawing, floors, room
from tests.repo.floors import folder as folder_of
from tests.repo.house import ROOT, Module, imported, modules, place

# A room's file may import those after it in this list, never those before it.
ORDER = ["routes", "service", "store", "models"]
SQL = {"select", "insert", "update", "delete", "text"}
MOST_FLOORS = 9
EVERYBODYS = "web.shell.session_models"  # units, persons and sessions, which all rooms join


def in_rooms() -> Iterator[tuple[Module, str]]:
    """Each module of a room (a package inside web/) and its room's dotted name."""
    for module in modules("web"):
        if module.name.count("/") > 2:
            yield module, folder(module).replace("/", ".")


def folder(module: Module) -> str:
    return module.name.rpartition("/")[0]


def stem(module: Module) -> str:
    return Path(module.name).stem


def kind(name: str) -> str:
    """``sign_in_routes`` are routes; a file of no kind of its own is a helper of the service."""
    last = name.rpartition("_")[2]
    return last if last in ORDER else "service"


def is_above(target: str, source: str) -> bool:
    """Whether the order forbids ``source`` to import ``target``; helpers are free to all."""
    last = target.rpartition("_")[2]
    return last in ORDER and ORDER.index(last) < ORDER.index(kind(source))


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
        if is_above(name.split(".")[room.count(".") + 1], stem(module))
    ]
    assert upward == []


def test_only_a_rooms_store_speaks_sql() -> None:
    spoken = [
        f"{place(module, node)} imports {name}"
        for module, _ in in_rooms()
        if kind(stem(module)) not in {"store", "models"}
        for node, name in imported(module)
        if name.split(".")[0] == "sqlalchemy" and name.split(".")[-1] in SQL
    ]
    assert spoken == []


def test_no_room_imports_the_models_of_another() -> None:
    foreign = [
        f"{place(module, node)} imports {name}"
        for module in modules("web")
        if module.name != "web/models.py"  # gathers them for the migrations
        for node, name in imported(module)
        if (table := models_in(name)) and table != EVERYBODYS
        if table.rpartition(".")[0] not in {folder(module).replace("/", "."), "web"}
    ]
    assert foreign == []


def models_in(name: str) -> str:
    """The models' module that an imported name is or lies in; "" for others."""
    parts = name.split(".")
    if parts[0] != "web":
        return ""
    found = [end for end, part in enumerate(parts, start=1) if kind(part) == "models"]
    return ".".join(parts[: found[0]]) if found else ""


def test_no_folder_of_the_shell_imports_one_above_it() -> None:
    _, in_circles = floors(arrows(folder_of))
    assert not in_circles, "\n".join(drawing(folder_of))


def test_the_house_has_few_floors_and_no_import_runs_back_up() -> None:
    built, in_circles = floors(arrows(room))
    drawn = "\n".join(drawing(room))
    assert not in_circles, drawn
    assert len(built) <= MOST_FLOORS, drawn
