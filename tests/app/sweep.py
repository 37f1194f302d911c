"""What must hold on every page, asserted on every HTML answer of every test."""

import re
import warnings
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from xml.etree.ElementTree import Element

from werkzeug.test import TestResponse

from sandbox.guard import real_looking
from web.shell.wording import RIBBON

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # html5lib imports names that newer Pythons frown upon
    import html5lib

_KEY = re.compile(r'(?<=name="csrf_token" value=")[^"]+|(?<=name="once" value=")[^"]+')
_swept: set[bytes] = set()  # reading HTML strictly is slow, and most pages come often
_CONTROLS = {"input", "select", "textarea"}
_UNNAMED = {"hidden", "submit", "button"}


def sweep(response: TestResponse, *, fragment: bool) -> None:
    """Assert the house's promises about one HTML answer."""
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "noindex" in response.headers["X-Robots-Tag"]
    text = _KEY.sub("", response.get_data(as_text=True))
    seen = sha256(f"{fragment} {text}".encode()).digest()
    if seen not in _swept:
        _sweep_text(text, fragment=fragment)
        _swept.add(seen)


def _sweep_text(text: str, *, fragment: bool) -> None:
    root = parse(text, fragment=fragment)
    _no_inline_code(root)
    _unique_ids(root)
    _labelled(root)
    _forms_say_where(root)
    _what_is_typed_is_kept(root)
    _no_real_data(root)
    if not fragment:
        _one_heading(root)
        assert RIBBON in _words(root), "the practice ribbon is missing"


def parse(text: str, *, fragment: bool) -> Element:
    """The page as a strict reader of HTML sees it."""
    parser: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parseFragment(text) if fragment else parser.parse(text)
    return root


def _elements(root: Element) -> Iterator[Element]:
    return (element for element in root.iter() if isinstance(element.tag, str))


def _words(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _no_inline_code(root: Element) -> None:
    for element in _elements(root):
        assert element.tag != "style", "a <style> element breaks the policy"
        assert element.tag != "script" or "src" in element.attrib, "an inline script"
        bad = [name for name in element.attrib if name == "style" or name.startswith("on")]
        assert not bad, f"<{element.tag}> carries {bad}"


def _unique_ids(root: Element) -> None:
    ids = [element.attrib["id"] for element in _elements(root) if "id" in element.attrib]
    assert len(ids) == len(set(ids)), f"ids twice: {sorted({i for i in ids if ids.count(i) > 1})}"


def _labelled(root: Element) -> None:
    labels = {element.get("for") for element in root.iter("label")}
    for element in _elements(root):
        if element.tag in _CONTROLS and element.get("type") not in _UNNAMED:
            named = element.get("id") in labels or "aria-label" in element.attrib
            assert named, f"{element.get('name')} has no label"
        if element.tag == "button":
            assert _words(element) or element.get("aria-label"), "a button without words"


def _forms_say_where(root: Element) -> None:
    for form in root.iter("form"):
        assert form.get("action"), "a form without action"
        assert form.get("method") in {"get", "post"}, "a form without method"
        if form.get("method") == "post":
            names = [field.get("name") for field in form.iter("input")]
            assert {"csrf_token", "once"} <= set(names), f"{form.get('action')} has no token"


def _what_is_typed_is_kept(root: Element) -> None:
    """Where somebody is signed in, a form for words is kept until it is taken, or says not."""
    forms = [form for form in root.iter("form") if form.get("method") == "post"]
    if "/dang-xuat" not in [form.get("action") for form in forms]:
        return
    for form in forms:
        fields = list(form.iter("input"))
        words = [*form.iter("textarea"), *(each for each in fields if _takes_words(each))]
        marked = "chua_gui" in [each.get("name") for each in fields]
        secret = any(each.get("type") == "password" for each in fields)
        where = form.get("action")
        assert not (marked and secret), f"{where} would keep a secret"
        assert marked or secret or not words or "data-unkept" in form.attrib, (
            f"{where} keeps nothing"
        )


def _takes_words(field: Element) -> bool:
    return field.get("type", "text") in {"text", "email", "tel", "search"}


def _one_heading(root: Element) -> None:
    headings = [_words(element) for element in root.iter("h1")]
    assert len(headings) == 1, f"one h1 a page, not {headings}"
    title = _words(root.find(".//title"))
    assert title.startswith(headings[0]), f"the title {title!r} does not start with the h1"


def _no_real_data(root: Element) -> None:
    typed = (
        element.get("value", "")
        for element in _elements(root)
        if element.tag == "input" and element.get("type") != "hidden"
    )
    found = real_looking(" \n".join([re.sub(r"\s+", " ", _words(root)), *typed]))
    assert not found, f"real-looking data on the page: {found}"
