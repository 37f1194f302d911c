"""axe-core, put into the page from here, and the looks of a page that axe does not measure."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Page

SOURCE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
DESKTOP, PHONE, REFLOW = (1366, 768), (390, 844), (320, 640)
# Contrast of 7:1 is the house's own promise, beyond level AA.
# A frame is a document of its own, with its own headings and landmarks.
# Colours are the same at every width, and looking at them takes longest: once is enough.
_RUN = """colours => axe.run(document, {
    iframes: false,
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: {"color-contrast-enhanced": {enabled: colours}, "color-contrast": {enabled: false}},
    resultTypes: ["violations"],
})"""
_TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
# Which elements reach out, for whoever has to mend it.
_OUTSIDE = """() => [...document.querySelectorAll("body *")]
    .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .slice(0, 3).map(each => each.outerHTML.slice(0, 100))"""


def look_at(page: Page, what: str) -> list[str]:
    """What is wrong with the screen as it stands: wide, on a phone, narrow, in large letters."""
    found = []
    for size in (DESKTOP, PHONE):
        _resize(page, size)
        wrong = _violations(page, colours=size == DESKTOP)
        found += [f"{what} at {size[0]} px: {each}" for each in wrong]
    for size, letters in ((PHONE, "100%"), (REFLOW, "100%"), (DESKTOP, "200%")):
        _resize(page, size)
        _write_letters(page, letters)
        if page.evaluate(_TOO_WIDE):
            outside = page.evaluate(_OUTSIDE)
            found.append(f"{what} at {size[0]} px, text {letters}: scrolls sideways, {outside}")
    _write_letters(page, "100%")
    _resize(page, DESKTOP)
    return found


def _resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


def _write_letters(page: Page, size: str) -> None:
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)


def _violations(page: Page, *, colours: bool) -> list[str]:
    return [
        f"{violation['id']}: {node['html'][:140]}"
        for frame in page.frames
        for violation in _judged(frame, colours)["violations"]
        for node in violation["nodes"]
    ]


def _judged(frame: Frame, colours: bool) -> dict[str, Any]:
    if not frame.evaluate("() => 'axe' in window"):  # reading half a megabyte takes its time
        frame.evaluate(SOURCE)
    answer: dict[str, Any] = frame.evaluate(_RUN, colours)
    return answer
