"""A public function says which errors it raises, in words."""

import ast
from collections.abc import Iterator

import pytest

from tests.repo.house import Module, modules, place

FOLDERS = ("sandbox", "training", "rostering", "web", "motcua")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def outside_try(nodes: list[ast.stmt]) -> Iterator[ast.AST]:
    """What the function itself does: no inner functions, and nothing whose errors it may catch."""
    queue: list[ast.AST] = list(nodes)
    while queue:
        node = queue.pop()
        if isinstance(node, Function | ast.ClassDef | ast.Lambda):
            continue
        yield node
        if isinstance(node, ast.Try) and node.handlers:
            queue += [*node.handlers, *node.orelse, *node.finalbody]
            queue += [each for each in node.body if isinstance(each, ast.Raise)]
        else:
            queue += ast.iter_child_nodes(node)


def called(node: ast.AST) -> str:
    """The name of what is called or raised: ``errors.PackError("…")`` as ``PackError``."""
    target = node.func if isinstance(node, ast.Call) else node
    return target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")


def raised(function: Function, private: dict[str, Function]) -> set[str]:
    """The errors of the function's own body and of the module's private functions it calls."""
    found: set[str] = set()
    for node in outside_try(function.body):
        if isinstance(node, ast.Raise) and node.exc and called(node.exc).endswith("Error"):
            found.add(called(node.exc))
        if isinstance(node, ast.Call) and called(node) in private:
            rest = {name: each for name, each in private.items() if name != called(node)}
            found |= raised(private[called(node)], rest)
    return found


def unsaid(module: Module) -> list[str]:
    functions = list(module.functions)
    private = {each.name: each for each in functions if each.name.startswith("_")}
    return [
        f"{place(module, each)} {each.name} raises {error}"
        for each in functions
        if not each.name.startswith(("_", "validate_"))  # WTForms' own way to refuse a field
        for error in sorted(raised(each, private))
        if error not in (ast.get_docstring(each) or "")
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_public_function_names_the_errors_it_raises(folder: str) -> None:
    assert [line for module in modules(folder) for line in unsaid(module)] == []


def test_an_error_that_is_not_named_is_found() -> None:
    text = '''
def _check(x):
    if x: raise KeyError(x)
def silent(x):
    """Look."""
    _check(x)
def spoken(x):
    """Look. Raises KeyError: no such key."""
    _check(x)
def careful(x):
    """Look."""
    try:
        _check(x)
    except KeyError:
        return None
'''
    (line,) = unsaid(Module("room.py", text, ast.parse(text)))
    assert line == "room.py:4 silent raises KeyError"
