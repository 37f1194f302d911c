"""The stylesheets: one place for colours, one declaration a line, no class without its rule."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from PIL import ImageColor

from tests.repo.house import is_product, texts

CSS = "web/static/css/"
TOKENS = CSS + "tokens.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix)a?\("
    rf"|(?<![\w-])(?:{'|'.join(ImageColor.colormap)})(?![\w-])",
    re.IGNORECASE,
)
ATTRIBUTE = re.compile(r'class="((?:\{\{.*?\}\}|\{%.*?%\}|[^"])*)"')
HANDED_ON = re.compile(  # to a macro, to the layout's body, by a script
    r'\bwidth="([a-z-]+)"|\{% block (?:look|place) %\}(.*?)\{% endblock %\}'
    r'|className = "([\w-]+)"|classList\.add\("([\w-]+)"'
)
QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")


@cache
def sheets() -> dict[str, str]:
    """Every stylesheet of ours without its comments."""
    return {name: COMMENT.sub("", text) for name, text in texts().items() if name.startswith(CSS)}


def declarations(sheet: str) -> Iterator[tuple[str, str]]:
    """Each property with its value, quoted words left out."""
    for _, body in RULE.findall(sheet):
        for declaration in filter(str.strip, body.split(";")):
            name, _, value = declaration.partition(":")
            yield name.strip(), QUOTED.sub("", value)


@cache
def ruled() -> frozenset[str]:
    """The classes some rule speaks of."""
    selectors = [selector for text in sheets().values() for selector, _ in RULE.findall(text)]
    return frozenset(re.findall(r"\.([a-z][\w-]*)", " ".join(selectors), re.IGNORECASE))


def classes_in(written: str) -> set[str]:
    """What a class attribute comes out as: words in an expression are tried, the rest is ``*``."""
    outcomes = [""]
    for part in re.split(r"(\{\{.*?\}\})", re.sub(r"\{%.*?%\}", "", written)):
        words = (
            ["".join(pair) for pair in QUOTED.findall(part)] if part.startswith("{{") else [part]
        )
        outcomes = [outcome + word for outcome in outcomes for word in words or ["*"]]
    return {name for outcome in outcomes for name in outcome.split()} - {"*"}


@cache
def used() -> frozenset[str]:
    """The classes that templates, scripts and drawings give to something."""
    found: set[str] = set()
    for name, text in texts().items():
        if is_product(name) and name.endswith((".html", ".js", ".py")):
            handed_on = ["".join(groups) for groups in HANDED_ON.findall(text)]
            for written in ATTRIBUTE.findall(text) + handed_on:
                found |= classes_in(written)
    return frozenset(found)


def fits(name: str, pattern: str) -> bool:
    return re.fullmatch(pattern.replace("*", "[a-z-]+"), name) is not None


def test_a_line_holds_one_declaration() -> None:
    crowded = [
        f"{name}: {line}"
        for name, text in sheets().items()
        for line in text.splitlines()
        if max(line.count(";"), line.count("{"), line.count("}")) > 1
    ]
    assert crowded == []


def test_colours_stand_among_the_tokens_only() -> None:
    raw = [
        f"{name}: {each}: {value}"
        for name, text in sheets().items()
        if name != TOKENS
        for each, value in declarations(text)
        if COLOUR.search(value)
    ]
    assert raw == []


@pytest.mark.parametrize("value", ["1px solid #FFF", "rgb(0 0 0 / 8%)", "White", "oklch(1 0 0)"])
def test_the_search_finds_a_colour(value: str) -> None:
    assert COLOUR.search(value)


@pytest.mark.parametrize("value", ["var(--tan)", "transparent", "currentcolor", "0 0/1.2rem"])
def test_the_search_takes_nothing_else_for_one(value: str) -> None:
    assert not COLOUR.search(value)


def test_every_token_is_there_and_used() -> None:
    said = {
        each for text in sheets().values() for each, _ in declarations(text) if each[:2] == "--"
    }
    assert set(re.findall(r"var\((--[\w-]+)", " ".join(sheets().values()))) == said


def test_every_class_has_a_rule() -> None:
    assert [each for each in used() if not any(fits(rule, each) for rule in ruled())] == []


def test_every_rule_speaks_of_a_class_that_is_used() -> None:
    assert [rule for rule in ruled() if not any(fits(rule, each) for each in used())] == []


@pytest.mark.parametrize(
    ("written", "classes"),
    [
        ("tag{% if tone != 'plain' %} tag-{{ tone }}{% endif %}", {"tag", "tag-*"}),
        ("button{{ '' if loop.first else ' button-quiet' }}", {"button", "button-quiet"}),
        ('{{ [over and "duty-over", today and "duty-today"]|join }}', {"duty-over", "duty-today"}),
    ],
)
def test_classes_are_read_out_of_a_template(written: str, classes: set[str]) -> None:
    assert classes_in(written) == classes
