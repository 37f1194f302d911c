"""What the house rules are about: the project's files, read once."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("web", "rostering", "training", "sandbox", "motcua")
NOT_OURS = {
    ".git",
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    "__pycache__",
    "build",
    "data",
    "dist",
    "node_modules",
    "test-results",
}


@dataclass(frozen=True)
class Module:
    """One Python file: ``name`` is its path from the root, with forward slashes."""

    name: str
    text: str
    tree: ast.Module

    @property
    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS:  # in a second work tree .git is a file
            continue
        if path.is_file():
            yield path
        elif not (path / "pyvenv.cfg").exists():
            yield from _walk(path)


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project (what .gitignore names is left out)."""
    return tuple(_walk(ROOT))


def name_of(path: Path) -> str:
    """The path from the root, as people write it: ``web/app.py``."""
    return path.relative_to(ROOT).as_posix()


def readable(path: Path) -> str | None:
    """The file's text, or None when it is no text."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return None


@cache
def texts() -> dict[str, str]:
    """Every readable file by its name."""
    return {name_of(path): text for path in files() if (text := readable(path)) is not None}


def is_product(name: str) -> bool:
    """Whether the file belongs to what offices and testers install."""
    return name.split("/", maxsplit=1)[0] in PRODUCT


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """The Python files below the given folders of the root; all of them when none is given."""
    inside = tuple(f"{folder}/" for folder in folders) or ("",)
    return tuple(
        Module(name, text, ast.parse(text, name))
        for name, text in texts().items()
        if name.endswith(".py") and name.startswith(inside)
    )


def imports(node: ast.AST) -> list[str]:
    """The dotted names a statement imports, ``from a import b`` as ``a.b``; none for others."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def imported(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """Each statement that imports, with each dotted name it imports."""
    yield from ((node, name) for node in ast.walk(module.tree) for name in imports(node))


def place(module: Module, node: ast.AST) -> str:
    """Where something stands, in the form editors jump to: ``path:line``."""
    return f"{module.name}:{getattr(node, 'lineno', 1)}"
