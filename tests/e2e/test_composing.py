"""Vietnamese is typed through an input method that composes each syllable in many small steps."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.e2e.visit import Visit

STEPS = ("N", "Ng", "Ngu", "Nguy", "Nguye", "Nguyê", "Nguyê~", "Nguyễ", "Nguyễn")


def test_a_composed_name_arrives_whole_and_nothing_happens_meanwhile(visit: Visit) -> None:
    form = visit.hurry_to_look_up()
    name = form.box("full_name")
    method = begin_to_compose(name)
    name.evaluate("box => { box.neverDrawnAgain = true }")

    with nothing_is_sent(form.page):
        compose(method)
        form.page.keyboard.press("Enter")
        method.send("Input.insertText", {"text": STEPS[-1]})

    assert name.evaluate("box => box.neverDrawnAgain")
    expect(name).to_be_focused()
    expect(name).to_have_value("Nguyễn")


def test_enter_after_the_syllable_is_finished_sends_the_form(visit: Visit) -> None:
    form = visit.hurry_to_look_up()
    method = begin_to_compose(form.box("full_name"))
    compose(method)
    method.send("Input.insertText", {"text": STEPS[-1]})
    with form.page.expect_request(lambda request: request.method == "POST"):
        form.page.keyboard.press("Enter")


def begin_to_compose(box: Locator) -> CDPSession:
    box.click()
    return box.page.context.new_cdp_session(box.page)


def compose(method: CDPSession) -> None:
    for step in STEPS:
        place = {"selectionStart": len(step), "selectionEnd": len(step)}
        method.send("Input.imeSetComposition", {"text": step, **place})


@contextmanager
def nothing_is_sent(page: Page) -> Iterator[None]:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    yield
    page.evaluate("() => new Promise(done => requestAnimationFrame(done))")  # all events are over
    assert sent == []
