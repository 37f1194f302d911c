"""The class as a whole: a unit's runs of one scenario between two days."""

from collections.abc import Mapping
from datetime import timedelta

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from training.clauses import clauses
from web.classes.group_debrief import view as class_view
from web.classes.group_debrief.view import ClassView
from web.practice.debrief import store
from web.practice.run_log.filters import Filters, parse_filters, query_from
from web.practice.scenarios import library
from web.shell.access import Role, current_person, who_may
from web.shell.database import db
from web.shell.formatting import day
from web.shell.forms import Errors
from web.shell.htmx import page
from web.shell.runtime import runtime

blueprint = Blueprint("class_debrief", __name__, url_prefix="/nhin-lai/lop")
_USUAL_DAYS = 30


@blueprint.get("")
@who_may(Role.TRAINER, Role.DESK_HEAD, Role.SUPERVISOR)
def unit() -> ResponseReturnValue:
    """Where most of the unit's runs went wrong."""
    query = query_from(request.args if request.args else _default_query())
    filters, errors = parse_filters(query)
    if not errors:
        errors = _missing(filters)
    return page(
        "group_debrief/unit.html",
        typed=query.typed,
        errors=errors,
        scenarios=list(_practised().items()),
        view=None if errors else _view(filters),
        clauses=clauses(),
        status=422 if errors else 200,
    )


def _practised() -> Mapping[str, str]:
    """The titles of all that the unit can practise, or could once: its runs may be looked at."""
    return library.titles(db.connection, current_person().unit_id)


def _default_query() -> Mapping[str, str]:
    """The first scenario over the last weeks, until somebody asks for another."""
    now = runtime().effects.now()
    return {
        "tinh_huong": next(iter(_practised())),
        "tu_ngay": day(now - timedelta(days=_USUAL_DAYS)),
        "den_ngay": day(now),
    }


def _missing(filters: Filters) -> Errors:
    errors = Errors()
    if filters.scenario not in _practised():
        errors["tinh_huong"] = "Anh/chị chọn một tình huống trong danh sách."
    if filters.since is None:
        errors["tu_ngay"] = "Anh/chị nhập “Từ ngày”, theo dạng 01/12/2026."
    if filters.until is None:
        errors["den_ngay"] = "Anh/chị nhập “Đến ngày”, theo dạng 31/12/2026."
    return errors


def _view(filters: Filters) -> ClassView | None:
    if filters.since is None or filters.until is None:
        return None
    person = current_person()
    runs = store.finished_between(
        db.connection, person.unit_id, filters.scenario, filters.since, filters.until
    )
    return class_view.of_records(db.connection, runs)
