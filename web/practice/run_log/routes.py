"""The log of runs, searched and filtered."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from web.practice.run_log import listing
from web.practice.run_log.filters import parse_filters, query_from
from web.practice.run_log.scope import READERS, scope_of
from web.practice.run_log.words import RESULT_OPTIONS, result_tag
from web.practice.runs.runs import PRACTISING
from web.shell.access import current_person, who_may
from web.shell.database import db
from web.shell.htmx import page, see_other

blueprint = Blueprint("run_log", __name__, url_prefix="/so-luyen-tap")


@blueprint.get("")
@who_may(*READERS)
def runs() -> ResponseReturnValue:
    """The runs this person may see, searched and filtered."""
    scope, query = scope_of(current_person()), query_from(request.args)
    filters, errors = parse_filters(query)
    shown = listing.read(db.connection, current_person(), query, None if errors else filters)
    if not shown.runs and query.page > 1:
        return see_other(f"{query.address()}1")
    return page(
        "run_log/runs.html",
        shown=shown,
        errors=errors,
        whole_unit=scope.unit_id is not None,
        named=scope.unit_id is not None and scope.named,
        may_practise=current_person().role in PRACTISING,
        results=RESULT_OPTIONS,
        result_tag=result_tag,
        status=422 if errors else 200,
    )
