"""How long it took to find somebody, as figures for the desk head."""

from datetime import date, timedelta

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from web.practice.run_log.filters import parse_filters, query_from
from web.roster.duty import cover_page
from web.roster.planning.actor import EDITORS, current_actor
from web.roster.planning.dates import written
from web.shell.access import who_may
from web.shell.database import db
from web.shell.htmx import page

blueprint = Blueprint("duty_cover", __name__, url_prefix="/ca-truc/thoi-gian-tim-nguoi")


@blueprint.get("")
@who_may(*EDITORS)
def figures() -> ResponseReturnValue:
    """Of the last thirty days, or of the days asked for."""
    actor, question = current_actor(), query_from(request.args)
    filters, errors = parse_filters(question)
    last = filters.until.date() - timedelta(days=1) if filters.until else actor.today
    first = filters.since.date() if filters.since else last - cover_page.USUAL
    if first > last and not errors:  # only one was given, and it is after the other's usual
        last = first
    return page(
        "duty/cover.html",
        view=None if errors else cover_page.read(db.connection, actor, first, last),
        typed={**question.typed, **({} if errors else _typed(first, last))},
        errors=errors,
        status=422 if errors else 200,
    )


def _typed(first: date, last: date) -> dict[str, str]:
    return {"tu_ngay": written(first), "den_ngay": written(last)}
