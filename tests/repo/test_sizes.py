"""Files and functions stay small enough to be read in one go."""

import ast
from statistics import median

from tests.repo.house import Module, modules, place, texts

GENERATED = "web/migrations/versions/"  # Alembic writes their bodies, one line a column
STATIC = ("web/static/css/", "web/static/js/")


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The function's lines from ``def`` to its end, docstring included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def written() -> list[Module]:
    return [module for module in modules() if not module.name.startswith(GENERATED)]


def test_no_file_is_longer_than_250_lines() -> None:
    sizes = {module.name: len(module.text.splitlines()) for module in written()}
    assert {name: size for name, size in sizes.items() if size > 250} == {}


def test_no_stylesheet_or_script_is_longer_than_250_lines() -> None:
    ours = {name: text for name, text in texts().items() if name.startswith(STATIC)}
    sizes = {name: len(text.splitlines()) for name, text in ours.items()}
    assert {name: size for name, size in sizes.items() if size > 250} == {}


def test_no_function_is_longer_than_40_lines() -> None:
    sizes = {
        f"{place(module, function)} {function.name}": length(function)
        for module in written()
        for function in module.functions
    }
    assert {name: size for name, size in sizes.items() if size > 40} == {}


def test_half_of_all_functions_take_8_lines_or_fewer() -> None:
    assert median(length(each) for module in written() for each in module.functions) <= 8
