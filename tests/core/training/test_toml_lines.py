"""The line of a key is found however the TOML is written, and in time that grows with the text."""

import sys
import tomllib
from collections.abc import Callable, Iterator
from itertools import count
from types import FrameType
from typing import Any

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from training.scenario import parse, source
from training.scenario_file import MOST_TOLD, ScenarioError
from training.toml_lines import DEEPEST, KeyLines, Path, too_deep

ODD = r'''# [remark]
plain = 1  # plain = 2
"quoted.key" = 'plain = 3'
"esc\u0061ped \"key\"" = 2
'literal\key' = 3
dotted . "in parts" . two = 4
long = """
[not_a_table]
plain = "5" \"""
""quoted"" # no remark """""
raw = ~~~ "'[no]' # \
[[no]]
~~~ # """
list = [
    "one", # "two",
    # "three"
    [ 1, 2 ], { in = "line", more = [3] },

    "]",
]
inline = { a = 1, b = { c = "}" } }
date = 1979-05-27 07:32:00

[table]
plain = 6
[table."sub.table"]
plain = 7
[[rows]]
plain = 8
[rows.inner]
plain = 9
[[rows.again]]
[[rows.again]]
plain = 10

[[ rows ]]
	plain = 11
[[rows.again]]
plain = 12
'''.replace("~~~", "'''")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("plain",), 2),
        (("quoted.key",), 3),
        (('escaped "key"',), 4),
        (("literal\\key",), 5),
        (("dotted",), 6),
        (("dotted", "in parts", "two"), 6),
        (("long",), 7),
        (("raw",), 11),
        (("list",), 14),
        (("list", 0), 15),
        (("list", 1), 17),
        (("list", 2), 17),
        (("list", 3), 19),
        (("list", 4), 14),
        (("inline", "b", "c"), 21),
        (("date",), 22),
        (("table", "plain"), 25),
        (("table", "sub.table"), 26),
        (("table", "sub.table", "plain"), 27),
        (("table", "unknown", "plain"), 24),
        (("rows",), 28),
        (("rows", 0, "plain"), 29),
        (("rows", 0, "inner", "plain"), 31),
        (("rows", 0, "again", 0), 32),
        (("rows", 0, "again", 1, "plain"), 34),
        (("rows", 1), 36),
        (("rows", 1, "plain"), 37),
        (("rows", 1, "again", 0, "plain"), 39),
        (("not_a_table",), 1),
        (("unknown",), 1),
    ],
)
def test_a_key_is_found_or_else_the_nearest_around_it(path: Path, line: int) -> None:
    assert tomllib.loads(ODD)
    assert KeyLines(ODD).find(path) == line


def test_a_word_is_looked_for_from_its_key_on() -> None:
    lines = KeyLines(ODD)
    assert lines.find(("list",), "three") == 16
    assert lines.find(("list",), "nowhere") == lines.find(("list",))
    assert lines.find((), "plain") == 2


KEYS = st.text(max_size=6)
TREES = st.recursive(
    st.none(),
    lambda inside: st.one_of(
        st.dictionaries(KEYS, inside, max_size=4),
        st.lists(st.dictionaries(KEYS, inside), max_size=3),
    ),
    max_leaves=12,
)


def _numbered(tree: Any, numbers: Iterator[int]) -> Any:
    """The tree with a number of its own for each leaf."""
    if isinstance(tree, dict):
        return {key: _numbered(each, numbers) for key, each in tree.items()}
    if isinstance(tree, list):
        return [_numbered(each, numbers) for each in tree]
    return next(numbers)


def _leaves(tree: Any, path: Path = ()) -> Iterator[tuple[Path, int]]:
    if isinstance(tree, int):
        yield path, tree
    else:
        for key, each in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from _leaves(each, (*path, key))


@given(st.dictionaries(KEYS, TREES, max_size=5))
def test_whatever_a_key_is_called_its_line_is_the_one_with_its_value(tree: dict[str, Any]) -> None:
    numbered = _numbered(tree, count(1000))
    text = tomlkit.dumps(numbered)
    lines = KeyLines(text)
    for path, number in _leaves(numbered):
        assert str(number) in text.split("\n")[lines.find(path) - 1]


@given(st.text("[]{}=,.#\"'\\\n\r a1é\u2028", max_size=60))
def test_any_text_can_be_asked_how_deep_it_is(text: str) -> None:
    assert too_deep(text) <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\na" + ".a" * DEEPEST + " = 1", 2),
        ("[" + '"a" . ' * DEEPEST + "a]", 1),
        ("a = [\n" * (DEEPEST - 1) + "[", DEEPEST),
        ("a = {" + "'a'." * DEEPEST + "a = 1}", 1),
        ("a = {b = " * DEEPEST, 1),
        ("a.a = 1.5\n" * DEEPEST, 0),
        (f"a = [{'1.5, ' * DEEPEST}{'[], ' * DEEPEST}]", 0),
        (f'a = "{"a." * DEEPEST}{"[" * DEEPEST}" # {"[" * DEEPEST}', 0),
    ],
)
def test_only_real_nesting_is_too_deep(text: str, line: int) -> None:
    assert too_deep(text) == line


GOOD = source("tk-01-thuan-loi")
HOSTILE: dict[str, Callable[[int], str]] = {
    "rows": lambda n: GOOD + "[[faults]]\n" * n,
    "unknown keys": lambda n: "".join(f"k{i} = 1\n" for i in range(n)) + GOOD,
    "unknown words": lambda n: GOOD.replace(
        "clauses = [", "clauses = [\n" + "".join(f'"u{i}",\n' for i in range(n))
    ),
}


def _steps(text: str) -> int:
    """How many lines of Python it takes to refuse the text, on whatever machine."""
    steps = 0

    def step(_: FrameType, event: str, __: object) -> Any:
        nonlocal steps
        steps += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        with pytest.raises(ScenarioError):
            parse(text, "tk-01-thuan-loi.toml")
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_is_at_most_four_times_the_work(name: str) -> None:
    less, more = MOST_TOLD * 2, MOST_TOLD * 8
    _steps(HOSTILE[name](less))  # what is read only once is read now
    assert _steps(HOSTILE[name](more)) < 4.5 * _steps(HOSTILE[name](less))
