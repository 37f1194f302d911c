"""Whoever switches a check off says why, on the same line."""

import io
import re
import tokenize
from collections.abc import Iterator

from tests.repo.house import Module, modules, texts

WAIVER = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma|nosec|fmt:|mypy:|ruff:)")
NAMED = r"noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*|type: ignore\[[\w, -]+\]"
REASONED = re.compile(rf"#\s*(?:{NAMED})\s+[#–-]\s+\S+ \S+")
SKIPPED = re.compile(r"mark\.(?:skip|xfail)\b(?!.*reason=)")


def comments(module: Module) -> Iterator[tuple[int, str]]:
    """Each comment with its line number (a waiver quoted in a string is none)."""
    for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def test_every_waiver_names_its_rule_and_its_reason() -> None:
    unexplained = [
        f"{module.name}:{line} {comment}"
        for module in modules()
        for line, comment in comments(module)
        if WAIVER.search(comment) and not REASONED.search(comment)
    ]
    assert unexplained == []


def test_every_skipped_test_has_a_reason() -> None:
    assert [module.name for module in modules("tests") if SKIPPED.search(module.text)] == []


def test_every_rule_switched_off_for_all_has_a_reason() -> None:
    ruff = texts()["pyproject.toml"].partition("[tool.ruff.lint]")[2].partition("\n[tool.imp")[0]
    codes = re.compile(r'^\s+"[A-Z]+\d*",.*$|^".*" = \[".*$', re.MULTILINE)
    assert [line for line in codes.findall(ruff) if "#" not in line] == []
