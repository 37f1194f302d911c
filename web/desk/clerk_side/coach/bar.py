"""The coach's place on the screen, above every page of a visit; and hints on the portal."""

from urllib.parse import urlsplit

from flask import Flask, render_template, request
from markupsafe import Markup

from sandbox.events import HintShown
from web.desk.clerk_side.briefing import briefing_of
from web.desk.clerk_side.coach.coaching import coached_run, coaching_of
from web.desk.clerk_side.visits import Visit, log_of
from web.shell.htmx import wants_fragment


def init_app(app: Flask) -> None:
    """Offer the bars to the layouts."""
    app.add_template_global(coach_bar)
    app.add_template_global(coach_news)
    app.add_template_global(hint_bar)


def coach_bar(visit: Visit) -> Markup:
    """What the coach says about the page that is being rendered; nothing once the run is over."""
    return _bar(visit, request.full_path, oob=False)


def coach_news(visit: Visit) -> Markup:
    """The same beside a fragment, so that the coach never lags behind an answer.

    Nothing on a whole page, which has a bar of its own.
    """
    if not wants_fragment():
        return Markup()
    page = urlsplit(request.headers.get("HX-Current-URL", ""))
    return _bar(visit, f"{page.path}?{page.query}", oob=True)


def _bar(visit: Visit, page: str, *, oob: bool) -> Markup:
    run = coached_run(visit.id) if visit.world.setup.coached else None
    coaching = coaching_of(visit, run, page) if run else None
    if coaching is None:
        return Markup()
    return _rendered("clerk_side/coach/bar.html", coaching=coaching, oob=oob)


def hint_bar(visit: Visit, account_form: str = "") -> Markup:
    """Gợi ý on the portal: to ask for one, and what the last one said while it still holds.

    ``account_form`` is the id of the form the button takes along.
    """
    briefing = briefing_of(visit)
    if not briefing.hints or visit.world.desk.closed:
        return Markup()
    says = current_hint(visit)
    return _rendered(
        "clerk_side/coach/hint.html", visit=visit, hint=says, account_form=account_form
    )


def current_hint(visit: Visit) -> str:
    """The last hint that was asked for, "" once its step is done."""
    log = log_of(visit)
    shown = next((e.fact.step for e in reversed(log) if isinstance(e.fact, HintShown)), "")
    following = briefing_of(visit).next_step(log) if shown else None
    return following.hint if following and following.id == shown else ""


def _rendered(template: str, **context: object) -> Markup:
    return Markup(render_template(template, **context))  # noqa: S704  # our own, escaped template
