"""The coach's place on the screen: above every page of a coached visit."""

from flask import Flask, render_template, request
from markupsafe import Markup

from web.desk.clerk_side.coach.coaching import coached_run, coaching_of
from web.desk.clerk_side.visits import Visit


def init_app(app: Flask) -> None:
    """Offer ``coach_bar(visit)`` to the layouts."""
    app.add_template_global(coach_bar)


def coach_bar(visit: Visit) -> Markup:
    """What the coach says about the page that is being rendered; nothing once the run is over."""
    run = coached_run(visit.id)
    coaching = coaching_of(visit, run) if run else None
    if coaching is None:
        return Markup()
    html = render_template("clerk_side/coach/bar.html", coaching=coaching, page_path=request.path)
    return Markup(html)  # noqa: S704  # escaped when our own template was rendered
