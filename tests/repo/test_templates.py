"""Templates stay within what the content policy and both versions of htmx allow."""

import re

import pytest

from tests.repo.house import is_product, texts

FORBIDDEN = {
    "inline style": r"<style\b|\sstyle\s*=",
    "inline script": r"<script\b(?![^>]*\bsrc=)",
    "event attribute": r"<[^>]*\son[a-z]+\s*=",
    "script address": r"=\s*[\"']?\s*javascript:",
    "hx-on": r"\b(?:data-)?hx-on\b",
    "hx-vals or hx-vars computed by script": r"hx-vars\b|hx-vals\s*=\s*[\"']js:",
    "filter in hx-trigger": r"hx-trigger\s*=\s*(?:\"[^\"]*\[|'[^']*\[)",
    "headers inherited by htmx": r"\bhx-headers\b",
    "link to another host": r"(?:href|src|action)\s*=\s*[\"']?(?:https?:)?//",
}


def templates() -> dict[str, str]:
    found = {name: text for name, text in texts().items() if name.endswith(".html")}
    return {name: text for name, text in found.items() if is_product(name)}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(what: str) -> None:
    search = re.compile(FORBIDDEN[what], re.IGNORECASE)
    found = {name: search.findall(text) for name, text in templates().items()}
    assert {name: hits for name, hits in found.items() if hits} == {}


@pytest.mark.parametrize(
    ("what", "bad"),
    [
        ("inline style", '<p style="color: red">'),
        ("inline script", "<script>alert()</script>"),
        ("event attribute", '<button onclick="go()">'),
        ("filter in hx-trigger", '<a hx-trigger="click[ctrlKey]">'),
        ("link to another host", '<a href="//example.test">'),
    ],
)
def test_the_search_finds(what: str, bad: str) -> None:
    assert re.search(FORBIDDEN[what], bad)


def test_one_macro_writes_the_token_of_a_form() -> None:
    writers = [name for name, text in templates().items() if "csrf_token" in text]
    assert writers == ["web/shell/ui/csrf.html"]


def test_every_form_that_posts_has_its_token() -> None:
    forms = [
        (name, form)
        for name, text in templates().items()
        for form in re.findall(r"<form\b.*?</form>", text, re.DOTALL)
        if 'method="post"' in form
    ]
    assert [(name, form) for name, form in forms if "{{ ui.csrf() }}" not in form] == []
    assert len(forms) > 50  # the search finds them


def test_one_script_speaks_to_screen_readers_and_hears_of_swaps() -> None:
    scripts = {name: text for name, text in texts().items() if name.startswith("web/static/js/")}
    for what in ('getElementById("announce")', "htmx:after"):
        assert [name for name, text in scripts.items() if what in text] == ["web/static/js/page.js"]


def test_every_swap_names_its_target_and_its_manner() -> None:
    asking = re.compile(r"<[^>]*\shx-(?:get|post|put|patch|delete)=[^>]*>", re.DOTALL)
    vague = [
        f"{name}: {tag}"
        for name, text in templates().items()
        for tag in asking.findall(text)
        if "hx-target=" not in tag or "hx-swap=" not in tag
    ]
    assert vague == []
